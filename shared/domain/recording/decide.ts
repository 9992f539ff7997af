import { unreachable } from '../../base/assert.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { recordingIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { RecordingCommand } from './commands.ts';
import { type ENDINGS, MAX_RECORDINGS, recordingOf, runningRecording } from './recording.ts';

type Of<T extends RecordingCommand['type']> = Extract<RecordingCommand, { type: T }>;

export function decideRecording(state: ConferenceState, command: RecordingCommand, moment: Moment): Decided {
  const { recordings } = state;
  const { now: at } = moment;
  switch (command.type) {
    case 'decideRecording':
      return decideAllowed(state, command, moment);
    case 'startRecording':
      return decideStart(state, moment);
    case 'stopRecording':
      return runningRecording(recordings) === undefined
        ? refuse('nothing-to-change')
        : emit(...endingRecording(state, 'stopped', at));
    case 'keepRecordings':
      return recordings.keptDays === command.days
        ? refuse('nothing-to-change')
        : emit({ type: 'recordingsKept', at, days: command.days });
    case 'eraseRecording':
      return decideDelete(state, command, at);
    default:
      return unreachable(command);
  }
}

function decideAllowed(
  state: ConferenceState,
  { allowed }: Of<'decideRecording'>,
  { now: at, actor }: Moment,
): Decided {
  if (state.recordings.decision?.allowed === allowed) return refuse('nothing-to-change');
  return emit(
    { type: 'recordingDecided', at, decision: { allowed, by: actor.seat, at } },
    ...(allowed ? [] : endingRecording(state, 'withdrawn', at)),
  );
}

function decideStart({ recordings }: ConferenceState, moment: Moment): Decided {
  if (recordings.decision?.allowed !== true) return refuse('recording-not-decided');
  if (runningRecording(recordings) !== undefined) return refuse('recording-running');
  if (recordings.list.length >= MAX_RECORDINGS) return refuse('too-many-items', { max: MAX_RECORDINGS });
  const recordingId = recordingIdSchema.parse(moment.newId());
  return emit({ type: 'recordingStarted', at: moment.now, recordingId });
}

function decideDelete({ recordings }: ConferenceState, { recordingId }: Of<'eraseRecording'>, at: number): Decided {
  const recording = recordingOf(recordings, recordingId);
  if (recording === undefined || recording.deletedAt !== null) return refuse('recording-unknown');
  if (recording.endedAt === null) return refuse('recording-running');
  return emit({ type: 'recordingErased', at, recordingId });
}

/** What ends the recording that runs, if one does. */
export function endingRecording(
  { recordings }: ConferenceState,
  cause: (typeof ENDINGS)[number],
  at: number,
): readonly ConferenceEvent[] {
  const running = runningRecording(recordings);
  return running === undefined ? [] : [{ type: 'recordingEnded', at, recordingId: running.recordingId, cause }];
}
