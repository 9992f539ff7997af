import { describe, expect, test } from 'vitest';
import { NO_ROLLS } from '../../shared/domain/attendance/delegate.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import { bridgeOf, bridgesInOrder, MAX_BRIDGES } from '../../shared/domain/bridges/bridge.ts';
import type { ImportedBridge } from '../../shared/domain/bridges/commands.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  bridgeId,
  chauDoc,
  counts,
  created,
  DRAFT,
  importedBridge,
  importId,
  LIVE,
  listed,
  NOW,
  nowhere,
  placed,
  quangBinh,
  reported,
  secretariat,
  speechId,
  technician,
} from '../support/builders.ts';
import { cpuMsOf } from '../support/cpu-time.ts';
import { given } from '../support/domain-spec.ts';
import { paper } from '../support/speech-builders.ts';

const at = NOW;
const file = importId('tep-1');
const remove = (accepting: CommandOf<'removeBridge'>['accepting'] = []): Command => ({
  type: 'removeBridge',
  bridgeId: chauDoc,
  accepting,
});
const importing = (
  bridges: readonly ImportedBridge[],
  changes: CommandOf<'importBridges'>['changes'] = [],
): CommandOf<'importBridges'> => ({
  type: 'importBridges',
  importId: file,
  name: 'Điểm cầu.xlsx',
  bridges: [...bridges],
  changes,
});
const undo: Command = { type: 'undoImport', importId: file, accepting: [] };
const named = ({ bridges }: ConferenceState, shortName: string) =>
  bridgesInOrder(bridges).find((bridge) => bridge.shortName === shortName);

describe('removing a bridge that people were counted at', () => {
  test('[BRG31] with a list it stays until the list has gone elsewhere', () => {
    const name = 'Điểm cầu thành phố Châu Đốc';
    const before = given(LIVE, listed(chauDoc, 'db-1', 'db-2'));
    before.when(remove(['attendance-struck'])).refuses('bridge-has-delegates', { bridge: name, count: 2 });
    const moved: ConferenceEvent = {
      type: 'allDelegatesMoved',
      at,
      ...placed(chauDoc),
      toBridgeId: quangBinh,
      toAbove: [],
    };
    const { attendance } = given(LIVE, listed(chauDoc, 'db-1', 'db-2'), moved)
      .when(remove())
      .happens();
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 2 });
  });

  test('[BRG32] its report is struck from the totals, once that is accepted by its name', () => {
    const before = given(LIVE, reported(chauDoc, counts(9, 8)), reported(quangBinh, counts(5, 5)));
    const name = 'Điểm cầu thành phố Châu Đốc';
    before.when(remove()).refuses('unconfirmed', { consequence: 'attendance-struck', bridge: name });
    const { attendance } = before
      .when(remove(['attendance-struck']))
      .emits({ type: 'attendanceStruck', at, ...placed(chauDoc) }, { type: 'bridgeRemoved', at, bridgeId: chauDoc });
    expect(attendance.totals.reported).toBe(1);
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 5, onSite: 5 });
  });

  test('[BRG33] an excuse goes with it unasked', () => {
    const excused = { type: 'bridgeExcused', at, ...placed(chauDoc), reason: 'Mất điện' } as const;
    const { attendance } = given(LIVE, excused).when(remove()).happens();
    expect(attendance.byBridge.size).toBe(0);
  });
});

