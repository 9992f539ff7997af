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
  addBridges: OPEN,
  renameBridge: OPEN,
  assignBridgeStaff: OPEN,
  removeBridge: OPEN,
  reportBridgeLink: OPEN,
  registerDelegates: OPEN,
  removeDelegate: OPEN,
  checkInDelegate: GATHERED,
  markDelegateAbsent: GATHERED,
  clearDelegateMark: GATHERED,
  reportHeadcount: GATHERED,
  addAgendaItem: OPEN,
  correctAgendaItem: OPEN,
  moveAgendaItem: OPEN,
  removeAgendaItem: OPEN,
  startAgendaItem: LIVE,
  finishAgendaItem: LIVE,
  skipAgendaItem: OPEN,
  restoreAgendaItem: OPEN,
  registerPaper: OPEN,
  requestSpeech: GATHERED,
  withdrawSpeech: OPEN,
  acceptSpeech: GATHERED,
  declineSpeech: OPEN,
  moveSpeech: OPEN,
  callSpeaker: LIVE,
  beginSpeech: LIVE,
  extendSpeech: LIVE,
  endSpeech: LIVE,
  openChairMicrophone: LIVE,
  closeChairMicrophone: LIVE,
  armSource: GATHERED,
  disarmSource: GATHERED,
  takeSource: GATHERED,
  followFloor: GATHERED,
} as const satisfies Record<Command['type'], readonly Phase[]>;

export const phasesOf = ({ type }: Command): readonly Phase[] => PHASES[type];
