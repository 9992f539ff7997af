import { describe, expect, test } from 'vitest';
import { mapFrom, valuesOf } from '../../shared/base/persistent-map.ts';
import {
  type Bridge,
  type BridgeFacts,
  bridgeOf,
  bridgesInOrder,
  childrenOf,
  isWithin,
  MAX_BRIDGES,
} from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  armed,
  bridgeId,
  bridgeInput,
  CENTRAL_FACTS,
  CHAU_DOC_FACTS,
  central,
  chauDoc,
  created,
  DRAFT,
  from,
  halls,
  LIVE,
  LIVE_UNTRIED,
  linked,
  lost,
  NOW,
  nowhere,
  quangBinh,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { given, givenState } from '../support/domain-spec.ts';
import { paper } from '../support/speech-builders.ts';

const at = NOW;

describe('adding bridges', () => {
  test('[BRG1] bridges stand in the order in which they were added, after those already there', () => {
    const { bridges } = given(DRAFT)
      .when({ type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau'), bridgeInput('tỉnh Lào Cai')] })
      .happens();
    expect(bridgesInOrder(bridges).map(({ shortName }) => shortName)).toEqual([
      'Trung ương',
      'tỉnh An Giang',
      'tỉnh Quảng Bình',
      'thành phố Châu Đốc',
      'tỉnh Cà Mau',
      'tỉnh Lào Cai',
    ]);
  });

  test('[BRG2] the central bridge is tier 0, its peers tier 1, and a sub-bridge one tier below its parent', () => {
    given(DRAFT)
      .when({
        type: 'addBridges',
        bridges: [bridgeInput('tỉnh Cà Mau'), bridgeInput('xã Vĩnh Tế', { parentId: chauDoc })],
      })
      .emits({
        type: 'bridgesAdded',
        at,
        bridges: [
          added('new-1', 'tỉnh Cà Mau', { tier: 1, parentId: null, order: 4 }),
          added('new-2', 'xã Vĩnh Tế', { tier: 3, parentId: chauDoc, order: 5 }),
        ],
      });
    const { bridges } = given(created)
      .when({ type: 'addBridges', bridges: [bridgeInput('Trung ương', { central: true })] })
      .emits({
        type: 'bridgesAdded',
        at,
        bridges: [added('new-1', 'Trung ương', { tier: 0, parentId: null, order: 0 })],
      });
    expect(bridges.centralId).toBe('new-1');
  });

  test('[BRG3] a conference has one central bridge', () => {
    const one = bridgeInput('Trung ương', { central: true });
    given(DRAFT)
      .when({ type: 'addBridges', bridges: [one] })
      .refuses('central-bridge-exists');
    given(created)
      .when({ type: 'addBridges', bridges: [one, one] })
      .refuses('central-bridge-exists');
  });

  test('[BRG4] the central bridge hangs below nobody, whatever was typed', () => {
    const { bridges } = given(created, { ...halls, bridges: [AN_GIANG_FACTS] })
      .when({ type: 'addBridges', bridges: [bridgeInput('Trung ương', { central: true, parentId: anGiang })] })
      .happens();
    expect(isWithin(bridges, bridgeId('new-1'), anGiang)).toBe(false);
  });

  test('[BRG5] a bridge hangs below one that is there', () => {
    given(DRAFT)
      .when({ type: 'addBridges', bridges: [bridgeInput('xã Vĩnh Tế', { parentId: nowhere })] })
      .refuses('bridge-unknown');
  });

  test('[BRG6] a tree of any depth is read back as it was written', () => {
    let history: readonly ConferenceEvent[] = DRAFT;
    let parentId = chauDoc;
    for (let tier = 3; tier <= 9; tier++) {
      const decided = given(history).when({ type: 'addBridges', bridges: [bridgeInput('nhánh', { parentId })] });
      decided.happens();
      const events: readonly ConferenceEvent[] = decided.decided.ok ? decided.decided.value.events : [];
      history = [...history, ...renamed(events, `tang-${tier}`)];
      parentId = bridgeId(`tang-${tier}`);
    }
    const { bridges } = stateAfter(history);
    expect(bridgeOf(bridges, parentId)?.tier).toBe(9);
    expect(isWithin(bridges, parentId, anGiang)).toBe(true);
    expect(isWithin(bridges, parentId, quangBinh)).toBe(false);
  });

  test('[BRG7] there are at most 40,000 bridges', () => {
    const crowded = (size: number): ConferenceState => {
      const all = Array.from(
        { length: size },
        (_, order): Bridge => ({
          ...AN_GIANG_FACTS,
          bridgeId: bridgeId(`b${order}`),
          order,
          link: { status: 'untried' },
          losses: 0,
        }),
      );
      const byId = mapFrom(all.map((one) => [one.bridgeId, one] as const));
      return { ...stateAfter(created), bridges: { byId, centralId: null } };
    };
    const one: Command = { type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] };
    givenState(crowded(MAX_BRIDGES)).when(one).refuses('too-many-bridges', { max: 40_000 });
    givenState(crowded(MAX_BRIDGES - 1))
      .when(one)
      .happens();
  });
});

/** The facts that a typed bridge without people becomes. */
const added = (id: string, name: string, place: Pick<BridgeFacts, 'tier' | 'parentId' | 'order'>) => ({
  bridgeId: bridgeId(id),
  name: `Điểm cầu ${name}`,
  shortName: name,
  ...place,
  region: null,
  room: null,
  chairs: [],
  technician: null,
});

const renamed = (events: readonly ConferenceEvent[], id: string): readonly ConferenceEvent[] =>
  events.map((event) =>
    event.type === 'bridgesAdded'
      ? { ...event, bridges: event.bridges.map((one) => ({ ...one, bridgeId: bridgeId(id) })) }
      : event,
  );

describe('changing a bridge', () => {
  test('[BRG8] a bridge can be renamed', () => {
    const name = 'Điểm cầu Tỉnh ủy An Giang';
    const { bridges } = given(LIVE)
      .when({ type: 'renameBridge', bridgeId: anGiang, name, shortName: 'An Giang' })
      .emits({ type: 'bridgeRenamed', at, bridgeId: anGiang, name, shortName: 'An Giang' });
    expect(bridgeOf(bridges, anGiang)).toEqual({
      ...AN_GIANG_FACTS,
      name,
      shortName: 'An Giang',
      link: { status: 'online', since: NOW },
      losses: 0,
    });
  });

  test('[BRG9] room, chairs and technician are assigned together, each person with an id of their own', () => {
    const chair = { fullName: 'Lê Thị Hoa', positions: ['Phó Bí thư Thường trực'] };
    const phone = { fullName: null, positions: ['Cán bộ kỹ thuật'], phone: '0900 000 002' };
    const { bridges } = given(LIVE)
      .when({ type: 'assignBridgeStaff', bridgeId: anGiang, room: 'Hội trường A', chairs: [chair], technician: phone })
      .emits({
        type: 'bridgeStaffAssigned',
        at,
        bridgeId: anGiang,
        room: 'Hội trường A',
        chairs: [{ personId: expect.any(String), ...chair }],
        technician: { personId: expect.any(String), ...phone },
      });
    const { chairs, technician } = bridgeOf(bridges, anGiang) ?? AN_GIANG_FACTS;
    expect(new Set([...chairs, technician].map((one) => one?.personId)).size).toBe(2);
  });

  test('[BRG10] a bridge that nothing hangs on can be removed', () => {
    const { bridges } = given(LIVE)
      .when({ type: 'removeBridge', bridgeId: quangBinh, accepting: [] })
      .emits({ type: 'bridgeRemoved', at, bridgeId: quangBinh });
    expect([...valuesOf(bridges.byId)].map(({ bridgeId: id }) => id)).not.toContain(quangBinh);
    expect(bridges.byId.size).toBe(3);
  });

  test.each([
    ['it is the central one', central, []],
    ['it has sub-bridges', anGiang, []],
    ['it has a speech on the record', quangBinh, [paper(speechId('a'), quangBinh)]],
    ['it is armed', quangBinh, [armed(from(quangBinh))]],
    ['it is on air by hand', quangBinh, [taken(from(quangBinh))]],
  ] as const)('[BRG11] a bridge stays when %s', (_, id, more) => {
    const { name } = bridgeOf(stateAfter(LIVE).bridges, id) ?? CENTRAL_FACTS;
    given(LIVE, more)
      .when({ type: 'removeBridge', bridgeId: id, accepting: [] })
      .refuses('bridge-in-use', { bridge: name });
  });

  test('[BRG12] an added bridge never takes the place of another, also after one was removed', () => {
    const removed: EventOf<'bridgeRemoved'> = { type: 'bridgeRemoved', at, bridgeId: quangBinh };
    const { bridges } = given(DRAFT, removed)
      .when({ type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] })
      .happens();
    expect(bridgesInOrder(bridges).map(({ order }) => order)).toEqual([0, 1, 3, 4]);
  });
});

