import type { Decided } from '../decision.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { FloorCommand } from './commands.ts';
import { decideEntry } from './decide-entry.ts';
import { decideOrder } from './decide-order.ts';
import { decideRules } from './decide-rules.ts';
import { decideStage } from './decide-stage.ts';

/** Entries come into the line, are put in order, take the stage; the rules say how. One file for each. */
export function decideFloor(state: ConferenceState, command: FloorCommand, moment: Moment): Decided {
  switch (command.type) {
    case 'registerSpeech':
    case 'requestSpeech':
    case 'withdrawSpeech':
    case 'acceptSpeech':
    case 'queueSpeech':
    case 'declineSpeech':
    case 'handInWriting':
    case 'clearRequests':
    case 'reinstateSpeeches':
    case 'callBackSpeaker':
      return decideEntry(state, command, moment);
    case 'moveSpeech':
    case 'swapSpeeches':
    case 'nameUnderstudy':
    case 'seatUnderstudy':
    case 'allotTime':
      return decideOrder(state, command, moment);
    case 'callSpeaker':
    case 'beginSpeech':
    case 'pauseSpeech':
    case 'continueSpeech':
    case 'extendSpeech':
    case 'remindOfTime':
    case 'endSpeech':
    case 'handBackFloor':
    case 'releaseLostFloor':
      return decideStage(state, command, moment.now);
    default:
      return decideRules(state, command, moment.now);
  }
}
