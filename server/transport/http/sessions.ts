import { Router } from 'express';
import { sessionSchema, signInSchema } from '../../../shared/protocol/http.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import { sessionCookie } from '../cookies.ts';
import type { TrySecret } from '../secret-tries.ts';
import { HttpFault, parsed } from './answer.ts';
import { seatOf } from './context.ts';

export interface SessionRoutesOptions {
  readonly seats: Seats;
  readonly secure: boolean;
  readonly trySecret: TrySecret;
}

export function sessionRoutes({ seats, secure, trySecret }: SessionRoutesOptions): Router {
  const router = Router();
  router.post('/', async (request, response) => {
    const { token } = parsed(signInSchema, request.body);
    const signedIn = await trySecret({
      of: 'link',
      asker: request.ip ?? '',
      compare: () => seats.signIn(token),
      wrong: new HttpFault(410, 'link-invalid'),
    });
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
