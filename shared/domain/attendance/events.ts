import { z } from 'zod';
import { bridgeIdSchema, delegateIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line, lines } from '../text.ts';
import { categoryCountSchema, markSchema } from './attendance.ts';

/** Each event concerns one bridge and says what the mark was before, so that counters fold without a look at any row. */
const ofDelegate = { at: instant, bridgeId: bridgeIdSchema, delegateId: delegateIdSchema, was: markSchema };

export const attendanceEvents = [
  z.strictObject({
    type: z.literal('delegatesRegistered'),
    at: instant,
    bridgeId: bridgeIdSchema,
    delegates: z.array(z.strictObject({ delegateId: delegateIdSchema, category: line(120) })),
  }),
  z.strictObject({ type: z.literal('delegateRemoved'), ...ofDelegate }),
  z.strictObject({ type: z.literal('delegateCheckedIn'), ...ofDelegate }),
  z.strictObject({ type: z.literal('delegateMarkedAbsent'), ...ofDelegate, excused: z.boolean() }),
  z.strictObject({ type: z.literal('delegateMarkCleared'), ...ofDelegate }),
  z.strictObject({
    type: z.literal('headcountReported'),
    at: instant,
    bridgeId: bridgeIdSchema,
    revision: z.int().min(1),
    categories: z.array(categoryCountSchema),
    note: lines(500).nullable(),
  }),
] as const;

export type AttendanceEvent = z.infer<(typeof attendanceEvents)[number]>;
