import { z } from 'zod';
import { conferenceDetailsSchema } from '../domain/conference/conference.ts';
import { conferenceIdSchema } from '../domain/ids.ts';

/** What an export will hold, told before it is made. */
export const archiveOutlineSchema = z.object({
  lines: z.int(),
  delegates: z.int(),
  files: z.int(),
  fileBytes: z.int(),
  /** About how long the file will be. */
  estimate: z.int(),
  leftOut: z.array(
    z.object({
      kind: z.enum(['document', 'recording']),
      id: z.string(),
      reason: z.enum(['secret', 'not-chosen', 'missing']),
    }),
  ),
  /** Of the key that signs, to be made known: whoever has it can tell a foreign archive. */
  fingerprint: z.string(),
  /** Days after the closing at which names are erased; null: no rule. */
  keptDays: z.int().nullable(),
});
export type ArchiveOutline = z.infer<typeof archiveOutlineSchema>;

export const erasedPersonSchema = z.object({ erased: z.int() });
export type ErasedPerson = z.infer<typeof erasedPersonSchema>;

/** The next of a series: its own name and day, the rest comes from the last one. */
export const successorRequestSchema = conferenceDetailsSchema.pick({
  title: true,
  date: true,
  periodReviewed: true,
  periodPlanned: true,
});
export type SuccessorRequest = z.infer<typeof successorRequestSchema>;

export const startedSuccessorSchema = z.object({ conference: conferenceIdSchema, delegates: z.int(), tasks: z.int() });
export type StartedSuccessor = z.infer<typeof startedSuccessorSchema>;