describe('the region of a bridge', () => {
  test('[BRG30] a bridge is counted to a region, to another, and to none again', () => {
    for (const region of ['Đồng bằng sông Cửu Long', 'Nam Bộ', null]) {
      const { bridges } = given(LIVE)
        .when({ type: 'countToRegion', bridgeId: anGiang, region })
        .emits({ type: 'bridgeCountedToRegion', at, bridgeId: anGiang, region });
      expect(bridgeOf(bridges, anGiang)?.region).toBe(region);
    }
  });
});

describe('the line of a bridge', () => {
  const report = (link: 'online' | 'lost', since = NOW): Command => ({
    type: 'reportBridgeLink',
    bridgeId: anGiang,
    link,
    since,
  });

  test('[BRG13] a bridge that never joined is neither there nor lost', () => {
    expect(bridgeOf(given(LIVE_UNTRIED).state.bridges, anGiang)?.link).toEqual({ status: 'untried' });
  });

  test('[BRG14] a line that comes or goes is a fact with its instant', () => {
    const came = given(LIVE_UNTRIED)
      .when(report('online'), { at: NOW + 1 })
      .emits(linked(anGiang, NOW + 1));
    expect(bridgeOf(came.bridges, anGiang)?.link).toEqual({ status: 'online', since: NOW + 1 });
    const went = given(LIVE)
      .when(report('lost'), { at: NOW + 2 })
      .emits(lost(anGiang, NOW + 2));
    expect(bridgeOf(went.bridges, anGiang)?.link).toEqual({ status: 'lost', since: NOW + 2 });
  });

  test('[BRG15] a line that is as it was is no news', () => {
    given(LIVE).when(report('online')).refuses('link-as-before');
    given(LIVE, lost(anGiang)).when(report('lost')).refuses('link-as-before');
    given(LIVE, lost(anGiang)).when(report('online')).emits(linked(anGiang));
  });
});

