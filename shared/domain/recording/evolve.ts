import { unreachable } from '../../base/assert.ts';
import type { RecordingId } from '../ids.ts';
import type { RecordingEvent } from './events.ts';
import type { Recording, Recordings } from './recording.ts';

export function evolveRecordings(recordings: Recordings, event: RecordingEvent): Recordings {
  switch (event.type) {
    case 'recordingDecided':
      return { ...recordings, decision: event.decision };
    case 'recordingStarted': {
      const begun = { recordingId: event.recordingId, startedAt: event.at, endedAt: null, deletedAt: null };
      return { ...recordings, list: [...recordings.list, begun] };
    }
    case 'recordingEnded':
      return amended(recordings, event.recordingId, { endedAt: event.at });
    case 'recordingsKept':
      return { ...recordings, keptDays: event.days };
    case 'recordingErased':
      return amended(recordings, event.recordingId, { deletedAt: event.at });
    default:
      return unreachable(event);
  }
}

const amended = (recordings: Recordings, id: RecordingId, amendment: Partial<Recording>): Recordings => ({
  ...recordings,
  list: recordings.list.map((one) => (one.recordingId === id ? { ...one, ...amendment } : one)),
});
