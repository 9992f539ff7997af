import { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sessionSchema, signInSchema } from '../../../shared/protocol/http.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import { sessionCookie } from '../cookies.ts';
import { isWithin } from '../rate-limit.ts';
import { HttpFault, parsed } from './answer.ts';
import { seatOf } from './context.ts';

/**
 * Wrong tries only, and a right link passes whatever was tried before: a whole province may stand behind one address,
 * and links are too long to guess.
 */
const WRONG_TRIES = { points: 20, duration: 15 * 60 };

export function sessionRoutes(seats: Seats, secure: boolean): Router {
  const wrongTries = new RateLimiterMemory(WRONG_TRIES);
  const router = Router();
  router.post('/', async (request, response) => {
    const { token } = parsed(signInSchema, request.body);
    const signedIn = await seats.signIn(token);
    if (signedIn === null) {
      const isPatient = await isWithin(wrongTries, request.ip ?? '');
      throw isPatient ? new HttpFault(410, 'link-invalid') : new HttpFault(429, 'too-many-tries');
    }
    response.setHeader('Set-Cookie', sessionCookie(signedIn.session, signedIn.secret, secure));
    response.json(publicSession(signedIn.session));
  });
  router.get('/', async (request, response) => {
    response.json(publicSession(await seatOf(seats, request)));
  });
  router.delete('/', async (request, response) => {
    await seats.signOut(await seatOf(seats, request));
    response.status(204).end();
  });
  return router;
}

export const publicSession = ({ seat, conference, bridgeId, label, screen }: SeatSession) =>
  sessionSchema.parse({ seat, conference, bridgeId, label, screen });
