import { z } from 'zod';
import { bridgeIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line } from '../text.ts';

/**
 * The readiness certificate: which bridges stood on the line when it was made. It quotes the journal's position and
 * stays what it was, whatever is edited later.
 */
export const certificateSchema = z.strictObject({
  at: instant,
  /** The last event that it takes into account. */
  position: z.int().min(0),
  tiers: z.array(
    z.strictObject({ tier: z.int().min(0), name: line(120), ready: z.int().min(0), total: z.int().min(0) }),
  ),
  /** The bridges that were not ready, in protocol order, at most 300; `missing` counts all of them. */
  exceptions: z.array(z.strictObject({ bridgeId: bridgeIdSchema, name: line(200), reason: line(200).nullable() })),
  missing: z.int().min(0),
  expected: z.int().min(0),
  present: z.int().min(0),
  absent: z.int().min(0),
});
export type Certificate = z.infer<typeof certificateSchema>;

export const MAX_EXCEPTIONS = 300;
export const MAX_CERTIFICATES = 20;
