import { z } from 'zod';
import { bridgeIdSchema, type DelegateId, delegateIdSchema, personIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line } from '../text.ts';
import { markSchema } from './attendance.ts';

export const delegateInputSchema = z.strictObject({
  fullName: line(120).nullable(),
  positions: z.array(line(200)).max(8),
  category: line(120),
  /** Where the delegate belongs; where the delegate sits is the bridge, and one does not follow from the other. */
  homeUnit: line(200),
});
export type DelegateInput = z.infer<typeof delegateInputSchema>;

/** A delegate's row. Rows are many and hold names, so they live in a table; events name only the id. */
export const delegateRowSchema = z.strictObject({
  ...delegateInputSchema.shape,
  delegateId: delegateIdSchema,
  personId: personIdSchema,
  bridgeId: bridgeIdSchema,
  mark: markSchema,
  markedAt: instant.nullable(),
  absenceReason: line(200).nullable(),
});
export type DelegateRow = z.infer<typeof delegateRowSchema>;

export type DelegateChange =
  | { readonly kind: 'put'; readonly row: DelegateRow }
  | { readonly kind: 'remove'; readonly delegateId: DelegateId };

/** Rows that the caller has looked up for the command; `decide` reads no table itself. */
export type DelegateLookup = (delegateId: DelegateId) => DelegateRow | undefined;
