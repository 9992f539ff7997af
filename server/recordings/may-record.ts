import type { RecordingId } from '../../shared/domain/ids.ts';
import { recordingOf } from '../../shared/domain/recording/recording.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

/** What was recorded to the end may still be on its way after it: the line or the server may have been away. */
const LATE_MS = 10 * 60_000;
/** The page hears of the end a moment after it, and its last picture is a moment old. */
const OVERHANG_MS = 3_000;

/** Why what was recorded up to `until` is not taken at `now`; null: it is. */
export function refusesPiece(
  { conference, recordings }: ConferenceState,
  recordingId: RecordingId,
  { until, now }: { readonly until: number; readonly now: number },
): RejectionCode | null {
  if (conference.classifiedSince !== null) return 'classified';
  if (recordings.decision?.allowed !== true) return 'recording-not-decided';
  const recording = recordingOf(recordings, recordingId);
  if (recording === undefined || recording.deletedAt !== null) return 'recording-unknown';
  const { endedAt } = recording;
  if (endedAt === null) return null;
  return until <= endedAt + OVERHANG_MS && now <= endedAt + LATE_MS ? null : 'recording-unknown';
}
