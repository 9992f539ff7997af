/**
 * The slices beside the conference itself: its lines, what is said on them, what lies on the desk, what is recorded.
 * The same rules hold as in decide.ts and evolve.ts, which hand over to here.
 */
import type { Rolls } from './attendance/delegate.ts';
import type { Decided } from './decision.ts';
import type { DocumentCommand } from './documents/commands.ts';
import { decideDocuments } from './documents/decide.ts';
import type { DocumentEvent } from './documents/events.ts';
import { evolveDocuments } from './documents/evolve.ts';
import type { LineCommand } from './lines/commands.ts';
import { decideLines } from './lines/decide.ts';
import type { LineEvent } from './lines/events.ts';
import { evolveLines } from './lines/evolve.ts';
import type { MessageCommand } from './messages/commands.ts';
import { decideMessages } from './messages/decide.ts';
import type { MessageEvent } from './messages/events.ts';
import { evolveMessages } from './messages/evolve.ts';
import type { Moment } from './moment.ts';
import { decideKeeping, evolveKeeping, type KeepingCommand, type KeepingEvent } from './record-keeping.ts';
import type { RecordingCommand } from './recording/commands.ts';
import { decideRecording } from './recording/decide.ts';
import type { RecordingEvent } from './recording/events.ts';
import { evolveRecordings } from './recording/evolve.ts';
import type { ConferenceState } from './state.ts';

type TechnicalCommand = LineCommand | MessageCommand | DocumentCommand | RecordingCommand;
type TechnicalEvent = LineEvent | MessageEvent | DocumentEvent | RecordingEvent;

export function decideTechnical(
  state: ConferenceState,
  command: TechnicalCommand | KeepingCommand,
  moment: Moment,
  rolls: Rolls,
): Decided {
  switch (command.type) {
    case 'scheduleLineChecks':
    case 'startLineCheck':
    case 'answerCheckPoint':
    case 'finishLineCheck':
    case 'abandonLineCheck':
    case 'reportLineFault':
      return decideLines(state, command, moment);
    case 'messageBridges':
    case 'messageCentre':
    case 'markMessageSeen':
    case 'answerMessage':
    case 'callForHelp':
    case 'settleHelp':
    case 'ringBridge':
    case 'answerCall':
    case 'endCall':
    case 'missCall':
      return decideMessages(state, command, moment);
    case 'addDocument':
    case 'removeDocument':
    case 'describeDocument':
    case 'attachPaper':
    case 'releaseDocument':
    case 'releaseDue':
    case 'withdrawDocument':
      return decideDocuments(state, command, moment);
    case 'decideRecording':
    case 'startRecording':
    case 'stopRecording':
    case 'keepRecordings':
    case 'eraseRecording':
      return decideRecording(state, command, moment);
    default:
      return decideKeeping(state, command, moment, rolls);
  }
}

export function evolveTechnical(state: ConferenceState, event: TechnicalEvent | KeepingEvent): ConferenceState {
  switch (event.type) {
    case 'lineChecksScheduled':
    case 'lineCheckStarted':
    case 'checkPointAnswered':
    case 'lineCheckFinished':
    case 'lineCheckAbandoned':
    case 'lineFaultFound':
    case 'lineFaultCleared':
      return { ...state, lines: evolveLines(state.lines, event) };
    case 'messageSent':
    case 'messageSeen':
    case 'messageAnswered':
    case 'helpCalled':
    case 'helpSettled':
    case 'bridgeRung':
    case 'callAnswered':
    case 'callEnded':
      return { ...state, messages: evolveMessages(state.messages, event) };
    case 'documentAdded':
    case 'documentRemoved':
    case 'documentDescribed':
    case 'paperAttached':
    case 'releaseScheduled':
    case 'documentReleased':
    case 'documentWithdrawn':
      return { ...state, documents: evolveDocuments(state.documents, event) };
    case 'recordingDecided':
    case 'recordingStarted':
    case 'recordingEnded':
    case 'recordingsKept':
    case 'recordingErased':
      return { ...state, recordings: evolveRecordings(state.recordings, event) };
    default:
      return evolveKeeping(state, event);
  }
}
