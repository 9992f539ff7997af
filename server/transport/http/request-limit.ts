import type { Request, RequestHandler } from 'express';
import rateLimit, { ipKeyGenerator } from 'express-rate-limit';
import { type SeatLookup, seatFrom } from '../cookies.ts';
import { isPage } from './pages.ts';

/** The limit stops a flood, not a person; of those who are not signed in, one address may hold a whole province. */
const REQUESTS_PER_MINUTE = 3_000;

/** A seat is counted by itself, so that ten thousand of them may stand behind one address; whoever has none by that. */
export function requestLimit(seats: SeatLookup, limit = REQUESTS_PER_MINUTE) {
  const counter: RequestHandler = rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: async (request) => (await signInOf(seats, request)) ?? ipKeyGenerator(request.ip ?? ''),
    // A hall full of phones asks the handbook more often; its door has limits of its own, by badge and by address.
    skip: ({ path }) => isPage(path) || path.startsWith('/api/handbook/'),
  });
  return counter;
}

async function signInOf(seats: SeatLookup, { headers }: Request): Promise<string | null> {
  const session = await seatFrom(seats, headers.cookie, undefined);
  return session === null ? null : `sign-in ${session.id}`;
}
