import type { Actor } from './actor.ts';
import { isWithin } from './bridges/bridge.ts';
import type { Command } from './command.ts';
import { speechOf } from './floor/floor.ts';
import type { BridgeId } from './ids.ts';
import type { ConferenceState } from './state.ts';

/** A rule says yes or nothing; without a yes the answer is no. */
type Rule = (actor: Actor, command: Command, state: ConferenceState) => boolean;

const secretariat: Rule = ({ seat }) => seat === 'secretariat';
const moderator: Rule = ({ seat }) => seat === 'moderator';
const chair: Rule = ({ seat }) => seat === 'chair';
const announcer: Rule = ({ seat }) => seat === 'announcer';
const director: Rule = ({ seat }) => seat === 'director';
const technician: Rule = ({ seat }) => seat === 'technician';
const secretary: Rule = ({ seat }) => seat === 'secretary';
const system: Rule = ({ seat }) => seat === 'system';

/** An operator acts for the own bridge alone. */
const ownBridge: Rule = ({ seat, bridgeId }, command, state) =>
  seat === 'operator' && bridgeId !== null && bridgeOfCommand(command, state) === bridgeId;

/** The bridge that the slides were handed to turns their pages. */
const presenter: Rule = ({ seat, bridgeId }, command, { onair }) =>
  seat === 'operator' &&
  bridgeId !== null &&
  command.type === 'turnPage' &&
  onair.document?.kind === 'slides' &&
  onair.document.presenter === bridgeId;

/** Nobody answers for the other side of a line check. */
const bridgeAnswers: Rule = (actor, command, state) =>
  ownBridge(actor, command, state) && command.type === 'answerCheckPoint' && command.side === 'bridge';

const centreAnswers: Rule = (actor, command, state) =>
  TENDS.some((rule) => rule(actor, command, state)) && command.type === 'answerCheckPoint' && command.side === 'centre';

/** The roll of the own bridge and of the bridges below it. */
const ownTree: Rule = ({ seat, bridgeId }, command, { bridges }) =>
  seat === 'operator' &&
  bridgeId !== null &&
  'bridgeId' in command &&
  command.bridgeId !== null &&
  isWithin(bridges, command.bridgeId, bridgeId);

/** From one bridge of the own tree to another. */
const withinOwnTree: Rule = (actor, command, state) =>
  ownTree(actor, command, state) &&
  'toBridgeId' in command &&
  actor.bridgeId !== null &&
  isWithin(state.bridges, command.toBridgeId, actor.bridgeId);

/** A kiosk stands at the door of one bridge and lets in; it takes nothing back. */
const kiosk: Rule = ({ seat, bridgeId }, command) =>
  seat === 'kiosk' && command.type === 'checkInDelegate' && command.bridgeId === bridgeId;

function bridgeOfCommand(command: Command, { floor }: ConferenceState): BridgeId | null {
  if ('bridgeId' in command) return command.bridgeId;
  return 'speechId' in command && command.speechId !== null
    ? (speechOf(floor, command.speechId)?.bridgeId ?? null)
    : null;
}

/** Only the secretariat lets a closed list or an empty chair pass. */
const moderatorWithoutOverride: Rule = (actor, command, state) =>
  moderator(actor, command, state) && command.type === 'registerSpeech' && command.override === null;

/** A delegate speaks for nobody else. */
const ownVoice: Rule = ({ seat, session }, command) =>
  seat === 'delegate' && 'delegateId' in command && command.delegateId === session;

const PREPARES = [secretariat];
const MODERATES = [secretariat, moderator];
/** The chair calls, reminds and ends with the same right as the moderators. */
const CONDUCTS = [secretariat, moderator, chair];

