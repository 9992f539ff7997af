import { z } from 'zod';
import { bridgeIdSchema, defectIdSchema } from '../ids.ts';
import { lines } from '../text.ts';

export const recordsCommands = [
  z.strictObject({ type: z.literal('reportDefect'), sentence: lines(600), bridgeId: bridgeIdSchema.nullable() }),
  z.strictObject({ type: z.literal('mendDefect'), defectId: defectIdSchema }),
] as const;

export type RecordsCommand = z.infer<(typeof recordsCommands)[number]>;
