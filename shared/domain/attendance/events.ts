import { z } from 'zod';
import { bridgeIdSchema, delegateIdSchema, importIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { personSchema } from '../person.ts';
import { line, lines } from '../text.ts';
import { certificateSchema } from './certificate.ts';
import { checkInWaySchema } from './delegate.ts';
import { categoryCountSchema, categorySchema } from './figure.ts';
import { delegationChangeSchema, listImportSchema, rollChangeSchema } from './list-import.ts';
import { markSchema } from './mark.ts';
import { rungsSchema } from './ranks.ts';
import { rollCallEvents } from './roll-call.ts';

/** A bridge, and those above it in the tree, the nearest first: a fold needs no look at the tree. */
const ofBridge = { at: instant, bridgeId: bridgeIdSchema, above: z.array(bridgeIdSchema) };

/** Where the counters hold the delegate, and under which mark, so that they fold without a look at any row. */
const ofDelegate = {
  ...ofBridge,
  delegateId: delegateIdSchema,
  category: categorySchema,
  delegation: line(200),
  was: markSchema,
};

/**
 * The facts that move counts. They stay in the journal: no screen is told of them one by one, but of the counts that
 * they lead to (`attendanceTold`), since at 31,000 bridges a second holds hundreds of them.
 */
export const countingEvents = [
  z.strictObject({
    type: z.literal('delegatesRegistered'),
    ...ofBridge,
    delegates: z.array(
      z.strictObject({ delegateId: delegateIdSchema, category: categorySchema, delegation: line(200) }),
    ),
  }),
  z.strictObject({
    type: z.literal('delegateCorrected'),
    ...ofDelegate,
    /** Under which the delegate is counted from now on. */
    toCategory: categorySchema,
    toDelegation: line(200),
  }),
  z.strictObject({ type: z.literal('delegateRemoved'), ...ofDelegate }),
  z.strictObject({
    type: z.literal('delegateMoved'),
    ...ofDelegate,
    toBridgeId: bridgeIdSchema,
    toAbove: z.array(bridgeIdSchema),
  }),
  z.strictObject({
    type: z.literal('allDelegatesMoved'),
    ...ofBridge,
    toBridgeId: bridgeIdSchema,
    toAbove: z.array(bridgeIdSchema),
  }),
  z.strictObject({
    type: z.literal('delegateCheckedIn'),
    ...ofDelegate,
    mark: z.enum(['present', 'late', 'online']),
    way: checkInWaySchema,
    /** When the delegate was seen: before `at` if the kiosk had no line then. */
    seenAt: instant,
  }),
  z.strictObject({ type: z.literal('delegateLeft'), ...ofDelegate }),
  z.strictObject({ type: z.literal('delegateCameBack'), ...ofDelegate, mark: z.enum(['present', 'late', 'online']) }),
  z.strictObject({ type: z.literal('delegateMarkedAbsent'), ...ofDelegate, excused: z.boolean() }),
  z.strictObject({ type: z.literal('delegateMarkCleared'), ...ofDelegate }),
  z.strictObject({
    type: z.literal('delegateSubstituted'),
    ...ofDelegate,
    substituteId: delegateIdSchema,
  }),
  z.strictObject({
    type: z.literal('headcountReported'),
    ...ofBridge,
    revision: z.int().min(1),
    categories: z.array(categoryCountSchema),
    signedBy: personSchema.nullable(),
    note: lines(500).nullable(),
  }),
  z.strictObject({ type: z.literal('bridgeExcused'), ...ofBridge, reason: line(200).nullable() }),
  /** The list's and the report's share of the counts goes with the bridge. */
  z.strictObject({ type: z.literal('attendanceStruck'), ...ofBridge }),
  /** A part of what a file's list does to the counts; a large one is told in several. */
  z.strictObject({
    type: z.literal('rollsRecounted'),
    at: instant,
    importId: importIdSchema,
    rolls: z.array(z.strictObject({ ...rollChangeSchema.shape, above: z.array(bridgeIdSchema) })),
    delegations: z.array(delegationChangeSchema),
  }),
] as const;

const tally = z.strictObject({
  reported: z.int(),
  byCategory: z.record(
    z.string(),
    z.strictObject({
      expected: z.int(),
      onSite: z.int(),
      online: z.int(),
      absentExcused: z.int(),
      absentUnexcused: z.int(),
    }),
  ),
});
const marks = z.record(markSchema, z.int());

/** A bridge's whole attendance as an audience sees it (attendance.ts names the fields). */
const bridgeAttendance = z.strictObject({
  above: z.array(bridgeIdSchema).readonly(),
  named: z.record(z.string(), marks),
  report: z
    .strictObject({
      revision: z.int(),
      at: instant,
      categories: z.array(categoryCountSchema).readonly(),
      signedBy: personSchema.nullable(),
      note: z.string().nullable(),
    })
    .nullable(),
  earlier: z
    .array(z.strictObject({ revision: z.int(), at: instant, figure: tally.shape.byCategory.valueType }))
    .readonly(),
  excuse: z.string().nullable(),
  below: tally,
});

export const attendanceEvents = [
  ...countingEvents,
  z.strictObject({ type: z.literal('importApplied'), ...listImportSchema.omit({ undone: true }).shape }),
  z.strictObject({ type: z.literal('importUndone'), at: instant, importId: importIdSchema }),
  ...rollCallEvents,
  z.strictObject({ type: z.literal('readinessCertified'), at: instant, certificate: certificateSchema }),
  z.strictObject({ type: z.literal('protocolRanksAdopted'), at: instant, rungs: rungsSchema }),
  /**
   * Told to screens and never written: the counts after any number of counting facts, absolute, so that a frame says
   * each bridge once. `null` in place of a bridge: it is gone.
   */
  z.strictObject({
    type: z.literal('attendanceTold'),
    at: instant,
    bridges: z.array(z.strictObject({ bridgeId: z.string(), one: bridgeAttendance.nullable() })),
    totals: tally,
    delegations: z.array(z.tuple([z.string(), marks])).nullable(),
    /** The points that have changed, in order; null where the audience is not told. */
    arrivals: z.array(z.strictObject({ minute: z.int(), present: z.int() })).nullable(),
  }),
] as const;

export type CountingEvent = z.infer<(typeof countingEvents)[number]>;
export type AttendanceEvent = z.infer<(typeof attendanceEvents)[number]>;