/** What remains of the conference. */
const RECORDS = [secretariat, secretary];
/** What everybody sees. */
const DIRECTS = [secretariat, moderator, director];
/** The lines, and the talk beside the conference. */
const TENDS = [secretariat, moderator, director, technician];

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
  createRehearsal: [system],
  createSuccessor: [system],
  recordRehearsal: [system],
  recordTakeover: [system],
  addBridges: PREPARES,
  importBridges: PREPARES,
  renameBridge: PREPARES,
  assignBridgeStaff: PREPARES,
  countToRegion: PREPARES,
  removeBridge: PREPARES,
  reportBridgeLink: [system],
  registerDelegates: [secretariat, ownTree],
  correctDelegate: [secretariat, ownTree],
  removeDelegate: [secretariat, ownTree],
  moveDelegate: [secretariat, withinOwnTree],
  moveAllDelegates: [secretariat, withinOwnTree],
  checkInDelegate: [secretariat, ownTree, kiosk],
  markDelegateLeft: [secretariat, ownTree],
  markDelegateBack: [secretariat, ownTree],
  markDelegateAbsent: [secretariat, ownTree],
  clearDelegateMark: [secretariat, ownTree],
  seatSubstitute: [secretariat, ownTree],
  reportHeadcount: [secretariat, ownTree],
  excuseBridge: [secretariat, ownTree],
  applyDelegateImport: PREPARES,
  undoImport: PREPARES,
  startRollCall: MODERATES,
  callRoll: [secretariat, moderator, system],
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
  registerSpeech: [secretariat, moderatorWithoutOverride],
  requestSpeech: [secretariat, moderator, ownBridge],
  withdrawSpeech: [secretariat, moderator, ownBridge],
  acceptSpeech: MODERATES,
  queueSpeech: MODERATES,
  declineSpeech: MODERATES,
  handInWriting: MODERATES,
  moveSpeech: MODERATES,
  swapSpeeches: MODERATES,
  nameUnderstudy: [secretariat, moderator, ownBridge],
  seatUnderstudy: [secretariat, moderator, ownBridge],
  allotTime: MODERATES,
  clearRequests: MODERATES,
  reinstateSpeeches: MODERATES,
  callSpeaker: CONDUCTS,
  beginSpeech: [system, secretariat, moderator, ownBridge],
  pauseSpeech: MODERATES,
  continueSpeech: MODERATES,
  extendSpeech: CONDUCTS,
  remindOfTime: CONDUCTS,
  endSpeech: CONDUCTS,
  handBackFloor: [ownBridge],
  releaseLostFloor: [system],
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
  turnPage: [...DIRECTS, presenter],
  handSlides: DIRECTS,
  playClip: DIRECTS,
  pauseClip: DIRECTS,
  limitPictures: DIRECTS,
  chooseDevice: [...TENDS, ownBridge],
  scheduleLineChecks: TENDS,
  startLineCheck: TENDS,
  answerCheckPoint: [centreAnswers, bridgeAnswers],
  finishLineCheck: TENDS,
  abandonLineCheck: [...TENDS, ownBridge],
  reportLineFault: [system],
  messageBridges: TENDS,
  messageCentre: [ownBridge],
  markMessageSeen: [...TENDS, ownBridge],
  answerMessage: [...TENDS, ownBridge],
  callForHelp: [ownBridge],
  settleHelp: [...TENDS, ownBridge],
  ringBridge: TENDS,
  answerCall: [ownBridge],
  endCall: [...TENDS, ownBridge],
  missCall: [system],
  addDocument: [system],
  removeDocument: [secretariat, director],
  decideRecording: [chair, secretariat],
  startRecording: DIRECTS,
  stopRecording: DIRECTS,
  keepRecordings: PREPARES,
  eraseRecording: [secretariat, system],
  reportDefect: [secretariat, moderator, chair, announcer, ownBridge],
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
  registerProposal: [...RECORDS, ownBridge],
  presentAward: [...RECORDS, moderator],
  openIncident: [...TENDS, secretary],
  correctIncident: [...TENDS, secretary],
  mendIncident: [...TENDS, secretary],
  giveFeedback: [ownVoice],
  keepPeople: PREPARES,
  recordErasure: [system],
  attachPaper: [...RECORDS, moderator, ownBridge],
  releaseDue: [system],
  prepareBallot: MODERATES,
  correctBallot: MODERATES,
  removeBallot: MODERATES,
  hideBallot: MODERATES,
  annulBallot: MODERATES,
  openBallot: CONDUCTS,
  closeBallot: CONDUCTS,
  publishBallot: CONDUCTS,
  countHands: [secretariat, moderator, ownBridge],
  castVote: [ownVoice],
} as const satisfies Record<Command['type'], readonly Rule[]>;

export const mayIssue = (actor: Actor, command: Command, state: ConferenceState): boolean =>
  RULES[command.type].some((rule) => rule(actor, command, state));
