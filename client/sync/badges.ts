import type { ConferenceId } from '../../shared/domain/ids.ts';
import { badgePageSchema, badgeReadingSchema } from '../../shared/protocol/attendance.ts';
import { ask } from './http.ts';

/** Whose badge it is and where they are expected; 404 for whatever is not a badge of the conference. */
export const readBadge = (conference: ConferenceId, badge: string, signal?: AbortSignal) =>
  ask(badgeReadingSchema, `/api/conferences/${encodeURIComponent(conference)}/badges/read`, {
    method: 'POST',
    body: { badge },
    signal,
  });

/** The delegate's own page: whoever holds the badge reads it, without a seat. */
export const getBadgePage = (conference: string, badge: string) =>
  ask(badgePageSchema, '/api/badge', { method: 'POST', body: { conference, badge } });
