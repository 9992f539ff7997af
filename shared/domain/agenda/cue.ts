import { z } from 'zod';
import { cueIdSchema } from '../ids.ts';
import { sourceSchema } from '../onair/onair.ts';
import { line, lines } from '../text.ts';

/** What a cue puts on air: a source, or whoever has the floor. */
const cueSourceSchema = z.union([sourceSchema, z.strictObject({ kind: z.literal('floor') })]);

/** A line of the running order (kịch bản điều hành): who does what, what is said, which source goes on air. */
export const cueInputSchema = z.strictObject({
  who: line(120),
  does: line(300),
  /** What is read out; words in braces are filled from the state (views/announcement.ts). */
  says: lines(4_000).nullable(),
  source: cueSourceSchema.nullable(),
});
export type CueInput = z.infer<typeof cueInputSchema>;

export const cueSchema = z.strictObject({ ...cueInputSchema.shape, cueId: cueIdSchema });
export type Cue = z.infer<typeof cueSchema>;

export const MAX_CUES = 40;
