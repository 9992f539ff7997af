import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { bridgeInput, counts, delegateId, details, from, HOLD, itemId, MINUTE, NOW } from './builders.ts';

const item = itemId('muc-1');
const delegate = delegateId('db-1');
const plan = { kind: 'report', title: 'Báo cáo', plannedStart: NOW, durationMs: MINUTE } as const;
const speaker = { fullName: null, positions: ['Trưởng Ban'] };

/** One command of every type, about this bridge and this speech where it names one. */
export function sampleCommands(bridgeId: BridgeId, speechId: SpeechId): readonly Command[] {
  return Object.values(byType(bridgeId, speechId));
}

const byType = (bridgeId: BridgeId, speechId: SpeechId): { readonly [T in Command['type']]: CommandOf<T> } => ({
  createConference: { type: 'createConference', details },
  correctConferenceDetails: { type: 'correctConferenceDetails', details },
  startPreparation: { type: 'startPreparation' },
  openConference: { type: 'openConference' },
  adjournConference: { type: 'adjournConference' },
  resumeConference: { type: 'resumeConference' },
  closeConference: { type: 'closeConference' },
  archiveConference: { type: 'archiveConference' },
  addBridges: { type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] },
  renameBridge: { type: 'renameBridge', bridgeId, name: 'Điểm cầu mới', shortName: 'Mới' },
  assignBridgeStaff: { type: 'assignBridgeStaff', bridgeId, room: null, chairs: [], technician: null },
  removeBridge: { type: 'removeBridge', bridgeId },
  reportBridgeLink: { type: 'reportBridgeLink', bridgeId, link: 'online' },
  registerDelegates: {
    type: 'registerDelegates',
    bridgeId,
    delegates: [{ fullName: null, positions: ['Bí thư'], category: 'Đại biểu', homeUnit: 'Huyện ủy' }],
  },
  removeDelegate: { type: 'removeDelegate', bridgeId, delegateId: delegate },
  checkInDelegate: { type: 'checkInDelegate', bridgeId, delegateId: delegate },
  markDelegateAbsent: { type: 'markDelegateAbsent', bridgeId, delegateId: delegate, excused: true, reason: null },
  clearDelegateMark: { type: 'clearDelegateMark', bridgeId, delegateId: delegate },
  reportHeadcount: { type: 'reportHeadcount', bridgeId, categories: [counts(2, 1)], note: null },
  addAgendaItem: { type: 'addAgendaItem', plan, presenter: null, beforeItemId: null },
  correctAgendaItem: { type: 'correctAgendaItem', itemId: item, plan, presenter: null },
  moveAgendaItem: { type: 'moveAgendaItem', itemId: item, beforeItemId: null },
  removeAgendaItem: { type: 'removeAgendaItem', itemId: item },
  startAgendaItem: { type: 'startAgendaItem', itemId: item, expectedLive: null },
  finishAgendaItem: { type: 'finishAgendaItem', itemId: item },
  skipAgendaItem: { type: 'skipAgendaItem', itemId: item },
  restoreAgendaItem: { type: 'restoreAgendaItem', itemId: item },
  registerPaper: { type: 'registerPaper', bridgeId, subject: 'Chuyên đề', speaker, allottedMs: MINUTE },
  requestSpeech: { type: 'requestSpeech', bridgeId, subject: 'Ý kiến', speaker },
  withdrawSpeech: { type: 'withdrawSpeech', speechId },
  acceptSpeech: { type: 'acceptSpeech', speechId, allottedMs: MINUTE },
  declineSpeech: { type: 'declineSpeech', speechId },
  moveSpeech: { type: 'moveSpeech', speechId, beforeSpeechId: null },
  callSpeaker: { type: 'callSpeaker', speechId, expectedOnFloor: null },
  beginSpeech: { type: 'beginSpeech', speechId },
  extendSpeech: { type: 'extendSpeech', speechId, byMs: MINUTE },
  endSpeech: { type: 'endSpeech', speechId },
  openChairMicrophone: { type: 'openChairMicrophone' },
  closeChairMicrophone: { type: 'closeChairMicrophone' },
  armSource: { type: 'armSource', source: HOLD },
  disarmSource: { type: 'disarmSource' },
  takeSource: { type: 'takeSource', source: from(bridgeId), expectedProgram: HOLD },
  followFloor: { type: 'followFloor' },
});
