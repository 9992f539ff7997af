import { z } from 'zod';
import { defectIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { defectFactsSchema } from './records.ts';

export const recordsEvents = [
  z.strictObject({ type: z.literal('defectFound'), at: instant, defect: defectFactsSchema }),
  z.strictObject({ type: z.literal('defectMended'), at: instant, defectId: defectIdSchema }),
] as const;

export type RecordsEvent = z.infer<(typeof recordsEvents)[number]>;
