/**
 * What happens when a command arrives. Invariants:
 * 1. Pure: the same state, command, moment and rows give the same decision. It never throws and never waits.
 * 2. A refusal changes nothing: it carries a code and no events.
 * 3. Every accepted command leads to at least one event, and `evolve` accepts each of them.
 * 4. Who may issue a command is not asked here (policy.ts), nor in which phase (phases.ts, asked once, below).
 */
import { decideAgenda } from './agenda/decide.ts';
import { decideAttendance } from './attendance/decide.ts';
import type { Rolls } from './attendance/delegate.ts';
import { decideBridges } from './bridges/decide.ts';
import type { Command } from './command.ts';
import { decideConference } from './conference/decide.ts';
import { type Decided, emitWithRows, refuse } from './decision.ts';
import { evolve } from './evolve.ts';
import { decideFloor } from './floor/decide.ts';
import { MAX_ON_FLOOR } from './floor/rules.ts';
import { followUp } from './floor/settle.ts';
import type { Moment } from './moment.ts';
import { decideOnAir } from './onair/decide.ts';
import { isOpenInSecret, phasesOf } from './phases.ts';
import type { ConferenceState } from './state.ts';
import { decideTechnical } from './technical.ts';

export function decide(state: ConferenceState, command: Command, moment: Moment, rolls: Rolls): Decided {
  const { phase, classifiedSince } = state.conference;
  if (!phasesOf(command).includes(phase)) return refuse('wrong-phase', { phase });
  if (classifiedSince !== null && !isOpenInSecret(command)) return refuse('classified');
  return settled(state, decideBySlice(state, command, moment, rolls), moment.now);
}

/** Follow-ups of one decision: a seat for each that is free, one who stands down and one who stands by. */
const MAX_FOLLOW_UPS = 2 * MAX_ON_FLOOR + 2;

/** The decision with what follows from it by itself, so that both are one fact of the journal. */
function settled(state: ConferenceState, decided: Decided, at: number): Decided {
  if (!decided.ok) return decided;
  const events = [...decided.value.events];
  let after = events.reduce(evolve, state);
  if (!concernsLine(state, after)) return decided;
  for (let i = 0; i < MAX_FOLLOW_UPS; i++) {
    const event = followUp(after, at);
    if (event === null) break;
    events.push(event);
    after = evolve(after, event);
  }
  return emitWithRows(events, decided.value.delegates);
}

/** Whether another may be next in line now. Marks of delegates, the most frequent commands, never matter. */
const concernsLine = (before: ConferenceState, after: ConferenceState): boolean =>
  before.floor !== after.floor ||
  before.agenda !== after.agenda ||
  before.conference !== after.conference ||
  before.bridges !== after.bridges;

function decideBySlice(state: ConferenceState, command: Command, moment: Moment, rolls: Rolls): Decided {
  switch (command.type) {
    case 'createConference':
    case 'correctConferenceDetails':
    case 'startPreparation':
    case 'openConference':
    case 'adjournConference':
    case 'resumeConference':
    case 'closeConference':
    case 'archiveConference':
    case 'createRehearsal':
    case 'createSuccessor':
    case 'recordRehearsal':
    case 'recordTakeover':
    case 'beginClassified':
    case 'endClassified':
      return decideConference(state, command, moment);
    case 'addBridges':
    case 'importBridges':
    case 'renameBridge':
    case 'assignBridgeStaff':
    case 'countToRegion':
    case 'removeBridge':
    case 'reportBridgeLink':
      return decideBridges(state, command, moment);
    case 'registerDelegates':
    case 'correctDelegate':
    case 'removeDelegate':
    case 'moveDelegate':
    case 'moveAllDelegates':
    case 'checkInDelegate':
    case 'markDelegateLeft':
    case 'markDelegateBack':
    case 'markDelegateAbsent':
    case 'clearDelegateMark':
    case 'seatSubstitute':
    case 'reportHeadcount':
    case 'excuseBridge':
    case 'applyDelegateImport':
    case 'undoImport':
    case 'startRollCall':
    case 'callRoll':
    case 'answerRoll':
    case 'paceRollCall':
    case 'endRollCall':
    case 'certifyReadiness':
    case 'adoptProtocolRanks':
      return decideAttendance(state, command, moment, rolls);
    case 'addAgendaItems':
    case 'correctAgendaItem':
    case 'moveAgendaItem':
    case 'removeAgendaItem':
    case 'startAgendaItem':
    case 'finishAgendaItem':
    case 'pauseAgendaItem':
    case 'continueAgendaItem':
    case 'addAgendaItemTime':
    case 'skipAgendaItem':
    case 'restoreAgendaItem':
    case 'announceDelay':
    case 'revokeDelay':
    case 'makeDelayPermanent':
    case 'demandEnd':
    case 'winTime':
    case 'scriptCues':
      return decideAgenda(state, command, moment);
    case 'registerSpeech':
    case 'requestSpeech':
    case 'withdrawSpeech':
    case 'acceptSpeech':
    case 'queueSpeech':
    case 'declineSpeech':
    case 'handInWriting':
    case 'moveSpeech':
    case 'swapSpeeches':
    case 'nameUnderstudy':
    case 'seatUnderstudy':
    case 'allotTime':
    case 'clearRequests':
    case 'reinstateSpeeches':
    case 'callSpeaker':
    case 'beginSpeech':
    case 'pauseSpeech':
    case 'continueSpeech':
    case 'extendSpeech':
    case 'remindOfTime':
    case 'endSpeech':
    case 'handBackFloor':
    case 'releaseLostFloor':
    case 'callBackSpeaker':
    case 'openSpeakersList':
    case 'closeSpeakersList':
    case 'timeSpeakersList':
    case 'adoptFloorRules':
    case 'correctLedger':
    case 'openChairMicrophone':
    case 'closeChairMicrophone':
      return decideFloor(state, command, moment);
    case 'armSource':
    case 'disarmSource':
    case 'takeSource':
    case 'followFloor':
    case 'frameProgram':
    case 'layDocument':
    case 'clearDesk':
    case 'turnPage':
    case 'handSlides':
    case 'playClip':
    case 'pauseClip':
    case 'limitPictures':
    case 'chooseDevice':
      return decideOnAir(state, command, moment);
    default:
      return decideTechnical(state, command, moment, rolls);
  }
}
