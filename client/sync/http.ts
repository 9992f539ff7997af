import { z } from 'zod';
import { plain, plainThroughout } from '../../shared/base/plain-text.ts';
import { certificateSchema } from '../../shared/domain/attendance/certificate.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import { type Defect, defectFactsSchema } from '../../shared/domain/records/records.ts';
import { type CommandAck, type CommandEnvelope, commandAckSchema } from '../../shared/protocol/command.ts';
import {
  type agendaTemplateRequestSchema,
  agendaTemplateSummarySchema,
  conferenceSummarySchema,
  delegatePageSchema,
  type deputyRequestSchema,
  healthSchema,
  type invitationRequestSchema,
  invitationSchema,
  mediaTokenSchema,
  mintedDeputySchema,
  mintedInvitationSchema,
  sessionSchema,
  startedRehearsalSchema,
  storedAgendaTemplateSchema,
} from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import type { StreamName } from '../../shared/protocol/stream.ts';

/** An answer of the server, its refusal in code and numbers, or no answer at all. */
export type Fetched<T> =
  | { readonly kind: 'ok'; readonly value: T }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly code: string;
      readonly params: Readonly<Record<string, string | number>>;
    }
  | { readonly kind: 'offline' };

const refusalSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

interface Asking {
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

const defectSchema = z.strictObject({
  ...defectFactsSchema.shape,
  foundAt: z.int(),
  mendedAt: z.int().nullable(),
}) satisfies z.ZodType<Defect>;

const PATIENCE_MS = 15_000;

export async function ask<T>(
  schema: z.ZodType<T>,
  path: string,
  { method, body, signal }: Asking = {},
): Promise<Fetched<T>> {
  const patience = new AbortController();
  const giveUp = () => patience.abort();
  const timer = setTimeout(giveUp, PATIENCE_MS);
  signal?.addEventListener('abort', giveUp);
  try {
    const response = await fetch(path, {
      method: method ?? 'GET',
      // Revalidates by ETag: a snapshot that has not changed is not sent again.
      cache: 'no-cache',
      signal: patience.signal,
      // One browser may hold several seats, each with its screen: the address says which of them is asking.
      headers: { 'x-screen': location.pathname, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(plainThroughout(body)) }),
    });
    return await answerOf(schema, response);
  } catch {
    return { kind: 'offline' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

export async function answerOf<T>(schema: z.ZodType<T>, response: Response): Promise<Fetched<T>> {
  const text = await response.text();
  const body: unknown = text === '' ? null : JSON.parse(text);
  if (response.ok) return { kind: 'ok', value: schema.parse(body) };
  const refusal = refusalSchema.safeParse(body);
  const { code, params } = refusal.success ? refusal.data : { code: 'malformed', params: {} };
  return { kind: 'refused', status: response.status, code, params };
}

const query = (parts: Readonly<Record<string, string | number | null>>): string =>
  new URLSearchParams(
    Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, plain(String(value))]])),
  ).toString();

const of = (conference: ConferenceId): string => `/api/conferences/${encodeURIComponent(conference)}`;

export const getSession = () => ask(sessionSchema, '/api/session');
export const signIn = (token: string) => ask(sessionSchema, '/api/session', { method: 'POST', body: { token } });
export const signOut = () => ask(z.unknown(), '/api/session', { method: 'DELETE' });
export const getHealth = () => ask(healthSchema, '/healthz');
export const getConferences = () => ask(z.array(conferenceSummarySchema), '/api/conferences');
export const getConference = (conference: ConferenceId) => ask(conferenceSummarySchema, of(conference));
export const getSnapshot = (conference: ConferenceId, stream: StreamName) =>
  ask(snapshotSchema, `${of(conference)}/snapshot?${query({ stream })}`);

const defectsSchema = snapshotSchema.transform(
  ({ state }) => z.object({ records: z.object({ defects: z.array(defectSchema) }) }).parse(state).records.defects,
);

