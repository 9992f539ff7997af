import type { Actor } from './actor.ts';
import { isWithin } from './bridges/bridge.ts';
import type { Command } from './command.ts';
import { speechOf } from './floor/floor.ts';
import { type ActorSeat, type Grant, grants } from './grant.ts';
import type { BridgeId } from './ids.ts';
import type { ConferenceState } from './state.ts';

/** A scope says yes or nothing; without a yes the answer is no. */
type Rule = (actor: Actor, command: Command, state: ConferenceState) => boolean;

/** An operator acts for the own bridge alone. */
const ownBridge: Rule = ({ bridgeId }, command, state) =>
  bridgeId !== null && bridgeOfCommand(command, state) === bridgeId;

/** The roll of the own bridge and of the bridges below it. */
const ownTree: Rule = ({ bridgeId }, command, { bridges }) =>
  bridgeId !== null &&
  'bridgeId' in command &&
  command.bridgeId !== null &&
  isWithin(bridges, command.bridgeId, bridgeId);

/** How far a right to a command reaches. */
const SCOPES = {
  conference: () => true,
  ownBridge,
  ownTree,
  /** From one bridge of the own tree to another. */
  withinOwnTree: (actor, command, state) =>
    ownTree(actor, command, state) &&
    'toBridgeId' in command &&
    actor.bridgeId !== null &&
    isWithin(state.bridges, command.toBridgeId, actor.bridgeId),
  /** At the one door that the seat stands at. */
  ownDoor: ({ bridgeId }, command) => 'bridgeId' in command && bridgeId !== null && command.bridgeId === bridgeId,
  /** The bridge that the slides were handed to turns their pages. */
  asPresenter: ({ bridgeId }, _, { onair }) =>
    bridgeId !== null && onair.document?.kind === 'slides' && onair.document.presenter === bridgeId,
  /** Nobody answers for the other side of a line check. */
  ownBridgeAnswers: (actor, command, state) =>
    ownBridge(actor, command, state) && command.type === 'answerCheckPoint' && command.side === 'bridge',
  centreAnswers: (_, command) => command.type === 'answerCheckPoint' && command.side === 'centre',
  /** Only the secretariat lets a closed list or an empty chair pass. */
  withoutOverride: (_, command) => command.type === 'registerSpeech' && command.override === null,
  /** A delegate speaks for nobody else. */
  ownVoice: ({ session }, command) => 'delegateId' in command && command.delegateId === session,
} as const satisfies Readonly<Record<string, Rule>>;

type CommandScope = keyof typeof SCOPES;
type Cell = Grant<CommandScope>;

function bridgeOfCommand(command: Command, { floor }: ConferenceState): BridgeId | null {
  if ('bridgeId' in command) return command.bridgeId;
  return 'speechId' in command && command.speechId !== null
    ? (speechOf(floor, command.speechId)?.bridgeId ?? null)
    : null;
}

const everywhere = (...seats: readonly ActorSeat[]) => grants('conference', ...seats);

const PREPARES = everywhere('secretariat');
const MODERATES = everywhere('secretariat', 'moderator');
/** The chair calls, reminds and ends with the same right as the moderators. */
const CONDUCTS = everywhere('secretariat', 'moderator', 'chair');
/** What remains of the conference. */
const RECORDS = everywhere('secretariat', 'secretary');
/** What everybody sees. */
const DIRECTS = everywhere('secretariat', 'moderator', 'director');
/** The lines, and the talk beside the conference. */
const TENDS = everywhere('secretariat', 'moderator', 'director', 'technician');
/** The server itself: deadlines, what it observed. */
const SYSTEM_ALONE = everywhere('system');
const OWN_BRIDGE = grants('ownBridge', 'operator');
const ROLL = [...PREPARES, ...grants('ownTree', 'operator')];
const MOVES = [...PREPARES, ...grants('withinOwnTree', 'operator')];

