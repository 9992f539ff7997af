import { z } from 'zod';

/**
 * What a command would bring about beside what it says. A sender who has not accepted it is refused with
 * `unconfirmed` and its name; the same command with the name in `accepting` goes through.
 */
export const consequenceSchema = z.enum([
  'bridge-lost',
  'bridge-absent',
  'speeches-lapse',
  'deadline-passed',
  'more-than-expected',
  'attendance-struck',
  'marks-lost',
  'leaves-program',
]);
export type Consequence = z.infer<typeof consequenceSchema>;

/** The consequences that the sender has seen and wants. */
export const accepting = z.array(consequenceSchema).max(consequenceSchema.options.length);