/** What was found in a rehearsal, read from another page. */
export const getDefects = (rehearsal: ConferenceId): Promise<Fetched<Defect[]>> =>
  ask(defectsSchema, `${of(rehearsal)}/snapshot?${query({ stream: 'staff' })}`);

/** What a certificate of readiness would say now; its tiers are named by their numbers. */
export const getReadiness = (conference: ConferenceId, tiers: number) =>
  ask(certificateSchema, `${of(conference)}/readiness?${query({ tiers })}`);

/** For a page that has no live line to the conference; screens of a conference send by the socket. */
export const postCommand = (envelope: CommandEnvelope): Promise<Fetched<CommandAck>> =>
  ask(commandAckSchema, `${of(envelope.conference)}/commands`, { method: 'POST', body: envelope });

export interface DelegateQuery {
  readonly bridge?: BridgeId | null;
  readonly q?: string | null;
  readonly after?: string | null;
  readonly limit?: number;
  readonly signal?: AbortSignal | undefined;
}

export const getDelegates = (conference: ConferenceId, { bridge, q, after, limit, signal }: DelegateQuery = {}) =>
  ask(
    delegatePageSchema,
    `${of(conference)}/delegates?${query({ bridge: bridge ?? null, q: q ?? null, after: after ?? null, limit: limit ?? null })}`,
    { signal },
  );

/** `privateWith`: the private room between the centre and this bridge, instead of the stage. */
export const getMediaToken = (conference: ConferenceId, device: string, privateWith?: BridgeId) =>
  ask(mediaTokenSchema, `${of(conference)}/media-token`, { method: 'POST', body: { device, privateWith } });

export const getInvitations = (conference: ConferenceId) =>
  ask(z.array(invitationSchema), `${of(conference)}/invitations`);
export const mintInvitation = (conference: ConferenceId, wish: z.input<typeof invitationRequestSchema>) =>
  ask(mintedInvitationSchema, `${of(conference)}/invitations`, { method: 'POST', body: wish });
export const revokeInvitation = (conference: ConferenceId, invitation: string) =>
  ask(z.unknown(), `${of(conference)}/invitations/${encodeURIComponent(invitation)}/revoke`, { method: 'POST' });

/** The code is in this one answer and never again. */
export const mintDeputy = (conference: ConferenceId, wish: z.input<typeof deputyRequestSchema>) =>
  ask(mintedDeputySchema, `${of(conference)}/deputies`, { method: 'POST', body: wish });
export const takeOver = (code: string) => ask(sessionSchema, '/api/deputy', { method: 'POST', body: { code } });

/** `startsAt`: what the clock of the rehearsal shows now; null: the first time of the programme. */
export const startRehearsal = (conference: ConferenceId, startsAt: number | null) =>
  ask(startedRehearsalSchema, `${of(conference)}/rehearsals`, {
    method: 'POST',
    body: startsAt === null ? {} : { startsAt },
  });

const TEMPLATES = '/api/agenda-templates';

export const getAgendaTemplates = () => ask(z.array(agendaTemplateSummarySchema), TEMPLATES);
export const getAgendaTemplate = (id: string) =>
  ask(storedAgendaTemplateSchema, `${TEMPLATES}/${encodeURIComponent(id)}`);
export const keepAgendaTemplate = (wish: z.input<typeof agendaTemplateRequestSchema>) =>
  ask(agendaTemplateSummarySchema, TEMPLATES, { method: 'POST', body: wish });
export const removeAgendaTemplate = (id: string) =>
  ask(z.unknown(), `${TEMPLATES}/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** The fingerprint of the server's own authority; null when there is none to install. */
export async function getFingerprint(): Promise<string | null> {
  try {
    const response = await fetch('/trust/fingerprint');
    return response.ok ? (await response.text()).trim() : null;
  } catch {
    return null;
  }
}
