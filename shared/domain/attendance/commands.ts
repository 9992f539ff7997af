import { z } from 'zod';
import { accepting } from '../consequence.ts';
import { bridgeIdSchema, delegateIdSchema, importIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { personInputSchema } from '../person.ts';
import { line, lines } from '../text.ts';
import { checkInWaySchema, delegateInputSchema } from './delegate.ts';
import { categoryCountSchema } from './figure.ts';
import { rungsSchema } from './ranks.ts';
import { rollCallCommands } from './roll-call.ts';

/** The delegate, and the bridge on whose list the sender sees them. */
const ofDelegate = { bridgeId: bridgeIdSchema, delegateId: delegateIdSchema };

export const attendanceCommands = [
  z.strictObject({
    type: z.literal('registerDelegates'),
    bridgeId: bridgeIdSchema,
    delegates: z.array(delegateInputSchema).min(1).max(200),
  }),
  z.strictObject({ type: z.literal('correctDelegate'), ...ofDelegate, delegate: delegateInputSchema }),
  z.strictObject({ type: z.literal('removeDelegate'), ...ofDelegate }),
  z.strictObject({ type: z.literal('moveDelegate'), ...ofDelegate, toBridgeId: bridgeIdSchema }),
  z.strictObject({ type: z.literal('moveAllDelegates'), bridgeId: bridgeIdSchema, toBridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('checkInDelegate'),
    ...ofDelegate,
    way: checkInWaySchema,
    online: z.boolean(),
    /** When it was seen, by a kiosk that had no line then; null: now. */
    seenAt: instant.nullable(),
  }),
  z.strictObject({ type: z.literal('markDelegateLeft'), ...ofDelegate }),
  /** Back in the hall after leaving early. */
  z.strictObject({ type: z.literal('markDelegateBack'), ...ofDelegate }),
  z.strictObject({
    type: z.literal('markDelegateAbsent'),
    ...ofDelegate,
    excused: z.boolean(),
    reason: line(200).nullable(),
  }),
  z.strictObject({ type: z.literal('clearDelegateMark'), ...ofDelegate }),
  /** Somebody else comes on the delegate's summons; category and delegation stay those of the summons. */
  z.strictObject({
    type: z.literal('seatSubstitute'),
    ...ofDelegate,
    substitute: z.strictObject({
      fullName: line(120),
      positions: z.array(line(200)).max(8),
      homeUnit: line(200),
    }),
  }),
  z.strictObject({
    type: z.literal('reportHeadcount'),
    bridgeId: bridgeIdSchema,
    /** The revision that the sender saw, 0 for none: two reports at once do not overwrite each other unseen. */
    expectedRevision: z.int().min(0),
    categories: z.array(categoryCountSchema).min(1).max(30),
    signedBy: personInputSchema.nullable(),
    note: lines(500).nullable(),
    accepting,
  }),
  /** The bridge will not join, and why; null: it will. */
  z.strictObject({ type: z.literal('excuseBridge'), bridgeId: bridgeIdSchema, reason: line(200).nullable() }),
  z.strictObject({ type: z.literal('applyDelegateImport'), importId: importIdSchema }),
  z.strictObject({ type: z.literal('undoImport'), importId: importIdSchema, accepting }),
  ...rollCallCommands,
  z.strictObject({
    type: z.literal('certifyReadiness'),
    /** How the bridges of each tier are called in the sentence; the first is tier 1. */
    tierNames: z.array(line(120)).min(1).max(6),
  }),
  z.strictObject({ type: z.literal('adoptProtocolRanks'), rungs: rungsSchema }),
] as const;

export type AttendanceCommand = z.infer<(typeof attendanceCommands)[number]>;
