import type { Command } from './command.ts';
import type { Phase } from './conference/conference.ts';

const NEW: readonly Phase[] = ['uncreated'];
const DRAFT: readonly Phase[] = ['draft'];
const BEFORE: readonly Phase[] = ['draft', 'preparing'];
const LIVE: readonly Phase[] = ['live'];
const ADJOURNED: readonly Phase[] = ['adjourned'];
const RUNNING: readonly Phase[] = ['live', 'adjourned'];
const GATHERED: readonly Phase[] = ['preparing', 'live', 'adjourned'];
const OPEN: readonly Phase[] = ['draft', 'preparing', 'live', 'adjourned'];
const ANY: readonly Phase[] = ['draft', 'preparing', 'live', 'adjourned', 'closed', 'archived'];
const CLOSED: readonly Phase[] = ['closed'];

/** In which phases of the conference a command makes sense. A command without a line does not compile. */
const PHASES = {
  createConference: NEW,
  correctConferenceDetails: OPEN,
  startPreparation: DRAFT,
  openConference: BEFORE,
  adjournConference: LIVE,
  resumeConference: ADJOURNED,
  closeConference: RUNNING,
  archiveConference: CLOSED,
  createRehearsal: NEW,
  recordRehearsal: OPEN,
  recordTakeover: OPEN,
  addBridges: OPEN,
  renameBridge: OPEN,
  assignBridgeStaff: OPEN,
  countToRegion: OPEN,
  removeBridge: OPEN,
  reportBridgeLink: OPEN,
  registerDelegates: OPEN,
  removeDelegate: OPEN,
  checkInDelegate: GATHERED,
  markDelegateAbsent: GATHERED,
  clearDelegateMark: GATHERED,
  reportHeadcount: GATHERED,
  addAgendaItems: OPEN,
  correctAgendaItem: OPEN,
  moveAgendaItem: OPEN,
  removeAgendaItem: OPEN,
  startAgendaItem: LIVE,
  finishAgendaItem: LIVE,
  pauseAgendaItem: LIVE,
  continueAgendaItem: LIVE,
  addAgendaItemTime: OPEN,
  skipAgendaItem: OPEN,
  restoreAgendaItem: OPEN,
  announceDelay: OPEN,
  revokeDelay: OPEN,
  makeDelayPermanent: OPEN,
  demandEnd: OPEN,
  winTime: OPEN,
  scriptCues: OPEN,
  registerSpeech: OPEN,
  requestSpeech: GATHERED,
  withdrawSpeech: OPEN,
  acceptSpeech: OPEN,
  queueSpeech: OPEN,
  declineSpeech: OPEN,
  handInWriting: OPEN,
  moveSpeech: OPEN,
  swapSpeeches: OPEN,
  nameUnderstudy: OPEN,
  seatUnderstudy: OPEN,
  allotTime: OPEN,
  clearRequests: OPEN,
  reinstateSpeeches: OPEN,
  callSpeaker: LIVE,
  beginSpeech: LIVE,
  pauseSpeech: LIVE,
  continueSpeech: LIVE,
  extendSpeech: LIVE,
  remindOfTime: LIVE,
  endSpeech: LIVE,
  handBackFloor: LIVE,
  releaseLostFloor: LIVE,
  callBackSpeaker: LIVE,
  openSpeakersList: OPEN,
  closeSpeakersList: OPEN,
  timeSpeakersList: OPEN,
  adoptFloorRules: OPEN,
  correctLedger: OPEN,
  openChairMicrophone: LIVE,
  closeChairMicrophone: LIVE,
  armSource: GATHERED,
  disarmSource: GATHERED,
  takeSource: GATHERED,
  followFloor: GATHERED,
  reportDefect: ANY,
  mendDefect: ANY,
} as const satisfies Record<Command['type'], readonly Phase[]>;

export const phasesOf = ({ type }: Command): readonly Phase[] => PHASES[type];
