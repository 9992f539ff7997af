import { z } from 'zod';
import { bridgeIdSchema, delegateIdSchema } from '../domain/ids.ts';

const figure = z.strictObject({
  expected: z.int(),
  onSite: z.int(),
  online: z.int(),
  absentExcused: z.int(),
  absentUnexcused: z.int(),
});
/** The figures of a bridge with all that is below it. */
export const branchLineSchema = z.strictObject({
  bridgeId: bridgeIdSchema,
  /** Bridges in the branch, the bridge itself among them, and how many of them have said anything. */
  bridges: z.int(),
  reported: z.int(),
  figure,
  /** The bridge's own figure: its report's, else its list's. */
  ownReported: z.boolean(),
  own: figure,
  /** How many the list says are there, where that and the report cannot both be right; null: nothing is at odds. */
  listPresent: z.int().nullable(),
  /** Of its report; 0: it has none. */
  revision: z.int(),
  excuse: z.string().nullable(),
});
export type BranchLine = z.infer<typeof branchLineSchema>;

/** GET /api/conferences/:id/branches?under=&after=&limit=&only=exceptions : what stands below a bridge, page by page. */
export const branchPageSchema = z.strictObject({ lines: z.array(branchLineSchema), next: z.string().nullable() });
export type BranchPage = z.infer<typeof branchPageSchema>;

/** GET /api/conferences/:id/delegations : the lists by delegation, wherever its people sit; for the staff. */
export const delegationLinesSchema = z.strictObject({
  lines: z.array(z.strictObject({ name: z.string(), figure })),
});
export type DelegationLines = z.infer<typeof delegationLinesSchema>;

/**
 * A badge: the delegate's id and a check that only the server can make, as its QR picture and its typed code hold it.
 * POST /api/badge {conference, badge}: the delegate's own page; 404 for whatever is not a badge.
 */
export const badgeSchema = z.string().min(8).max(64);
export const badgeRequestSchema = z.strictObject({ conference: z.string().max(40), badge: badgeSchema });
export const badgePageSchema = z.strictObject({
  delegateId: delegateIdSchema,
  badge: badgeSchema,
  fullName: z.string().nullable(),
  positions: z.array(z.string()),
  homeUnit: z.string(),
  delegation: z.string(),
  seat: z.string().nullable(),
  bridge: z.strictObject({ bridgeId: bridgeIdSchema, name: z.string(), room: z.string().nullable() }),
  conference: z.strictObject({ title: z.string(), date: z.string() }),
  present: z.boolean(),
});
export type BadgePage = z.infer<typeof badgePageSchema>;

/**
 * POST /api/conferences/:id/badges/read {badge} by a kiosk, an operator or the staff: whose badge it is and at which
 * bridge they are expected; for a badge that is not on the door's own list.
 */
export const badgeReadingSchema = z.strictObject({
  delegateId: delegateIdSchema,
  fullName: z.string().nullable(),
  bridgeId: bridgeIdSchema,
});
export type BadgeReading = z.infer<typeof badgeReadingSchema>;