describe('a list of bridges from a file', () => {
  test('[BRG34] adds bridges in the order of the file, below bridges that are there and below rows of the file, in any order', () => {
    const state = given(DRAFT)
      .when(
        importing([
          importedBridge('ấp Một', { parent: { row: 1 } }),
          importedBridge('xã Vĩnh Tế', { parent: { bridgeId: anGiang }, technician: { ...phone } }),
          importedBridge('tỉnh Cà Mau'),
        ]),
      )
      .happens();
    expect(bridgesInOrder(state.bridges).slice(4)).toMatchObject([
      { shortName: 'ấp Một', tier: 3, parentId: named(state, 'xã Vĩnh Tế')?.bridgeId, order: 4 },
      { shortName: 'xã Vĩnh Tế', tier: 2, parentId: anGiang, order: 5, technician: phone },
      { shortName: 'tỉnh Cà Mau', tier: 1, parentId: null, order: 6 },
    ]);
    expect(state.attendance.imports).toMatchObject([{ list: 'bridges', added: 3, changed: 0, undone: false }]);
  });

  const phone = { fullName: null, positions: ['Kỹ thuật viên'], phone: '0900 000 009' };
  const change = { bridgeId: anGiang, region: 'Tây Nam Bộ', room: 'Hội trường A', chairs: [], technician: phone };

  test('[BRG35] says anew the region, the room and the people of bridges that are there, and remembers what stood', () => {
    const { bridges, attendance } = given(DRAFT)
      .when(importing([], [change]))
      .happens();
    expect(bridgeOf(bridges, anGiang)).toMatchObject({ region: 'Tây Nam Bộ', room: 'Hội trường A', technician: phone });
    const { region, room, chairs } = AN_GIANG_FACTS;
    expect(attendance.imports[0]?.replaced).toEqual([{ bridgeId: anGiang, region, room, chairs, technician }]);
  });

  test.each([
    ['a ring of parents', [importedBridge('a', { parent: { row: 1 } }), importedBridge('b', { parent: { row: 0 } })]],
    ['a row below itself', [importedBridge('a', { parent: { row: 0 } })]],
    ['a row that is not in the file', [importedBridge('a', { parent: { row: 7 } })]],
    ['a bridge that is not there', [importedBridge('a', { parent: { bridgeId: nowhere } })]],
  ])('[BRG36] is refused as a whole for %s', (_, bridges) => {
    given(DRAFT)
      .when(importing([...bridges, importedBridge('tỉnh Cà Mau')]))
      .refuses('bridge-unknown');
  });

  test('[BRG37] is refused when it is empty, applied before, brings a second centre or too many, or changes one that is gone', () => {
    given(DRAFT).when(importing([])).refuses('nothing-to-change');
    const state = given(DRAFT)
      .when(importing([importedBridge('a')]))
      .happens();
    expect(state.attendance.imports).toHaveLength(1);
    const again = decideOn(state, importing([importedBridge('b')]));
    expect(again).toMatchObject({ ok: false, error: { code: 'import-applied' } });
    const centre = importedBridge('Trung ương', { central: true });
    given(DRAFT)
      .when(importing([centre]))
      .refuses('central-bridge-exists');
    given(created)
      .when(importing([centre, centre]))
      .refuses('central-bridge-exists');
    given(created)
      .when(importing([centre]))
      .happens();
    given(DRAFT)
      .when(importing([], [{ ...change, bridgeId: nowhere }]))
      .refuses('bridge-unknown');
    const many = Array.from({ length: MAX_BRIDGES - 3 }, () => importedBridge('x'));
    const tooMany = decideOn(given(DRAFT).state, importing(many));
    expect(tooMany).toMatchObject({ ok: false, error: { code: 'too-many-bridges' } });
  });

  test('[BRG38] of 31,000 bridges is one act, in facts of 500 bridges each, within seconds', {
    timeout: 120_000,
  }, () => {
    const provinces = Array.from({ length: 34 }, (_, index) => importedBridge(`tỉnh ${index}`));
    const rows = Array.from({ length: 30_966 }, (_, index) =>
      importedBridge(`xã ${index}`, { parent: { row: index % 34 } }),
    );
    const took = cpuMsOf(() => {
      const decided = decideOn(given(DRAFT).state, importing([...provinces, ...rows]));
      const events = decided.ok ? decided.value.events : [];
      const added = events.flatMap((event) => (event.type === 'bridgesAdded' ? [event.bridges.length] : []));
      expect([added.length, Math.max(...added), added.reduce((sum, one) => sum + one, 0)]).toEqual([62, 500, 31_000]);
      const state = events.reduce(evolve, given(DRAFT).state);
      expect(named(state, 'xã 35')).toMatchObject({ tier: 2, parentId: named(state, 'tỉnh 1')?.bridgeId });
      const undone = decideOn(state, undo);
      expect(undone.ok && undone.value.events.length).toBe(31_001);
    });
    // By the square of the bridges it would be minutes.
    expect(took).toBeLessThan(20_000);
  });
});

const decideOn = (state: ConferenceState, command: Command) => {
  let last = 0;
  return decide(state, command, { now: NOW, newId: () => `i${++last}`, position: 0, actor: secretariat }, NO_ROLLS);
};

describe('taking a list of bridges back', () => {
  const change = { bridgeId: anGiang, region: 'Tây Nam Bộ', room: null, chairs: [], technician: null };
  const wish = importing(
    [importedBridge('tỉnh Cà Mau'), importedBridge('xã Đất Mũi', { parent: { row: 0 } })],
    [change],
  );
  const decided = decideOn(given(DRAFT).state, wish);
  const imported: readonly ConferenceEvent[] = [...DRAFT, ...(decided.ok ? decided.value.events : [])];
  const caMau = named(given(imported).state, 'tỉnh Cà Mau')?.bridgeId ?? nowhere;
  const datMui = named(given(imported).state, 'xã Đất Mũi')?.bridgeId ?? nowhere;

  test('[BRG39] removes what it added, those below first, and puts back what stood', () => {
    const state = given(imported).when(undo).happens();
    expect(bridgesInOrder(state.bridges).map(({ shortName }) => shortName)).not.toContain('tỉnh Cà Mau');
    expect(state.bridges.byId.size).toBe(4);
    expect(bridgeOf(state.bridges, anGiang)).toMatchObject({ region: null, technician, chairs: AN_GIANG_FACTS.chairs });
    expect(state.attendance.imports).toMatchObject([{ undone: true }]);
  });

  test.each([
    ['a list', [listed(datMui, 'db-1')], 'Điểm cầu xã Đất Mũi'],
    ['a report', [reported(caMau, counts(3, 3))], 'Điểm cầu tỉnh Cà Mau'],
    ['a speech', [paper(speechId('a'), caMau)], 'Điểm cầu tỉnh Cà Mau'],
    ['a bridge below that came otherwise', [below(caMau)], 'Điểm cầu tỉnh Cà Mau'],
  ] as const)('[BRG40] is refused as a whole while one of them has %s', (_, more, bridge) => {
    given(imported, more).when(undo).refuses('bridge-in-use', { bridge });
  });

  test('[BRG41] passes over a bridge that was removed meanwhile', () => {
    const gone = { type: 'bridgeRemoved', at, bridgeId: datMui } as const;
    const { bridges } = given(imported, gone).when(undo).happens();
    expect(bridges.byId.size).toBe(4);
  });

  function below(parentId: typeof caMau): ConferenceEvent {
    const facts = { ...AN_GIANG_FACTS, bridgeId: bridgeId('them'), tier: 2, parentId, order: 99 };
    return { type: 'bridgesAdded', at, bridges: [facts] };
  }
});
