import type { Command, CommandOf } from '../../shared/domain/command.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import {
  callIdSchema,
  defectIdSchema,
  documentIdSchema,
  messageIdSchema,
  recordingIdSchema,
} from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import {
  bridgeInput,
  conferenceId,
  counts,
  delegateId,
  delegateInput,
  details,
  from,
  HOLD,
  importedBridge,
  importId,
  itemId,
  itemPlan,
  MINUTE,
  NOW,
} from './builders.ts';
import { ofBallots, ofFollowUp, ofLibrary, ofMinutes, ofSeries } from './sample-records-commands.ts';

const item = itemId('muc-1');
const delegate = delegateId('db-1');
const file = importId('tep-1');
const plan = itemPlan();
const rehearsal = conferenceId('tong-duyet');
const speaker = { fullName: null, positions: ['Trưởng Ban'] };

/** One command of every type, about this bridge and this speech where it names one. */
export function sampleCommands(bridgeId: BridgeId, speechId: SpeechId): readonly Command[] {
  return Object.values(byType(bridgeId, speechId));
}

type Table = { readonly [T in Command['type']]: CommandOf<T> };

const byType = (bridgeId: BridgeId, speechId: SpeechId): Table => ({
  ...ofConference,
  ...ofBridges(bridgeId),
  ...ofDelegates(bridgeId),
  ...ofAttendance(bridgeId),
  ...ofAgenda,
  ...ofEntries(bridgeId, speechId),
  ...ofStage(speechId),
  ...ofRules(bridgeId),
  ...ofPictures(bridgeId),
  ...ofLines(bridgeId),
  ...ofMessages(bridgeId),
  ...ofDesk(bridgeId),
  ...ofRecording,
  ...ofSeries,
  ...ofMinutes(speechId),
  ...ofFollowUp(bridgeId, speechId),
  ...ofLibrary(speechId),
  ...ofBallots(bridgeId),
  reportDefect: { type: 'reportDefect', sentence: 'Micro bị rè', bridgeId },
  mendDefect: { type: 'mendDefect', defectId: defectIdSchema.parse('loi-1') },
});
const document = documentIdSchema.parse('tai-lieu-1');
const message = { messageId: messageIdSchema.parse('tin-1') };
const call = { callId: callIdSchema.parse('goi-1') };

const ofLines = (bridgeId: BridgeId) => ({
  scheduleLineChecks: { type: 'scheduleLineChecks' as const, groups: [] },
  startLineCheck: { type: 'startLineCheck' as const, bridgeId },
  answerCheckPoint: {
    type: 'answerCheckPoint' as const,
    bridgeId,
    side: 'bridge' as const,
    point: 'isHeard' as const,
    yes: true,
  },
  finishLineCheck: {
    type: 'finishLineCheck' as const,
    bridgeId,
    verdict: 'fail' as const,
    remark: 'Mất tiếng',
    tester: 'Tổ kỹ thuật',
    measured: null,
  },
  abandonLineCheck: { type: 'abandonLineCheck' as const, bridgeId },
  reportLineFault: {
    type: 'reportLineFault' as const,
    bridgeId,
    fault: 'silentMicrophone' as const,
    stands: true,
    since: NOW,
  },
});

const ofMessages = (bridgeId: BridgeId) => ({
  messageBridges: {
    type: 'messageBridges' as const,
    to: { kind: 'all' as const },
    text: 'Đề nghị bật camera',
    answers: [],
  },
  messageCentre: { type: 'messageCentre' as const, bridgeId, text: 'Xin thử lại tiếng' },
  markMessageSeen: { type: 'markMessageSeen' as const, bridgeId, ...message },
  answerMessage: { type: 'answerMessage' as const, bridgeId, ...message, answer: 'Đã rõ' },
  callForHelp: { type: 'callForHelp' as const, bridgeId, matter: 'sound' as const },
  settleHelp: { type: 'settleHelp' as const, bridgeId },
  ringBridge: { type: 'ringBridge' as const, bridgeId },
  answerCall: { type: 'answerCall' as const, bridgeId, ...call, device: deviceSchema.parse('phone-1') },
  endCall: { type: 'endCall' as const, bridgeId, ...call },
  missCall: { type: 'missCall' as const, bridgeId, ...call },
});

const ofDesk = (bridgeId: BridgeId) => ({
  addDocument: {
    type: 'addDocument' as const,
    file: {
      kind: 'slides' as const,
      documentId: document,
      name: 'Báo cáo',
      bridgeId,
      bytes: 1,
      hash: null,
      pages: 9,
      ratio: 1.78,
    },
  },
  removeDocument: { type: 'removeDocument' as const, documentId: document },
  layDocument: {
    type: 'layDocument' as const,
    document: { kind: 'file' as const, documentId: document, presenter: null },
  },
  clearDesk: { type: 'clearDesk' as const },
  turnPage: { type: 'turnPage' as const, documentId: document, page: 2, expectedPage: 1 },
  handSlides: { type: 'handSlides' as const, documentId: document, presenter: bridgeId },
  playClip: { type: 'playClip' as const, documentId: document, fromMs: 0 },
  pauseClip: { type: 'pauseClip' as const, documentId: document },
  frameProgram: { type: 'frameProgram' as const, frame: 'withHall' as const },
  limitPictures: { type: 'limitPictures' as const, limit: 'noGrid' as const },
  chooseDevice: { type: 'chooseDevice' as const, bridgeId, part: 'picture' as const, device: null },
});

