import { Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { sessionSchema, signInSchema } from '../../../shared/protocol/http.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import { sessionCookie } from '../cookies.ts';
import { HttpFault, parsed } from './answer.ts';
import { seatOf } from './context.ts';

/** Wrong tries only: a whole province may stand behind one address and sign in together. */
const WRONG_TRIES = { points: 20, duration: 15 * 60 };

export function sessionRoutes(seats: Seats, secure: boolean): Router {
  const wrongTries = new RateLimiterMemory(WRONG_TRIES);
  const router = Router();
  router.post('/', async (request, response) => {
    const key = request.ip ?? '';
    const tries = await wrongTries.get(key);
    if (tries !== null && tries.consumedPoints >= WRONG_TRIES.points) throw new HttpFault(429, 'too-many-tries');
    const { token } = parsed(signInSchema, request.body);
    const signedIn = await seats.signIn(token);
    if (signedIn === null) {
      await wrongTries.penalty(key);
      throw new HttpFault(410, 'link-invalid');
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

const publicSession = ({ seat, conference, bridgeId, label, screen }: SeatSession) =>
  sessionSchema.parse({ seat, conference, bridgeId, label, screen });
