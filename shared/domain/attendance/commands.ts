import { z } from 'zod';
import { bridgeIdSchema, delegateIdSchema } from '../ids.ts';
import { line, lines } from '../text.ts';
import { categoryCountSchema } from './attendance.ts';
import { delegateInputSchema } from './delegate.ts';

export const attendanceCommands = [
  z.strictObject({
    type: z.literal('registerDelegates'),
    bridgeId: bridgeIdSchema,
    delegates: z.array(delegateInputSchema).min(1).max(200),
  }),
  z.strictObject({ type: z.literal('removeDelegate'), bridgeId: bridgeIdSchema, delegateId: delegateIdSchema }),
  z.strictObject({ type: z.literal('checkInDelegate'), bridgeId: bridgeIdSchema, delegateId: delegateIdSchema }),
  z.strictObject({
    type: z.literal('markDelegateAbsent'),
    bridgeId: bridgeIdSchema,
    delegateId: delegateIdSchema,
    excused: z.boolean(),
    reason: line(200).nullable(),
  }),
  z.strictObject({ type: z.literal('clearDelegateMark'), bridgeId: bridgeIdSchema, delegateId: delegateIdSchema }),
  z.strictObject({
    type: z.literal('reportHeadcount'),
    bridgeId: bridgeIdSchema,
    categories: z.array(categoryCountSchema).min(1).max(30),
    note: lines(500).nullable(),
  }),
] as const;

export type AttendanceCommand = z.infer<(typeof attendanceCommands)[number]>;
