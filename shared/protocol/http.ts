import { z } from 'zod';
import { seatSchema } from '../domain/actor.ts';
import { delegateRowSchema } from '../domain/attendance/delegate.ts';
import { conferenceDetailsSchema } from '../domain/conference/conference.ts';
import { bridgeIdSchema, conferenceIdSchema } from '../domain/ids.ts';
import { instant } from '../domain/instant.ts';
import { deviceSchema } from '../domain/lines/device.ts';
import { line } from '../domain/text.ts';
import { agendaTemplateSchema } from '../views/agenda-template.ts';
import { journalDamageSchema } from './journal-state.ts';
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
  /** The conference that this one rehearses; null: it is none. */
  rehearsalOf: conferenceIdSchema.nullable(),
});
export type ConferenceSummary = z.infer<typeof conferenceSummarySchema>;

/** GET /api/conferences/:id/delegates?bridge=&q=&after=&limit= : a page of the list; never a phone. */
export const delegatePageSchema = z.strictObject({
  delegates: z.array(
    z.strictObject({
      ...delegateRowSchema.shape,
      /** What the QR picture of the badge holds; for the staff, the door and the bridge's own seats. */
      badge: z.string().nullable(),
    }),
  ),
  /** Pass as `after` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type DelegatePage = z.infer<typeof delegatePageSchema>;

/** POST /api/conferences/:id/media-token {device}: a way into the room, good for a minute. */
export const mediaTokenRequestSchema = z.strictObject({
  device: deviceSchema,
  /** The private room between the centre and this bridge, instead of the stage. */
  privateWith: bridgeIdSchema.optional(),
});
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
  /** A link serves every device of its seat; a deputy's code serves once. */
  kind: z.enum(['link', 'code']),
  seat: seatSchema,
  conference: conferenceIdSchema.nullable(),
  bridgeId: bridgeIdSchema.nullable(),
  label: z.string(),
  createdAt: z.int(),
  revokedAt: z.int().nullable(),
  /** Of a code: until when it can be used; null: a link, good until it is revoked. */
  expiresAt: z.int().nullable(),
  /** Of a code: when it was used. */
  usedAt: z.int().nullable(),
});
export type Invitation = z.infer<typeof invitationSchema>;
export const mintedInvitationSchema = z.strictObject({ invitation: invitationSchema, link: z.string() });
export type MintedInvitation = z.infer<typeof mintedInvitationSchema>;

/** POST /api/conferences/:id/deputies: a code by which a deputy takes a seat over; answered once and never again. */
export const deputyRequestSchema = z.strictObject({
  seat: z.enum(['moderator', 'chair', 'announcer', 'secretariat']),
  label: line(120),
});
export const mintedDeputySchema = z.strictObject({ invitation: invitationSchema, code: z.string() });
export type MintedDeputy = z.infer<typeof mintedDeputySchema>;

/** POST /api/deputy: the code for a cookie; answers a session, as a link does. */
export const deputyEntrySchema = z.strictObject({ code: z.string().min(1).max(40) });

/** POST /api/conferences/:id/rehearsals: `startsAt` is what the rehearsal's own clock shows now. */
export const rehearsalRequestSchema = z.strictObject({ startsAt: instant.optional() });
export const startedRehearsalSchema = z.strictObject({ conference: conferenceIdSchema });
export type StartedRehearsal = z.infer<typeof startedRehearsalSchema>;

/** GET and POST /api/agenda-templates */
export const agendaTemplateRequestSchema = z.strictObject({ name: line(120), template: agendaTemplateSchema });
const agendaTemplateOutline = { id: z.string(), name: z.string(), createdAt: z.int() };
export const agendaTemplateSummarySchema = z.strictObject({ ...agendaTemplateOutline, rows: z.int() });
export type AgendaTemplateSummary = z.infer<typeof agendaTemplateSummarySchema>;
/** GET /api/agenda-templates/:id */
export const storedAgendaTemplateSchema = z.strictObject({ ...agendaTemplateOutline, template: agendaTemplateSchema });
export type StoredAgendaTemplate = z.infer<typeof storedAgendaTemplateSchema>;

/** GET /healthz */
export const healthSchema = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  uptimeSeconds: z.number(),
  journal: z.strictObject({
    state: z.enum(['ok', 'refusing', 'damaged']),
    openConferences: z.int(),
    damages: z.array(journalDamageSchema),
  }),
  media: mediaStateSchema,
});
export type Health = z.infer<typeof healthSchema>;
