import type { RecordingId } from '../../shared/domain/ids.ts';
import { recordingOf } from '../../shared/domain/recording/recording.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

/** What was recorded to the end may still be on its way after it: the line or the server may have been away. */
const LATE_MS = 10 * 60_000;
/** The page hears of the end a moment after it, and its last picture is a moment old. */
const OVERHANG_MS = 3_000;

/** Why no new part may be begun now; null: it may. */
export function refusesPart(state: ConferenceState, recordingId: RecordingId): RejectionCode | null {
  if (state.conference.classifiedSince !== null) return 'classified';
  if (state.recordings.decision?.allowed !== true) return 'recording-not-decided';
  const recording = recordingOf(state.recordings, recordingId);
  return recording === undefined || recording.endedAt !== null ? 'recording-unknown' : null;
}

/** Why a piece whose last picture is of `until` is not taken at `now`; null: it is. */
export function refusesPiece(
  state: ConferenceState,
  recordingId: RecordingId,
  { until, now }: { readonly until: number; readonly now: number },
): RejectionCode | null {
  const refusal = refusesPart(state, recordingId);
  const recording = recordingOf(state.recordings, recordingId);
  if (refusal !== 'recording-unknown' || recording === undefined || recording.deletedAt !== null) return refusal;
  const endedAt = recording.endedAt ?? now;
  return until <= endedAt + OVERHANG_MS && now <= endedAt + LATE_MS ? null : refusal;
}
