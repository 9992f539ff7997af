import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import type { Phase } from '../../shared/domain/conference/conference.ts';
import { conferenceDetailsSchema, uncreatedConference } from '../../shared/domain/conference/conference.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import {
  ADJOURNED,
  ARCHIVED,
  adjourned,
  anGiang,
  CENTRAL_FACTS,
  CLOSED,
  created,
  DRAFT,
  details,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  NOW,
  opened,
  PREPARING,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { called, paper } from '../support/speech-builders.ts';

const an = speechId('an');
const at = NOW;

describe('the life of a conference', () => {
  test('[CNF1] a new conference is a draft with what the invitation says', () => {
    const { conference } = given()
      .when({ type: 'createConference', details })
      .emits({ type: 'conferenceCreated', at, details });
    expect(conference).toEqual({ ...uncreatedConference, ...details, phase: 'draft' });
  });

  test('[CNF2] what the invitation says can be corrected, and the phase stays', () => {
    const corrected = { ...details, title: 'Hội nghị giao ban trực tuyến toàn quốc' };
    const { conference } = given(LIVE)
      .when({ type: 'correctConferenceDetails', details: corrected })
      .emits({ type: 'conferenceDetailsCorrected', at, details: corrected });
    expect(conference).toMatchObject({ title: corrected.title, phase: 'live', openedAt: NOW });
  });

  test('[CNF3] preparation starts from the draft', () => {
    const { conference } = given(DRAFT).when({ type: 'startPreparation' }).emits({ type: 'preparationStarted', at });
    expect(conference.phase).toBe('preparing');
  });

  test.each([
    ['a draft', DRAFT],
    ['a prepared one', PREPARING],
  ])('[CNF4] %s can be opened, and the instant is kept', (_, history) => {
    const { conference } = given(history)
      .when({ type: 'openConference' }, { at: NOW + 5 })
      .emits({ type: 'conferenceOpened', at: NOW + 5 });
    expect(conference).toMatchObject({ phase: 'live', openedAt: NOW + 5 });
  });

  test('[CNF5] without a central bridge there is nothing to open', () => {
    given(created).when({ type: 'openConference' }).refuses('central-bridge-missing');
  });

  test('[CNF6] a conference in a single hall opens too', () => {
    given(created, { type: 'bridgesAdded', at, bridges: [CENTRAL_FACTS] })
      .when({ type: 'openConference' })
      .emits(opened);
  });

  test('[CNF7] a live conference is adjourned, and an adjourned one resumed', () => {
    expect(
      given(LIVE).when({ type: 'adjournConference' }).emits({ type: 'conferenceAdjourned', at }).conference.phase,
    ).toBe('adjourned');
    const { conference } = given(ADJOURNED).when({ type: 'resumeConference' }).emits({ type: 'conferenceResumed', at });
    expect(conference.phase).toBe('live');
  });

  test.each([
    ['live', LIVE],
    ['adjourned', ADJOURNED],
  ])('[CNF8] a %s conference can be closed, and the instant is kept', (_, history) => {
    const { conference } = given(history)
      .when({ type: 'closeConference' }, { at: NOW + 9 })
      .emits({ type: 'conferenceClosed', at: NOW + 9 });
    expect(conference).toMatchObject({ phase: 'closed', closedAt: NOW + 9 });
  });

  test.each(['adjournConference', 'closeConference'] as const)(
    '[CNF9] a conference never stops in the middle of a speech: %s is refused',
    (type) => {
      given(LIVE, paper(an, anGiang), called(an)).when({ type }).refuses('floor-occupied');
    },
  );

  test('[CNF13] the item that is live ends with the conference, at the same instant', () => {
    const khaiMac = itemId('khai-mac');
    const { agenda } = given(LIVE, itemAdded(khaiMac), itemStarted(khaiMac))
      .when({ type: 'closeConference' }, { at: NOW + 9 })
      .emits({ type: 'agendaItemFinished', at: NOW + 9, itemId: khaiMac }, { type: 'conferenceClosed', at: NOW + 9 });
    expect(agenda.items[0]?.progress).toMatchObject({
      status: 'finished',
      run: { startedAt: NOW },
      finishedAt: NOW + 9,
    });
  });

  test('[CNF14] whoever waits for the item that is live lapses with it when the conference is closed', () => {
    const thaoLuan = itemId('thao-luan');
    const waiting = [itemAdded(thaoLuan), itemStarted(thaoLuan), paper(an, anGiang, { itemId: thaoLuan })];
    given(LIVE, waiting, paper(speechId('chung'), anGiang))
      .when({ type: 'closeConference' })
      .emits(
        { type: 'speechLapsed', at, speechId: an, cause: 'itemEnded' },
        { type: 'agendaItemFinished', at, itemId: thaoLuan },
        { type: 'conferenceClosed', at },
      );
  });

  test('[CNF15] while the conference is adjourned the clock of its item stands still', () => {
    const khaiMac = itemId('khai-mac');
    const before = [...LIVE, itemAdded(khaiMac), itemStarted(khaiMac)];
    const adjourn = given(before).when({ type: 'adjournConference' }, { at: NOW + 5 });
    adjourn.emits(
      { type: 'conferenceAdjourned', at: NOW + 5 },
      { type: 'agendaItemPaused', at: NOW + 5, itemId: khaiMac },
    );
    const { agenda } = given(before, adjourned, { type: 'agendaItemPaused', at, itemId: khaiMac })
      .when({ type: 'resumeConference' }, { at: NOW + 9 })
      .emits({ type: 'conferenceResumed', at: NOW + 9 }, { type: 'agendaItemContinued', at: NOW + 9, itemId: khaiMac });
    expect(agenda.items[0]?.progress).toMatchObject({ run: { held: null, pauses: [{ from: NOW, to: NOW + 9 }] } });
  });

  test('[CNF10] a closed conference is archived, and then nothing more happens to it', () => {
    const { conference } = given(CLOSED).when({ type: 'archiveConference' }).emits({ type: 'conferenceArchived', at });
    expect(conference.phase).toBe('archived');
  });

  test('[CNF11] a date that is none is not a conference’s date', () => {
    expect(conferenceDetailsSchema.safeParse(details).success).toBe(true);
    expect(conferenceDetailsSchema.safeParse({ ...details, date: '2021-02-30' }).success).toBe(false);
  });
});

