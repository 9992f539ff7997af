import { z } from 'zod';
import { actorSchema } from '../actor.ts';
import type { RecordingId } from '../ids.ts';
import { instant } from '../instant.ts';

/** What the chair decided, and through whose hand it came: the chair's own, or the secretariat's on the chair's word. */
export const recordingDecisionSchema = z.strictObject({
  allowed: z.boolean(),
  by: actorSchema.shape.seat,
  at: instant,
});
export type RecordingDecision = z.infer<typeof recordingDecisionSchema>;

export const ENDINGS = ['stopped', 'withdrawn', 'classified', 'closed'] as const;

export interface Recording {
  readonly recordingId: RecordingId;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Its pieces are gone from the disk; that it was made stays on the record. */
  readonly deletedAt: number | null;
}

export interface Recordings {
  /** null: nothing was decided, and nothing is recorded. */
  readonly decision: RecordingDecision | null;
  readonly list: readonly Recording[];
  /** Days after which a recording is deleted by itself; null: it is kept until somebody deletes it. */
  readonly keptDays: number | null;
}

export const noRecordings: Recordings = { decision: null, list: [], keptDays: null };

export const MAX_RECORDINGS = 200;

export const runningRecording = ({ list }: Recordings): Recording | undefined =>
  list.find(({ endedAt }) => endedAt === null);

export const recordingOf = ({ list }: Recordings, id: RecordingId): Recording | undefined =>
  list.find(({ recordingId }) => recordingId === id);

/** When the rule deletes it; null: never, or it runs or is gone. */
export function deletedByRuleAt({ keptDays }: Recordings, { endedAt, deletedAt }: Recording): number | null {
  return keptDays === null || endedAt === null || deletedAt !== null ? null : endedAt + keptDays * 86_400_000;
}