const ofRecording = {
  decideRecording: { type: 'decideRecording', allowed: true },
  startRecording: { type: 'startRecording' },
  stopRecording: { type: 'stopRecording' },
  keepRecordings: { type: 'keepRecordings', days: 30 },
  eraseRecording: { type: 'eraseRecording', recordingId: recordingIdSchema.parse('ban-ghi-1') },
  beginClassified: { type: 'beginClassified' },
  endClassified: { type: 'endClassified' },
} as const;

const ofConference = {
  createConference: { type: 'createConference', details },
  correctConferenceDetails: { type: 'correctConferenceDetails', details },
  startPreparation: { type: 'startPreparation' },
  openConference: { type: 'openConference' },
  adjournConference: { type: 'adjournConference' },
  resumeConference: { type: 'resumeConference' },
  closeConference: { type: 'closeConference' },
  archiveConference: { type: 'archiveConference' },
  createRehearsal: {
    type: 'createRehearsal',
    rehearsalOf: { conference: conferenceId('hoi-nghi'), clockOffsetMs: 0 },
    details,
    bridges: [],
    items: [],
    speeches: [],
    rules: DEFAULT_RULES,
  },
  recordRehearsal: { type: 'recordRehearsal', rehearsal, phase: 'started' },
  recordTakeover: { type: 'recordTakeover', seat: 'moderator' },
} satisfies Partial<Table>;

const ofBridges = (bridgeId: BridgeId) =>
  ({
    addBridges: { type: 'addBridges', bridges: [bridgeInput('tỉnh Cà Mau')] },
    renameBridge: { type: 'renameBridge', bridgeId, name: 'Điểm cầu mới', shortName: 'Mới' },
    assignBridgeStaff: { type: 'assignBridgeStaff', bridgeId, room: null, chairs: [], technician: null },
    countToRegion: { type: 'countToRegion', bridgeId, region: 'Đồng bằng sông Cửu Long' },
    removeBridge: { type: 'removeBridge', bridgeId, accepting: [] },
    importBridges: {
      type: 'importBridges',
      importId: file,
      name: 'Điểm cầu.xlsx',
      bridges: [importedBridge('xã Vĩnh Tế', { parent: { bridgeId } })],
      changes: [],
    },
    reportBridgeLink: { type: 'reportBridgeLink', bridgeId, link: 'lost', since: NOW },
  }) satisfies Partial<Table>;

const ofDelegates = (bridgeId: BridgeId) => {
  const who = { bridgeId, delegateId: delegate };
  return {
    registerDelegates: { type: 'registerDelegates', bridgeId, delegates: [delegateInput()] },
    correctDelegate: { type: 'correctDelegate', ...who, delegate: delegateInput({ seat: 'A1' }) },
    removeDelegate: { type: 'removeDelegate', ...who },
    moveDelegate: { type: 'moveDelegate', ...who, toBridgeId: bridgeId },
    moveAllDelegates: { type: 'moveAllDelegates', bridgeId, toBridgeId: bridgeId },
    checkInDelegate: { type: 'checkInDelegate', ...who, way: 'badge', online: false, seenAt: null },
    markDelegateLeft: { type: 'markDelegateLeft', ...who },
    markDelegateBack: { type: 'markDelegateBack', ...who },
    markDelegateAbsent: { type: 'markDelegateAbsent', ...who, excused: true, reason: null },
    clearDelegateMark: { type: 'clearDelegateMark', ...who },
    seatSubstitute: {
      type: 'seatSubstitute',
      ...who,
      substitute: { fullName: 'Lê Thị Hoa', positions: [], homeUnit: 'Đảng ủy xã' },
    },
  } satisfies Partial<Table>;
};

const ofAttendance = (bridgeId: BridgeId) =>
  ({
    reportHeadcount: {
      type: 'reportHeadcount',
      bridgeId,
      expectedRevision: 0,
      categories: [counts(2, 1)],
      signedBy: null,
      note: null,
      accepting: [],
    },
    excuseBridge: { type: 'excuseBridge', bridgeId, reason: 'Mất điện' },
    applyDelegateImport: { type: 'applyDelegateImport', importId: file },
    undoImport: { type: 'undoImport', importId: file, accepting: [] },
    startRollCall: { type: 'startRollCall', bridgeIds: [bridgeId], holdMs: null },
    callRoll: { type: 'callRoll', expectedBridgeId: null, bridgeId },
    answerRoll: { type: 'answerRoll', bridgeId, answer: 'heard', present: null },
    paceRollCall: { type: 'paceRollCall', holdMs: null },
    endRollCall: { type: 'endRollCall' },
    certifyReadiness: { type: 'certifyReadiness', tierNames: ['Cấp tỉnh'] },
    adoptProtocolRanks: { type: 'adoptProtocolRanks', rungs: [{ title: 'Bí thư', rank: 1 }] },
  }) satisfies Partial<Table>;

