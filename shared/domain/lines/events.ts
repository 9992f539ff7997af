import { z } from 'zod';
import { bridgeIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { CHECK_POINTS, CHECK_SIDES, checkGroupSchema, checkResultSchema, LINE_FAULTS } from './line.ts';

export const lineEvents = [
  z.strictObject({
    type: z.literal('lineChecksScheduled'),
    at: instant,
    groups: z.array(checkGroupSchema),
    /** Bridges of the timetable before that stand in none now: they too must be told. */
    dropped: z.array(bridgeIdSchema),
  }),
  z.strictObject({ type: z.literal('lineCheckStarted'), at: instant, bridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('checkPointAnswered'),
    at: instant,
    bridgeId: bridgeIdSchema,
    side: z.enum(CHECK_SIDES),
    point: z.enum(CHECK_POINTS),
    yes: z.boolean().nullable(),
  }),
  z.strictObject({
    type: z.literal('lineCheckFinished'),
    at: instant,
    bridgeId: bridgeIdSchema,
    result: checkResultSchema,
  }),
  z.strictObject({ type: z.literal('lineCheckAbandoned'), at: instant, bridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('lineFaultFound'),
    at: instant,
    bridgeId: bridgeIdSchema,
    fault: z.enum(LINE_FAULTS),
    since: instant,
  }),
  z.strictObject({
    type: z.literal('lineFaultCleared'),
    at: instant,
    bridgeId: bridgeIdSchema,
    fault: z.enum(LINE_FAULTS),
  }),
] as const;

export type LineEvent = z.infer<(typeof lineEvents)[number]>;