const HISTORIES: Readonly<Record<Phase, readonly ConferenceEvent[]>> = {
  uncreated: [],
  draft: DRAFT,
  preparing: PREPARING,
  live: LIVE,
  adjourned: ADJOURNED,
  closed: CLOSED,
  archived: ARCHIVED,
};

/** In which phases each command makes sense, as the secretariat would say it. */
const EXPECTED: Readonly<Record<Command['type'], string>> = {
  createConference: 'uncreated',
  correctConferenceDetails: 'draft preparing live adjourned',
  startPreparation: 'draft',
  openConference: 'draft preparing',
  adjournConference: 'live',
  resumeConference: 'adjourned',
  closeConference: 'live adjourned',
  archiveConference: 'closed',
  createRehearsal: 'uncreated',
  recordRehearsal: 'draft preparing live adjourned',
  recordTakeover: 'draft preparing live adjourned',
  addBridges: 'draft preparing live adjourned',
  importBridges: 'draft preparing live adjourned',
  renameBridge: 'draft preparing live adjourned',
  assignBridgeStaff: 'draft preparing live adjourned',
  countToRegion: 'draft preparing live adjourned',
  removeBridge: 'draft preparing live adjourned',
  reportBridgeLink: 'draft preparing live adjourned',
  registerDelegates: 'draft preparing live adjourned',
  correctDelegate: 'draft preparing live adjourned',
  removeDelegate: 'draft preparing live adjourned',
  moveDelegate: 'draft preparing live adjourned',
  moveAllDelegates: 'draft preparing live adjourned',
  checkInDelegate: 'preparing live adjourned',
  markDelegateLeft: 'preparing live adjourned',
  markDelegateBack: 'preparing live adjourned',
  markDelegateAbsent: 'preparing live adjourned',
  clearDelegateMark: 'preparing live adjourned',
  seatSubstitute: 'draft preparing live adjourned',
  reportHeadcount: 'preparing live adjourned',
  excuseBridge: 'draft preparing live adjourned',
  applyDelegateImport: 'draft preparing live adjourned',
  undoImport: 'draft preparing live adjourned',
  startRollCall: 'preparing live adjourned',
  callRoll: 'preparing live adjourned',
  answerRoll: 'preparing live adjourned',
  paceRollCall: 'preparing live adjourned',
  endRollCall: 'preparing live adjourned',
  certifyReadiness: 'preparing live adjourned',
  adoptProtocolRanks: 'draft preparing live adjourned',
  addAgendaItems: 'draft preparing live adjourned',
  correctAgendaItem: 'draft preparing live adjourned',
  moveAgendaItem: 'draft preparing live adjourned',
  removeAgendaItem: 'draft preparing live adjourned',
  startAgendaItem: 'live',
  finishAgendaItem: 'live',
  pauseAgendaItem: 'live',
  continueAgendaItem: 'live',
  addAgendaItemTime: 'draft preparing live adjourned',
  skipAgendaItem: 'draft preparing live adjourned',
  restoreAgendaItem: 'draft preparing live adjourned',
  announceDelay: 'draft preparing live adjourned',
  revokeDelay: 'draft preparing live adjourned',
  makeDelayPermanent: 'draft preparing live adjourned',
  demandEnd: 'draft preparing live adjourned',
  winTime: 'draft preparing live adjourned',
  scriptCues: 'draft preparing live adjourned',
  registerSpeech: 'draft preparing live adjourned',
  requestSpeech: 'preparing live adjourned',
  withdrawSpeech: 'draft preparing live adjourned',
  acceptSpeech: 'draft preparing live adjourned',
  queueSpeech: 'draft preparing live adjourned',
  declineSpeech: 'draft preparing live adjourned',
  handInWriting: 'draft preparing live adjourned',
  moveSpeech: 'draft preparing live adjourned',
  swapSpeeches: 'draft preparing live adjourned',
  nameUnderstudy: 'draft preparing live adjourned',
  seatUnderstudy: 'draft preparing live adjourned',
  allotTime: 'draft preparing live adjourned',
  clearRequests: 'draft preparing live adjourned',
  reinstateSpeeches: 'draft preparing live adjourned',
  callSpeaker: 'live',
  beginSpeech: 'live',
  pauseSpeech: 'live',
  continueSpeech: 'live',
  extendSpeech: 'live',
  remindOfTime: 'live',
  endSpeech: 'live',
  handBackFloor: 'live',
  releaseLostFloor: 'live',
  callBackSpeaker: 'live',
  openSpeakersList: 'draft preparing live adjourned',
  closeSpeakersList: 'draft preparing live adjourned',
  timeSpeakersList: 'draft preparing live adjourned',
  adoptFloorRules: 'draft preparing live adjourned',
  correctLedger: 'draft preparing live adjourned',
  openChairMicrophone: 'live',
  closeChairMicrophone: 'live',
  armSource: 'preparing live adjourned',
  disarmSource: 'preparing live adjourned',
  takeSource: 'preparing live adjourned',
  followFloor: 'preparing live adjourned',
  scheduleLineChecks: 'draft preparing live adjourned',
  startLineCheck: 'draft preparing live adjourned',
  answerCheckPoint: 'draft preparing live adjourned',
  finishLineCheck: 'draft preparing live adjourned',
  abandonLineCheck: 'draft preparing live adjourned',
  reportLineFault: 'draft preparing live adjourned',
  messageBridges: 'draft preparing live adjourned',
  messageCentre: 'draft preparing live adjourned',
  markMessageSeen: 'draft preparing live adjourned',
  answerMessage: 'draft preparing live adjourned',
  callForHelp: 'draft preparing live adjourned',
  settleHelp: 'draft preparing live adjourned',
  ringBridge: 'draft preparing live adjourned',
  answerCall: 'draft preparing live adjourned',
  endCall: 'draft preparing live adjourned',
  missCall: 'draft preparing live adjourned',
  addDocument: 'draft preparing live adjourned',
  removeDocument: 'draft preparing live adjourned',
  decideRecording: 'draft preparing live adjourned',
  chooseDevice: 'draft preparing live adjourned',
  startRecording: 'preparing live adjourned',
  frameProgram: 'preparing live adjourned',
  layDocument: 'preparing live adjourned',
  clearDesk: 'preparing live adjourned',
  turnPage: 'preparing live adjourned',
  handSlides: 'preparing live adjourned',
  playClip: 'preparing live adjourned',
  pauseClip: 'preparing live adjourned',
  limitPictures: 'preparing live adjourned',
  beginClassified: 'preparing live adjourned',
  endClassified: 'preparing live adjourned',
  stopRecording: 'draft preparing live adjourned closed archived',
  keepRecordings: 'draft preparing live adjourned closed archived',
  eraseRecording: 'draft preparing live adjourned closed archived',
  reportDefect: 'draft preparing live adjourned closed archived',
  mendDefect: 'draft preparing live adjourned closed archived',
  createSuccessor: 'uncreated',
  nameOfficials: 'draft preparing live adjourned closed',
  writePaperHead: 'draft preparing live adjourned closed',
  writeNote: 'draft preparing live adjourned closed',
  signMinutes: 'closed',
  reopenMinutes: 'closed',
  correctProposal: 'draft preparing live adjourned closed',
  groupProposal: 'draft preparing live adjourned closed archived',
  settleProposal: 'draft preparing live adjourned closed archived',
  removeProposal: 'draft preparing live adjourned closed',
  assignTask: 'draft preparing live adjourned closed',
  correctTask: 'draft preparing live adjourned closed',
  followUpTask: 'draft preparing live adjourned closed archived',
  removeTask: 'draft preparing live adjourned closed',
  planAward: 'draft preparing live adjourned closed',
  correctAward: 'draft preparing live adjourned closed',
  moveAward: 'draft preparing live adjourned closed',
  removeAward: 'draft preparing live adjourned closed',
  addReportPoint: 'draft preparing live adjourned closed',
  correctReportPoint: 'draft preparing live adjourned closed',
  removeReportPoint: 'draft preparing live adjourned closed',
  citeDocument: 'draft preparing live adjourned closed',
  removeCitation: 'draft preparing live adjourned closed',
  describeDocument: 'draft preparing live adjourned closed',
  releaseDocument: 'draft preparing live adjourned closed',
  withdrawDocument: 'draft preparing live adjourned closed',
  registerProposal: 'draft preparing live adjourned closed',
  presentAward: 'live',
  openIncident: 'draft preparing live adjourned closed',
  correctIncident: 'draft preparing live adjourned closed archived',
  mendIncident: 'draft preparing live adjourned closed archived',
  giveFeedback: 'draft preparing live adjourned closed',
  keepPeople: 'draft preparing live adjourned closed archived',
  recordErasure: 'draft preparing live adjourned closed archived',
  attachPaper: 'draft preparing live adjourned closed',
  releaseDue: 'draft preparing live adjourned closed',
  prepareBallot: 'draft preparing live adjourned',
  correctBallot: 'draft preparing live adjourned',
  removeBallot: 'draft preparing live adjourned',
  hideBallot: 'draft preparing live adjourned closed',
  annulBallot: 'draft preparing live adjourned closed',
  openBallot: 'live',
  closeBallot: 'live adjourned',
  publishBallot: 'draft preparing live adjourned closed',
  countHands: 'live',
  castVote: 'live',
};

describe('the phases of a command', () => {
  test.each(sampleCommands(anGiang, an).map((command) => [command.type, command] as const))(
    '[CNF12] %s is refused outside its phases, and the refusal names the phase',
    (type, command) => {
      const allowed = EXPECTED[type].split(' ');
      for (const phase of Object.keys(HISTORIES) as Phase[]) {
        const refused = refusalOf(HISTORIES[phase], command);
        const expected = allowed.includes(phase) ? 'not refused for its phase' : `wrong-phase in ${phase}`;
        expect(refused, `${type} in ${phase}`).toBe(expected);
      }
    },
  );
});

function refusalOf(history: readonly ConferenceEvent[], command: Command): string {
  const { decided } = given(history).when(command);
  if (decided.ok || decided.error.code !== 'wrong-phase') return 'not refused for its phase';
  return `wrong-phase in ${decided.error.params['phase'] ?? '?'}`;
}