const ofAgenda = {
  addAgendaItems: { type: 'addAgendaItems', items: [{ plan, presenter: null }], beforeItemId: null },
  correctAgendaItem: { type: 'correctAgendaItem', itemId: item, plan, presenter: null },
  moveAgendaItem: { type: 'moveAgendaItem', itemId: item, beforeItemId: null },
  removeAgendaItem: { type: 'removeAgendaItem', itemId: item },
  startAgendaItem: { type: 'startAgendaItem', itemId: item, expectedLive: null, accepting: [] },
  finishAgendaItem: { type: 'finishAgendaItem', itemId: item, accepting: [] },
  pauseAgendaItem: { type: 'pauseAgendaItem', itemId: item },
  continueAgendaItem: { type: 'continueAgendaItem', itemId: item },
  addAgendaItemTime: { type: 'addAgendaItemTime', itemId: item, byMs: MINUTE },
  skipAgendaItem: { type: 'skipAgendaItem', itemId: item, accepting: [] },
  restoreAgendaItem: { type: 'restoreAgendaItem', itemId: item },
  announceDelay: { type: 'announceDelay', delayMs: MINUTE },
  revokeDelay: { type: 'revokeDelay' },
  makeDelayPermanent: { type: 'makeDelayPermanent' },
  demandEnd: { type: 'demandEnd', endsBy: NOW + MINUTE },
  winTime: { type: 'winTime', handIn: [], shorten: [], items: [], skip: [item] },
  scriptCues: { type: 'scriptCues', itemId: item, cues: [] },
} satisfies Partial<Table>;

function ofEntries(bridgeId: BridgeId, speechId: SpeechId) {
  const wish = { bridgeId, kind: 'opinion', subject: 'Ý kiến', speaker, itemId: null, category: null } as const;
  return {
    registerSpeech: { type: 'registerSpeech', ...wish, allottedMs: MINUTE, override: null },
    requestSpeech: { type: 'requestSpeech', ...wish },
    withdrawSpeech: { type: 'withdrawSpeech', speechId },
    acceptSpeech: { type: 'acceptSpeech', speechId, allottedMs: MINUTE, queue: true },
    queueSpeech: { type: 'queueSpeech', speechId },
    declineSpeech: { type: 'declineSpeech', speechId },
    handInWriting: { type: 'handInWriting', speechIds: [speechId] },
    moveSpeech: { type: 'moveSpeech', speechId, beforeSpeechId: null },
    swapSpeeches: { type: 'swapSpeeches', speechId, withSpeechId: speechId },
    nameUnderstudy: { type: 'nameUnderstudy', speechId, understudy: speaker },
    seatUnderstudy: { type: 'seatUnderstudy', speechId },
    allotTime: { type: 'allotTime', speechIds: [speechId], allottedMs: MINUTE },
    clearRequests: { type: 'clearRequests', itemId: null },
    reinstateSpeeches: { type: 'reinstateSpeeches', speechIds: [speechId] },
  } satisfies Partial<Table>;
}

const ofStage = (speechId: SpeechId) =>
  ({
    callSpeaker: { type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] },
    beginSpeech: { type: 'beginSpeech', speechId },
    pauseSpeech: { type: 'pauseSpeech', speechId },
    continueSpeech: { type: 'continueSpeech', speechId },
    extendSpeech: { type: 'extendSpeech', speechId, byMs: MINUTE },
    remindOfTime: { type: 'remindOfTime', speechId },
    endSpeech: { type: 'endSpeech', speechId },
    handBackFloor: { type: 'handBackFloor', speechId },
    releaseLostFloor: { type: 'releaseLostFloor', speechId },
    callBackSpeaker: { type: 'callBackSpeaker', speechId, allottedMs: null },
  }) satisfies Partial<Table>;

const ofRules = (bridgeId: BridgeId) =>
  ({
    openSpeakersList: { type: 'openSpeakersList', itemId: null, closesAt: NOW + MINUTE },
    closeSpeakersList: { type: 'closeSpeakersList', itemId: null },
    timeSpeakersList: { type: 'timeSpeakersList', itemId: null, times: { paper: MINUTE } },
    adoptFloorRules: { type: 'adoptFloorRules', rules: { ...DEFAULT_RULES, presentOnly: true } },
    correctLedger: { type: 'correctLedger', bridgeId, byMs: -MINUTE, reason: 'Mất tiếng một phút' },
    openChairMicrophone: { type: 'openChairMicrophone' },
    closeChairMicrophone: { type: 'closeChairMicrophone' },
  }) satisfies Partial<Table>;

const ofPictures = (bridgeId: BridgeId) =>
  ({
    armSource: { type: 'armSource', source: HOLD },
    disarmSource: { type: 'disarmSource' },
    takeSource: { type: 'takeSource', source: from(bridgeId), expectedProgram: HOLD },
    followFloor: { type: 'followFloor' },
  }) satisfies Partial<Table>;