describe('what hangs below a bridge', () => {
  test('[BRG42] is known in protocol order, and anew when a bridge comes, goes or is given back its line', () => {
    const hamlets = (parentId: typeof anGiang, ...names: readonly string[]): ConferenceEvent => ({
      type: 'bridgesAdded',
      at,
      bridges: names.map((name, i) => ({ ...CHAU_DOC_FACTS, bridgeId: bridgeId(name), parentId, order: 20 - i })),
    });
    const before = stateAfter(LIVE);
    expect(childrenOf(before.bridges, anGiang)).toEqual([chauDoc]);
    const linkedAnew = evolve(evolve(before, lost(chauDoc)), linked(chauDoc));
    expect(childrenOf(linkedAnew.bridges, anGiang)).toEqual([chauDoc]);
    const more = evolve(linkedAnew, hamlets(anGiang, 'b', 'a'));
    expect(childrenOf(more.bridges, anGiang)).toEqual([chauDoc, 'a', 'b']);
    expect(childrenOf(evolve(more, lost(chauDoc)).bridges, anGiang)).toEqual([chauDoc, 'a', 'b']);
    const fewer = evolve(more, { type: 'bridgeRemoved', at, bridgeId: chauDoc });
    expect(childrenOf(fewer.bridges, anGiang)).toEqual(['a', 'b']);
    expect(childrenOf(before.bridges, anGiang)).toEqual([chauDoc]);
  });

  test('[BRG43] is not sorted anew for a line that comes or goes', () => {
    const before = stateAfter(LIVE);
    const children = childrenOf(before.bridges, anGiang);
    expect(childrenOf(evolve(before, lost(quangBinh)).bridges, anGiang)).toBe(children);
  });
});
