import { z } from 'zod';
import { bridgeIdSchema, defectIdSchema } from '../ids.ts';
import { lines } from '../text.ts';

/** Something found wrong in a rehearsal, to be mended before the day. */
export const defectFactsSchema = z.strictObject({
  defectId: defectIdSchema,
  sentence: lines(600),
  /** The hall it was found in; null: everywhere, or the centre. */
  bridgeId: bridgeIdSchema.nullable(),
});
export type DefectFacts = z.infer<typeof defectFactsSchema>;

export interface Defect extends DefectFacts {
  readonly foundAt: number;
  readonly mendedAt: number | null;
}

export interface Records {
  /** In the order in which they were found. */
  readonly defects: readonly Defect[];
}

export const noRecords: Records = { defects: [] };
export const MAX_DEFECTS = 500;
/** Told by one bridge: a hall that reports without end does not take the list from all others. */
export const MAX_DEFECTS_OF_BRIDGE = 50;
