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

/** One try of somebody: what is tried, by whom, and three numbers that choose whom and what it is about. */
export interface Try {
  readonly type: Command['type'];
  readonly who: number;
  readonly picks: readonly [number, number, number];
}

/** How often each command is tried; the floor most, so that speeches are really called, heard and ended. */
const WEIGHTS: Readonly<Record<Command['type'], number>> = {
  createConference: 1,
  correctConferenceDetails: 1,
  startPreparation: 1,
  openConference: 3,
  adjournConference: 1,
  resumeConference: 4,
  closeConference: 0.15,
  archiveConference: 1,
  createRehearsal: 2,
  recordRehearsal: 1,
  recordTakeover: 0.5,
  addBridges: 3,
  importBridges: 1.5,
  renameBridge: 1,
  assignBridgeStaff: 2,
  countToRegion: 1,
  removeBridge: 1.5,
  reportBridgeLink: 14,
  registerDelegates: 5,
  correctDelegate: 2,
  removeDelegate: 2,
  moveDelegate: 3,
  moveAllDelegates: 1,
  checkInDelegate: 8,
  markDelegateLeft: 3,
  markDelegateBack: 3,
  markDelegateAbsent: 3,
  clearDelegateMark: 3,
  seatSubstitute: 2.5,
  reportHeadcount: 3,
  excuseBridge: 1.5,
  applyDelegateImport: 2,
  undoImport: 2,
  startRollCall: 1.5,
  callRoll: 3,
  answerRoll: 3,
  paceRollCall: 3,
  endRollCall: 0.7,
  certifyReadiness: 1,
  adoptProtocolRanks: 0.5,
  addAgendaItems: 6,
  correctAgendaItem: 1.5,
  moveAgendaItem: 2,
  removeAgendaItem: 1,
  startAgendaItem: 6,
  finishAgendaItem: 2,
  pauseAgendaItem: 3,
  continueAgendaItem: 3,
  addAgendaItemTime: 2,
  skipAgendaItem: 2,
  restoreAgendaItem: 4,
  announceDelay: 2,
  revokeDelay: 1,
  makeDelayPermanent: 1.5,
  demandEnd: 1,
  winTime: 2,
  scriptCues: 2,
  registerSpeech: 10,
  requestSpeech: 12,
  withdrawSpeech: 1.5,
  acceptSpeech: 11,
  queueSpeech: 4,
  declineSpeech: 2,
  handInWriting: 1,
  moveSpeech: 5,
  swapSpeeches: 3,
  nameUnderstudy: 3,
  seatUnderstudy: 3,
  allotTime: 2,
  clearRequests: 1,
  reinstateSpeeches: 4,
  callSpeaker: 14,
  beginSpeech: 16,
  pauseSpeech: 3,
  continueSpeech: 4,
  extendSpeech: 2,
  remindOfTime: 2,
  endSpeech: 4,
  handBackFloor: 2,
  releaseLostFloor: 8,
  callBackSpeaker: 3,
  openSpeakersList: 2,
  closeSpeakersList: 0.5,
  timeSpeakersList: 1,
  adoptFloorRules: 2,
  correctLedger: 1.5,
  openChairMicrophone: 2,
  closeChairMicrophone: 1.5,
  armSource: 2,
  disarmSource: 1,
  takeSource: 3,
  followFloor: 2,
  frameProgram: 1,
  layDocument: 3,
  clearDesk: 1,
  turnPage: 3,
  handSlides: 1,
  playClip: 2,
  pauseClip: 2,
  limitPictures: 1,
  chooseDevice: 2,
  scheduleLineChecks: 2,
  startLineCheck: 3,
  answerCheckPoint: 4,
  finishLineCheck: 2,
  abandonLineCheck: 1,
  reportLineFault: 4,
  messageBridges: 3,
  messageCentre: 2,
  markMessageSeen: 3,
  answerMessage: 3,
  callForHelp: 2,
  settleHelp: 1.5,
  ringBridge: 3,
  answerCall: 3,
  endCall: 1.5,
  missCall: 2,
  addDocument: 4,
  removeDocument: 1,
  decideRecording: 2,
  startRecording: 3,
  stopRecording: 1,
  keepRecordings: 0.5,
  eraseRecording: 1,
  beginClassified: 0.4,
  endClassified: 3,
  reportDefect: 2,
  mendDefect: 1.5,
  createSuccessor: 2.5,
  nameOfficials: 1.5,
  writePaperHead: 1.5,
  writeNote: 3,
  registerProposal: 4,
  correctProposal: 1.5,
  groupProposal: 1.5,
  settleProposal: 1.5,
  removeProposal: 1.5,
  assignTask: 1.5,
  correctTask: 1.5,
  followUpTask: 1.5,
  removeTask: 1.5,
  planAward: 1.5,
  correctAward: 1.5,
  moveAward: 1.5,
  presentAward: 1.5,
  removeAward: 1.5,
  addReportPoint: 1.5,
  correctReportPoint: 1.5,
  removeReportPoint: 1.5,
  openIncident: 1.5,
  correctIncident: 1.5,
  mendIncident: 1.5,
  citeDocument: 1.5,
  removeCitation: 1.5,
  giveFeedback: 1.5,
  keepPeople: 1.5,
  recordErasure: 1.5,
  signMinutes: 4,
  reopenMinutes: 6,
  describeDocument: 3,
  attachPaper: 3,
  releaseDocument: 3,
  withdrawDocument: 3,
  releaseDue: 2,
  prepareBallot: 5,
  correctBallot: 1,
  removeBallot: 0.5,
  openBallot: 9,
  countHands: 14,
  castVote: 24,
  closeBallot: 9,
  publishBallot: 10,
  hideBallot: 10,
  annulBallot: 0.6,
};

type Ladder = readonly (readonly [Command['type'], number])[];

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
