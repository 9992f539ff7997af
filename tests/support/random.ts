import fc from 'fast-check';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import { attendanceCommands } from '../../shared/domain/attendance/commands.ts';
import { ballotCommands } from '../../shared/domain/ballots/commands.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { bridgeCommands } from '../../shared/domain/bridges/commands.ts';
import type { Command } from '../../shared/domain/command.ts';
import { documentCommands } from '../../shared/domain/documents/commands.ts';
import { floorCommands } from '../../shared/domain/floor/commands.ts';
import { speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { lineCommands } from '../../shared/domain/lines/commands.ts';
import { messageCommands } from '../../shared/domain/messages/commands.ts';
import { onairCommands } from '../../shared/domain/onair/commands.ts';
import { recordingCommands } from '../../shared/domain/recording/commands.ts';
import { recordsCommands } from '../../shared/domain/records/commands.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  announcer,
  bridgeId,
  chair,
  director,
  kioskOf,
  lineTechnician,
  moderator,
  operatorOf,
  secretariat,
} from './builders.ts';
import { WEIGHTS } from './random-weights.ts';

/** One try of somebody: what is tried, by whom, and three numbers that choose whom and what it is about. */
export interface Try {
  readonly type: Command['type'];
  readonly who: number;
  readonly picks: readonly [number, number, number];
}

export type Ladder = readonly (readonly [Command['type'], number])[];

const LADDER = Object.entries(WEIGHTS) as [Command['type'], number][];
const FLOOR: ReadonlySet<string> = new Set(floorCommands.map(({ shape }) => shape.type.value));
/** Whoever tries nothing but what concerns the floor. */
const FLOOR_LADDER: Ladder = LADDER.filter(([type]) => FLOOR.has(type) || type === 'reportBridgeLink');

const TECHNICAL: ReadonlySet<string> = new Set([
  'beginClassified',
  'endClassified',
  ...[...lineCommands, ...messageCommands, ...documentCommands, ...recordingCommands, ...onairCommands].map(
    ({ shape }) => shape.type.value,
  ),
]);
const LIBRARY: ReadonlySet<string> = new Set([
  'describeDocument',
  'attachPaper',
  'releaseDocument',
  'releaseDue',
  'withdrawDocument',
]);
const RECORDED: ReadonlySet<string> = new Set([
  'createSuccessor',
  ...[...recordsCommands, ...ballotCommands, ...documentCommands].map(({ shape }) => shape.type.value),
]);
/** What technicians do would crowd out the rest: a day of theirs is tried apart. */
const GENERAL_LADDER: Ladder = LADDER.filter(
  ([type]) =>
    type === 'reportDefect' ||
    type === 'mendDefect' ||
    (!TECHNICAL.has(type) && !RECORDED.has(type)) ||
    ['armSource', 'disarmSource', 'takeSource', 'followFloor'].includes(type),
);
const TECHNICAL_LADDER: Ladder = LADDER.filter(
  ([type]) =>
    (TECHNICAL.has(type) && !LIBRARY.has(type)) ||
    ['reportBridgeLink', 'callSpeaker', 'beginSpeech', 'closeConference'].includes(type),
);

/** A day of those who write the record, hand out documents and put questions to the vote. */
const RECORDS_LADDER: Ladder = [
  ...LADDER.filter(([type]) => RECORDED.has(type)),
  ['addBridges', 1],
  ['addAgendaItems', 2],
  ['requestSpeech', 3],
  ['callSpeaker', 3],
  ['reportHeadcount', 8],
  ['registerDelegates', 8],
  ['checkInDelegate', 14],
  ['closeConference', 0.4],
];

const COUNTED: ReadonlySet<string> = new Set(
  [...attendanceCommands, ...bridgeCommands].map(({ shape }) => shape.type.value),
);
const COUNTED_LADDER: Ladder = LADDER.filter(([type]) => COUNTED.has(type) || type === 'openConference').map(
  ([type, weight]) => [type, type === 'reportBridgeLink' || type === 'openConference' ? 1 : weight],
);

/** Each a day of its own; together they try everything. */
export const LADDERS = {
  general: GENERAL_LADDER,
  floor: FLOOR_LADDER,
  counted: COUNTED_LADDER,
  records: RECORDS_LADDER,
  technical: TECHNICAL_LADDER,
} as const;

/** The command type at this point of 0..1. */
export function typeAt(fraction: number, ladder: Ladder = GENERAL_LADDER): Command['type'] {
  let left = fraction * ladder.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [type, weight] of ladder) {
    left -= weight;
    if (left < 0) return type;
  }
  return 'callSpeaker';
}

const nat = fc.nat({ max: 9_999 });

/** Without fast-check's liking for small numbers, which would try the same commands about the same bridge. */
const triesOn = (ladder: Ladder): fc.Arbitrary<Try> =>
  fc.noBias(
    fc.record({
      type: fc.nat({ max: 999_999 }).map((n) => typeAt(n / 1_000_000, ladder)),
      who: nat,
      picks: fc.tuple(nat, nat, nat),
    }),
  );
export const tryArbitrary = triesOn(GENERAL_LADDER);
export const floorTryArbitrary = triesOn(FLOOR_LADDER);
export const attendanceTryArbitrary = triesOn(COUNTED_LADDER);
export const recordsTryArbitrary = triesOn(RECORDS_LADDER);
export const technicalTryArbitrary = triesOn(TECHNICAL_LADDER);

const OF_THE_SYSTEM: ReadonlySet<Command['type']> = new Set([
  'reportBridgeLink',
  'releaseLostFloor',
  'createRehearsal',
  'recordRehearsal',
  'reportLineFault',
  'missCall',
  'addDocument',
  'recordTakeover',
  'createSuccessor',
  'releaseDue',
  'recordErasure',
]);

/** What a hall does of itself, about whichever bridge it is. */
const OF_THE_HALL: ReadonlySet<Command['type']> = new Set([
  'messageCentre',
  'markMessageSeen',
  'answerMessage',
  'callForHelp',
  'answerCall',
  'answerCheckPoint',
]);

const OF_THE_DELEGATE: ReadonlySet<Command['type']> = new Set(['castVote', 'giveFeedback']);

/** Who tries it: mostly somebody who may. */
export function actorOf({ type, who, picks: [a] }: Try, state: ConferenceState, command: Command): Actor {
  if (OF_THE_HALL.has(type) && who % 3 !== 0 && 'bridgeId' in command && command.bridgeId !== null) {
    return operatorOf(command.bridgeId);
  }
  if ('delegateId' in command && OF_THE_DELEGATE.has(type) && who % 7 !== 0) {
    return { seat: 'delegate', session: command.delegateId, bridgeId: null };
  }
  if (OF_THE_SYSTEM.has(type) && who % 5 !== 0) return SYSTEM;
  const onFloor = speechOnFloor(state.floor);
  if (type === 'handBackFloor' && onFloor !== undefined) return operatorOf(onFloor.bridgeId);
  const bridges = bridgesInOrder(state.bridges);
  const bridge = bridges[a % Math.max(1, bridges.length)]?.bridgeId ?? bridgeId('unknown');
  const wall: Actor = { seat: 'wall', session: 'w', bridgeId: null };
  const others = [
    moderator,
    moderator,
    chair,
    operatorOf(bridge),
    operatorOf(bridge),
    announcer,
    wall,
    kioskOf(bridge),
  ];
  const ofTheBooth = TECHNICAL.has(type) ? [director, lineTechnician][who % 6] : undefined;
  return ofTheBooth ?? others[who % 16] ?? secretariat;
}
