/**
 * What happens when a command arrives. Invariants:
 * 1. Pure: the same state, command, moment and rows give the same decision. It never throws and never waits.
 * 2. A refusal changes nothing: it carries a code and no events.
 * 3. Every accepted command leads to at least one event, and `evolve` accepts each of them.
 * 4. Who may issue a command is not asked here (policy.ts), nor in which phase (phases.ts, asked once, below).
 */
import { unreachable } from '../base/assert.ts';
import { decideAgenda } from './agenda/decide.ts';
import { decideAttendance } from './attendance/decide.ts';
import type { DelegateLookup } from './attendance/delegate.ts';
import { decideBridges } from './bridges/decide.ts';
import type { Command } from './command.ts';
import { decideConference } from './conference/decide.ts';
import { type Decided, refuse } from './decision.ts';
import { decideFloor } from './floor/decide.ts';
import type { Moment } from './moment.ts';
import { decideOnAir } from './onair/decide.ts';
import { phasesOf } from './phases.ts';
import type { ConferenceState } from './state.ts';

export function decide(state: ConferenceState, command: Command, moment: Moment, delegate: DelegateLookup): Decided {
  const { phase } = state.conference;
  if (!phasesOf(command).includes(phase)) return refuse('wrong-phase', { phase });
  switch (command.type) {
    case 'createConference':
    case 'correctConferenceDetails':
    case 'startPreparation':
    case 'openConference':
    case 'adjournConference':
    case 'resumeConference':
    case 'closeConference':
    case 'archiveConference':
      return decideConference(state, command, moment);
    case 'addBridges':
    case 'renameBridge':
    case 'assignBridgeStaff':
    case 'removeBridge':
    case 'reportBridgeLink':
      return decideBridges(state, command, moment);
    case 'registerDelegates':
    case 'removeDelegate':
    case 'checkInDelegate':
    case 'markDelegateAbsent':
    case 'clearDelegateMark':
    case 'reportHeadcount':
      return decideAttendance(state, command, moment, delegate);
    case 'addAgendaItem':
    case 'correctAgendaItem':
    case 'moveAgendaItem':
    case 'removeAgendaItem':
    case 'startAgendaItem':
    case 'finishAgendaItem':
    case 'skipAgendaItem':
    case 'restoreAgendaItem':
      return decideAgenda(state, command, moment);
    case 'registerPaper':
    case 'requestSpeech':
    case 'withdrawSpeech':
    case 'acceptSpeech':
    case 'declineSpeech':
    case 'moveSpeech':
    case 'callSpeaker':
    case 'beginSpeech':
    case 'extendSpeech':
    case 'endSpeech':
    case 'openChairMicrophone':
    case 'closeChairMicrophone':
      return decideFloor(state, command, moment);
    case 'armSource':
    case 'disarmSource':
    case 'takeSource':
    case 'followFloor':
      return decideOnAir(state, command, moment);
    default:
      return unreachable(command);
  }
}
