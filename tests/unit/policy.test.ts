import { describe, expect, test } from 'vitest';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import { audiencesOf, PUBLIC, STAFF } from '../../shared/domain/audience.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import {
  anGiang,
  announcer,
  chair,
  chauDoc,
  delegateId,
  director,
  kioskOf,
  LIVE,
  lineTechnician,
  moderator,
  operatorOf,
  quangBinh,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { EXPECTED_RIGHTS } from '../support/expected-rights.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { paper } from '../support/speech-builders.ts';

/** A speech of each bridge that a command may be about. */
const SPEECHES = new Map([
  [anGiang, speechId('cua-an-giang')],
  [chauDoc, speechId('cua-chau-doc')],
  [quangBinh, speechId('cua-quang-binh')],
]);
const state = stateAfter(
  LIVE,
  [...SPEECHES].map(([bridge, speech]) => paper(speech, bridge)),
);

const seated = (seat: Actor['seat'], bridge: BridgeId | null = null): Actor => ({
  seat,
  session: 's',
  bridgeId: bridge,
});

/** Everybody who may try, all at An Giang, whose sub-bridge is Châu Đốc. */
const ACTORS: Readonly<Record<string, Actor>> = {
  secretariat,
  moderator,
  chair,
  announcer,
  director,
  technician: lineTechnician,
  recorder: seated('recorder'),
  system: SYSTEM,
  operator: operatorOf(anGiang),
  'operator of nothing': seated('operator'),
  kiosk: kioskOf(anGiang),
  'kiosk of nothing': seated('kiosk'),
  wall: seated('wall'),
  'wall of the bridge': seated('wall', anGiang),
  secretary: seated('secretary'),
  delegate: { seat: 'delegate', session: 'db-1', bridgeId: anGiang },
  'another delegate': { seat: 'delegate', session: 'db-2', bridgeId: anGiang },
  viewer: seated('viewer'),
  'viewer of the bridge': seated('viewer', anGiang),
};

const SCOPES = [
  ['own', anGiang],
  ['child', chauDoc],
  ['other', quangBinh],
] as const;

const commandOf = (type: Command['type'], bridge: BridgeId): Command | undefined =>
  sampleCommands(bridge, SPEECHES.get(bridge) ?? speechId('none')).find((command) => command.type === type);

const TYPES = Object.keys(EXPECTED_RIGHTS) as Command['type'][];

describe('who may issue which command', () => {
  test('[SEAT1] every command has its line in the expected table', () => {
    expect(TYPES.toSorted()).toEqual(commandSchema.options.map(({ shape }) => shape.type.value).toSorted());
  });

  test.each(TYPES)('[SEAT2] %s, by every seat, about the own, a child and another bridge', (type) => {
    for (const [scope, bridge] of SCOPES) {
      const command = commandOf(type, bridge);
      const allowed = Object.entries(ACTORS).filter(
        ([, actor]) => command !== undefined && mayIssue(actor, command, state),
      );
      const expected = EXPECTED_RIGHTS[type].filter((who) => !who.includes(': ') || who.endsWith(`: ${scope}`));
      expect(allowed.map(([name]) => name).toSorted(), `${type}, ${scope} bridge`).toEqual(
        expected.map((who) => who.replace(/: .*/, '')).toSorted(),
      );
    }
  });

  test.each(['wall', 'viewer'] as const)('[SEAT3] a %s can do nothing at all', (seat) => {
    const allowed = SCOPES.flatMap(([, bridge]) =>
      TYPES.map((type) => commandOf(type, bridge)).filter(
        (command) => command !== undefined && mayIssue(seated(seat, bridge), command, state),
      ),
    );
    expect(allowed).toEqual([]);
  });

  test('[SEAT4] an operator has no right about a speech that is not there', () => {
    const command: Command = { type: 'withdrawSpeech', speechId: speechId('none') };
    expect(mayIssue(operatorOf(anGiang), command, state)).toBe(false);
    expect(mayIssue(secretariat, command, state)).toBe(true);
  });

  test('[SEAT5] an operator of a sub-bridge has no right over the bridge above', () => {
    const command = commandOf('reportHeadcount', anGiang);
    expect(command !== undefined && mayIssue(operatorOf(chauDoc), command, state)).toBe(false);
  });

  test('[SEAT30] only the secretariat lets a closed list or an empty chair pass', () => {
    const command = commandOf('registerSpeech', anGiang);
    if (command?.type !== 'registerSpeech') throw new Error('no sample');
    const overriding: Command = { ...command, override: { reason: 'Đồng chí Bí thư đến muộn' } };
    const may = (one: Command) =>
      Object.entries(ACTORS).flatMap(([name, actor]) => (mayIssue(actor, one, state) ? [name] : []));
    expect(may(overriding)).toEqual(['secretariat']);
    expect(may(command)).toEqual(['secretariat', 'moderator']);
  });

  test('[SEAT31] a defect that is of no one hall is not for an operator to report', () => {
    const everywhere: Command = { type: 'reportDefect', sentence: 'Tiếng vọng', bridgeId: null };
    expect(mayIssue(operatorOf(anGiang), everywhere, state)).toBe(false);
    expect(mayIssue(operatorOf(anGiang), { ...everywhere, bridgeId: anGiang }, state)).toBe(true);
    expect(mayIssue(announcer, everywhere, state)).toBe(true);
  });
});

describe('from one list to another', () => {
  const move = (bridgeId: BridgeId, toBridgeId: BridgeId) => [
    { type: 'moveDelegate', bridgeId, delegateId: delegateId('db-1'), toBridgeId } as const,
    { type: 'moveAllDelegates', bridgeId, toBridgeId } as const,
  ];

  test('[SEAT50] an operator moves delegates within the own branch, and neither into it nor out of it', () => {
    const may = (from: BridgeId, to: BridgeId) =>
      move(from, to).map((one) => mayIssue(operatorOf(anGiang), one, state));
    expect(may(anGiang, chauDoc)).toEqual([true, true]);
    expect(may(chauDoc, anGiang)).toEqual([true, true]);
    expect(may(anGiang, quangBinh)).toEqual([false, false]);
    expect(may(quangBinh, anGiang)).toEqual([false, false]);
    expect(move(quangBinh, anGiang).map((one) => mayIssue(secretariat, one, state))).toEqual([true, true]);
  });
});

describe('what each seat listens to', () => {
  test.each([
    ['secretariat', secretariat, [STAFF]],
    ['moderator', moderator, [STAFF]],
    ['chair', chair, [STAFF]],
    ['announcer', announcer, [STAFF]],
    ['operator', operatorOf(anGiang), [PUBLIC, { kind: 'bridge', bridgeId: anGiang }]],
    ['operator of nothing', seated('operator'), [PUBLIC]],
    ['kiosk', kioskOf(anGiang), [PUBLIC, { kind: 'door', bridgeId: anGiang }]],
    ['kiosk of nothing', seated('kiosk'), [PUBLIC]],
    ['wall', seated('wall'), [PUBLIC]],
    ['wall of a bridge', seated('wall', anGiang), [PUBLIC]],
    ['viewer', seated('viewer'), [PUBLIC]],
  ] as const)('[SEAT6] %s', (_, actor, audiences) => {
    expect(audiencesOf(actor)).toEqual(audiences);
  });
});