/** Who may issue which command. A command without a line does not compile. */
export const RULES = {
  createConference: PREPARES,
  correctConferenceDetails: PREPARES,
  startPreparation: PREPARES,
  openConference: MODERATES,
  adjournConference: MODERATES,
  resumeConference: MODERATES,
  closeConference: MODERATES,
  archiveConference: PREPARES,
  createRehearsal: SYSTEM_ALONE,
  createSuccessor: SYSTEM_ALONE,
  recordRehearsal: SYSTEM_ALONE,
  recordTakeover: SYSTEM_ALONE,
  addBridges: PREPARES,
  importBridges: PREPARES,
  renameBridge: PREPARES,
  assignBridgeStaff: PREPARES,
  countToRegion: PREPARES,
  removeBridge: PREPARES,
  reportBridgeLink: SYSTEM_ALONE,
  registerDelegates: ROLL,
  correctDelegate: ROLL,
  removeDelegate: ROLL,
  moveDelegate: MOVES,
  moveAllDelegates: MOVES,
  checkInDelegate: [...ROLL, ...grants('ownDoor', 'kiosk')],
  markDelegateLeft: ROLL,
  markDelegateBack: ROLL,
  markDelegateAbsent: ROLL,
  clearDelegateMark: ROLL,
  seatSubstitute: ROLL,
  reportHeadcount: ROLL,
  excuseBridge: ROLL,
  applyDelegateImport: PREPARES,
  undoImport: PREPARES,
  startRollCall: MODERATES,
  callRoll: everywhere('secretariat', 'moderator', 'system'),
  answerRoll: MODERATES,
  paceRollCall: MODERATES,
  endRollCall: MODERATES,
  certifyReadiness: MODERATES,
  adoptProtocolRanks: PREPARES,
  addAgendaItems: PREPARES,
  correctAgendaItem: PREPARES,
  moveAgendaItem: MODERATES,
  removeAgendaItem: PREPARES,
  startAgendaItem: MODERATES,
  finishAgendaItem: MODERATES,
  pauseAgendaItem: MODERATES,
  continueAgendaItem: MODERATES,
  addAgendaItemTime: MODERATES,
  skipAgendaItem: MODERATES,
  restoreAgendaItem: MODERATES,
  announceDelay: MODERATES,
  revokeDelay: MODERATES,
  makeDelayPermanent: MODERATES,
  demandEnd: MODERATES,
  winTime: MODERATES,
  scriptCues: MODERATES,
  registerSpeech: [...PREPARES, ...grants('withoutOverride', 'moderator')],
  requestSpeech: [...MODERATES, ...OWN_BRIDGE],
  withdrawSpeech: [...MODERATES, ...OWN_BRIDGE],
  acceptSpeech: MODERATES,
  queueSpeech: MODERATES,
  declineSpeech: MODERATES,
  handInWriting: MODERATES,
  moveSpeech: MODERATES,
  swapSpeeches: MODERATES,
  nameUnderstudy: [...MODERATES, ...OWN_BRIDGE],
  seatUnderstudy: [...MODERATES, ...OWN_BRIDGE],
  allotTime: MODERATES,
  clearRequests: MODERATES,
  reinstateSpeeches: MODERATES,
  callSpeaker: CONDUCTS,
  beginSpeech: [...everywhere('system', 'secretariat', 'moderator'), ...OWN_BRIDGE],
  pauseSpeech: MODERATES,
  continueSpeech: MODERATES,
  extendSpeech: CONDUCTS,
  remindOfTime: CONDUCTS,
  endSpeech: CONDUCTS,
  handBackFloor: OWN_BRIDGE,
  releaseLostFloor: SYSTEM_ALONE,
  callBackSpeaker: MODERATES,
  openSpeakersList: MODERATES,
  closeSpeakersList: MODERATES,
  timeSpeakersList: MODERATES,
  adoptFloorRules: MODERATES,
  correctLedger: MODERATES,
  openChairMicrophone: CONDUCTS,
  closeChairMicrophone: CONDUCTS,
  armSource: DIRECTS,
  disarmSource: DIRECTS,
  takeSource: DIRECTS,
  followFloor: DIRECTS,
  beginClassified: CONDUCTS,
  endClassified: CONDUCTS,
  frameProgram: DIRECTS,
  layDocument: DIRECTS,
  clearDesk: DIRECTS,
  turnPage: [...DIRECTS, ...grants('asPresenter', 'operator')],
  handSlides: DIRECTS,
  playClip: DIRECTS,
  pauseClip: DIRECTS,
  limitPictures: DIRECTS,
  chooseDevice: [...TENDS, ...OWN_BRIDGE],
  scheduleLineChecks: TENDS,
  startLineCheck: TENDS,
  answerCheckPoint: [
    ...grants('centreAnswers', 'secretariat', 'moderator', 'director', 'technician'),
    ...grants('ownBridgeAnswers', 'operator'),
  ],
  finishLineCheck: TENDS,
  abandonLineCheck: [...TENDS, ...OWN_BRIDGE],
  reportLineFault: SYSTEM_ALONE,
  messageBridges: TENDS,
  messageCentre: OWN_BRIDGE,
  markMessageSeen: [...TENDS, ...OWN_BRIDGE],
  answerMessage: [...TENDS, ...OWN_BRIDGE],
  callForHelp: OWN_BRIDGE,
  settleHelp: [...TENDS, ...OWN_BRIDGE],
  ringBridge: TENDS,
  answerCall: OWN_BRIDGE,
  endCall: [...TENDS, ...OWN_BRIDGE],
  missCall: SYSTEM_ALONE,
  addDocument: SYSTEM_ALONE,
  removeDocument: everywhere('secretariat', 'director'),
  decideRecording: everywhere('secretariat', 'chair'),
  startRecording: DIRECTS,
  stopRecording: DIRECTS,
  keepRecordings: PREPARES,
  eraseRecording: everywhere('secretariat', 'system'),
  reportDefect: [...everywhere('secretariat', 'moderator', 'chair', 'announcer'), ...OWN_BRIDGE],
  mendDefect: MODERATES,
  nameOfficials: RECORDS,
  writePaperHead: RECORDS,
  writeNote: RECORDS,
  signMinutes: RECORDS,
  reopenMinutes: RECORDS,
  correctProposal: RECORDS,
  groupProposal: RECORDS,
  settleProposal: RECORDS,
  removeProposal: RECORDS,
  assignTask: RECORDS,
  correctTask: RECORDS,
  followUpTask: RECORDS,
  removeTask: RECORDS,
  planAward: RECORDS,
  correctAward: RECORDS,
  moveAward: RECORDS,
  removeAward: RECORDS,
  addReportPoint: RECORDS,
  correctReportPoint: RECORDS,
  removeReportPoint: RECORDS,
  citeDocument: RECORDS,
  removeCitation: RECORDS,
  describeDocument: RECORDS,
  releaseDocument: RECORDS,
  withdrawDocument: RECORDS,
  registerProposal: [...RECORDS, ...OWN_BRIDGE],
  presentAward: [...RECORDS, ...everywhere('moderator')],
  openIncident: [...TENDS, ...everywhere('secretary')],
  correctIncident: [...TENDS, ...everywhere('secretary')],
  mendIncident: [...TENDS, ...everywhere('secretary')],
  giveFeedback: grants('ownVoice', 'delegate'),
  keepPeople: PREPARES,
  recordErasure: SYSTEM_ALONE,
  attachPaper: [...RECORDS, ...everywhere('moderator'), ...OWN_BRIDGE],
  releaseDue: SYSTEM_ALONE,
  prepareBallot: MODERATES,
  correctBallot: MODERATES,
  removeBallot: MODERATES,
  hideBallot: MODERATES,
  annulBallot: MODERATES,
  openBallot: CONDUCTS,
  closeBallot: CONDUCTS,
  publishBallot: CONDUCTS,
  countHands: [...MODERATES, ...OWN_BRIDGE],
  castVote: grants('ownVoice', 'delegate'),
} as const satisfies Record<Command['type'], readonly Cell[]>;

/** How far the seat's right to such a command reaches at most; null: it never may. For what screens offer at all. */
export function scopeOf(seat: ActorSeat, type: Command['type']): CommandScope | null {
  const cells: readonly Cell[] = RULES[type];
  return cells.find((cell) => cell.seat === seat)?.scope ?? null;
}

export function mayIssue(actor: Actor, command: Command, state: ConferenceState): boolean {
  const cells: readonly Cell[] = RULES[command.type];
  return cells.some(({ seat, scope }) => seat === actor.seat && SCOPES[scope](actor, command, state));
}
