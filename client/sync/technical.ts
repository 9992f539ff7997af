import type { z } from 'zod';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { invitationSchema } from '../../shared/protocol/http.ts';
import {
  claimedPairingSchema,
  type pairingEntrySchema,
  pairingSchema,
  technicalLogSchema,
} from '../../shared/protocol/technical.ts';
import { ask } from './http.ts';

const of = (conference: ConferenceId): string => `/api/conferences/${encodeURIComponent(conference)}`;

const LOG_PAGE = 60;

/** Newest first; `before`: what an earlier answer gave for older ones. */
export const getTechnicalLog = (conference: ConferenceId, before: number | null) =>
  ask(
    technicalLogSchema,
    `${of(conference)}/technical-log?limit=${LOG_PAGE}${before === null ? '' : `&before=${before}`}`,
  );

/** By a screen that has no link: a code to read out, and the secret by which the screen itself is known. */
export const askForPairing = () => ask(pairingSchema, '/api/pairings', { method: 'POST', body: {} });
export const claimPairing = (secret: string) =>
  ask(claimedPairingSchema, '/api/pairings/claim', { method: 'POST', body: { secret } });

/** By the secretariat, who typed the code. */
export const enterPairing = (conference: ConferenceId, entry: z.input<typeof pairingEntrySchema>) =>
  ask(invitationSchema, `${of(conference)}/pairings`, { method: 'POST', body: entry });
