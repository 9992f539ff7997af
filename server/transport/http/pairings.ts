import { type Request, Router } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { pairingClaimSchema, pairingEntrySchema } from '../../../shared/protocol/technical.ts';
import type { Desks } from '../../application/desks.ts';
import type { Pairings } from '../../application/pairings.ts';
import type { Seats } from '../../application/seats.ts';
import { sessionCookie } from '../cookies.ts';
import { isWithin } from '../rate-limit.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, secretariatOf } from './context.ts';
import { requireFittingBridge } from './invitations.ts';
import { publicSession } from './sessions.ts';

/** Of one asker, in a minute: slips of the finger, and no search. */
const TRIES = { points: 20, duration: 60 };
/** A province may switch on its screens behind one address. */
const OPENED = { points: 120, duration: 60 };

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');

/** For the screen that waits: nobody is signed in here. */
export function pairingRoutes(pairings: Pairings, secure: boolean): Router {
  const router = Router();
  const opened = new RateLimiterMemory(OPENED);
  const wrongClaims = new RateLimiterMemory(TRIES);

  router.post('/', async (request, response) => {
    const pairing = (await isWithin(opened, addressOf(request))) ? pairings.open() : null;
    if (pairing === null) throw new HttpFault(429, 'too-many-tries');
    response.status(201).json(pairing);
  });

  router.post('/claim', async (request, response) => {
    const { secret } = parsed(pairingClaimSchema, request.body);
    const claim = await pairings.claim(secret);
    if (claim === null) {
      const isPatient = await isWithin(wrongClaims, addressOf(request));
      throw isPatient ? new HttpFault(410, 'code-invalid') : new HttpFault(429, 'too-many-tries');
    }
    if (claim.state === 'paired') {
      response.setHeader('Set-Cookie', sessionCookie(claim.session, claim.secret, secure));
      response.json({ state: 'paired', session: publicSession(claim.session) });
    } else response.json(claim);
  });
  return router;
}

/** For the secretariat, who types the code: what it gives out is a link like any other, listed and revoked with them. */
export function pairingEntryRoute(seats: Seats, desks: Desks, pairings: Pairings): Router {
  const router = Router({ mergeParams: true });
  const tries = new RateLimiterMemory(TRIES);
  router.post('/', async (request, response) => {
    const session = await secretariatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const { code, ...wish } = parsed(pairingEntrySchema, request.body);
    requireFittingBridge(desk, wish);
    // Taken before it is known whether the code is right, or many at once would all be let in.
    if (!(await isWithin(tries, session.id))) throw new HttpFault(429, 'too-many-tries');
    const invitation = await pairings.enter(code, { ...wish, conference: desk.id });
    if (invitation === null) throw new HttpFault(410, 'code-invalid');
    response.status(201).json(invitation);
  });
  return router;
}
