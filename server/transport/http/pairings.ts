import { type Request, Router } from 'express';
import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { pairingClaimSchema, pairingEntrySchema } from '../../../shared/protocol/technical.ts';
import type { Desks } from '../../application/desks.ts';
import type { Pairings } from '../../application/pairings.ts';
import type { Seats } from '../../application/seats.ts';
import { sessionCookie } from '../cookies.ts';
import { isWithin } from '../rate-limit.ts';
import type { TrySecret } from '../secret-tries.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';
import { requireFittingBridge } from './invitations.ts';
import { publicSession } from './sessions.ts';

/** A province may switch on its screens behind one address. */
const OPENED = { points: 120, duration: 60 };

const addressOf = (request: Request): string => ipKeyGenerator(request.ip ?? '');

/** For the screen that waits: nobody is signed in here. */
export function pairingRoutes(pairings: Pairings, secure: boolean, trySecret: TrySecret): Router {
  const router = Router();
  const opened = new RateLimiterMemory(OPENED);

  router.post('/', async (request, response) => {
    const address = addressOf(request);
    if (!(await isWithin(opened, address))) throw new HttpFault(429, 'too-many-tries');
    response.status(201).json(pairings.open(address));
  });

  router.post('/claim', async (request, response) => {
    const { secret } = parsed(pairingClaimSchema, request.body);
    const claim = await trySecret({
      of: 'pairingSecret',
      asker: request.ip ?? '',
      compare: () => pairings.claim(secret),
      wrong: new HttpFault(410, 'code-invalid'),
    });
    if (claim.state === 'paired') {
      response.setHeader('Set-Cookie', sessionCookie(claim.session, claim.secret, secure));
      response.json({ state: 'paired', session: publicSession(claim.session) });
    } else response.json(claim);
  });
  return router;
}

export interface PairingEntryOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly pairings: Pairings;
  readonly trySecret: TrySecret;
}

/** For the secretariat, who types the code: what it gives out is a link like any other, listed and revoked with them. */
export function pairingEntryRoute({ seats, desks, pairings, trySecret }: PairingEntryOptions): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const { code, ...wish } = parsed(pairingEntrySchema, request.body);
    requireFittingBridge(desk, wish);
    const invitation = await trySecret({
      of: 'pairingCode',
      asker: session.id,
      compare: () => pairings.enter(code, { ...wish, conference: desk.id }),
      wrong: new HttpFault(410, 'code-invalid'),
    });
    response.status(201).json(invitation);
  });
  return router;
}
