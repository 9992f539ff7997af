import { z } from 'zod';
import { accepting } from '../consequence.ts';
import { bridgeIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line } from '../text.ts';
import {
  CHECK_POINTS,
  CHECK_SIDES,
  checkGroupSchema,
  LINE_FAULTS,
  lineFiguresSchema,
  MAX_CHECK_GROUPS,
  VERDICTS,
} from './line.ts';

export const lineCommands = [
  /** The whole timetable anew; an empty one takes it back. A bridge stands in one group at most. */
  z.strictObject({
    type: z.literal('scheduleLineChecks'),
    groups: z.array(checkGroupSchema.omit({ groupId: true })).max(MAX_CHECK_GROUPS),
  }),
  z.strictObject({
    type: z.literal('startLineCheck'),
    bridgeId: bridgeIdSchema,
    accepting: accepting.optional(),
  }),
  z.strictObject({
    type: z.literal('answerCheckPoint'),
    bridgeId: bridgeIdSchema,
    side: z.enum(CHECK_SIDES),
    point: z.enum(CHECK_POINTS),
    /** null takes an answer back. */
    yes: z.boolean().nullable(),
  }),
  z.strictObject({
    type: z.literal('finishLineCheck'),
    bridgeId: bridgeIdSchema,
    verdict: z.enum(VERDICTS),
    remark: line(300).nullable(),
    tester: line(120),
    measured: lineFiguresSchema.nullable(),
  }),
  /** Without a result. */
  z.strictObject({ type: z.literal('abandonLineCheck'), bridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('reportLineFault'),
    bridgeId: bridgeIdSchema,
    fault: z.enum(LINE_FAULTS),
    stands: z.boolean(),
    since: instant,
  }),
] as const;

export type LineCommand = z.infer<(typeof lineCommands)[number]>;
