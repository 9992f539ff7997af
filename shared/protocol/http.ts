import { z } from 'zod';
import { seatSchema } from '../domain/actor.ts';
import { delegateRowSchema } from '../domain/attendance/delegate.ts';
import { conferenceDetailsSchema } from '../domain/conference/conference.ts';
import { bridgeIdSchema, conferenceIdSchema } from '../domain/ids.ts';
import { line } from '../domain/text.ts';
import { mediaStateSchema } from './media-state.ts';

/** POST /api/session: the secret of a link for a cookie, and where the seat's screen is. */
export const signInSchema = z.strictObject({ token: z.string().min(16).max(128) });
export const sessionSchema = z.strictObject({
  seat: seatSchema,
  conference: conferenceIdSchema.nullable(),
  bridgeId: bridgeIdSchema.nullable(),
  label: z.string(),
  /** The path of the seat's screen. */
  screen: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;

/** GET /api/conferences */
export const conferenceSummarySchema = z.strictObject({
  id: conferenceIdSchema,
  ...conferenceDetailsSchema.shape,
  phase: z.enum(['draft', 'preparing', 'live', 'adjourned', 'closed', 'archived']),
  bridges: z.int(),
});
export type ConferenceSummary = z.infer<typeof conferenceSummarySchema>;

/** GET /api/conferences/:id/delegates?bridge=&q=&after=&limit= : a page of the list; never a phone. */
export const delegatePageSchema = z.strictObject({
  delegates: z.array(delegateRowSchema),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type DelegatePage = z.infer<typeof delegatePageSchema>;

/** POST /api/conferences/:id/media-token {device}: a way into the room, good for a minute. */
export const mediaTokenRequestSchema = z.strictObject({ device: z.string().regex(/^[a-z0-9-]{1,32}$/) });
export const mediaTokenSchema = z.strictObject({
  /** Path of LiveKit's signalling on this origin. */
  path: z.string(),
  token: z.string(),
});
export type MediaToken = z.infer<typeof mediaTokenSchema>;

/** POST /api/conferences/:id/invitations: the link is answered once and never again; only its hash is kept. */
export const invitationRequestSchema = z.strictObject({
  seat: seatSchema,
  bridgeId: bridgeIdSchema.nullable(),
  label: line(120),
});
export const invitationSchema = z.strictObject({
  id: z.string(),
  seat: seatSchema,
  conference: conferenceIdSchema.nullable(),
  bridgeId: bridgeIdSchema.nullable(),
  label: z.string(),
  createdAt: z.int(),
  revokedAt: z.int().nullable(),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const mintedInvitationSchema = z.strictObject({ invitation: invitationSchema, link: z.string() });
export type MintedInvitation = z.infer<typeof mintedInvitationSchema>;

/** GET /healthz */
export const healthSchema = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  uptimeSeconds: z.number(),
  journal: z.strictObject({ state: z.enum(['ok', 'failing']), openConferences: z.int() }),
  media: mediaStateSchema,
});
export type Health = z.infer<typeof healthSchema>;
