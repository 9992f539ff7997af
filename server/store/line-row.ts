import { z } from 'zod';

/** A line of the journal as the table holds it. */
export const lineRow = z.object({
  conference: z.string(),
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  version: z.int(),
  body: z.string(),
  hash: z.instanceof(Uint8Array),
});
