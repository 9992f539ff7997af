import { Router } from 'express';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import { commandIdSchema } from '../../../shared/domain/ids.ts';
import { deputyEntrySchema, deputyRequestSchema } from '../../../shared/protocol/http.ts';
import type { Desks } from '../../application/desks.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import { sessionCookie } from '../cookies.ts';
import type { TrySecret } from '../secret-tries.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';
import { publicSession } from './sessions.ts';

/** Codes for deputies are given out by the secretariat alone, like links; they are listed and revoked with them. */
export function deputyRoutes(seats: Seats, desks: Desks): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const wish = parsed(deputyRequestSchema, request.body);
    const minted = await seats.mintCode({ ...wish, conference: desk.id, bridgeId: null });
    response.status(201).json(minted);
  });
  return router;
}

export interface DeputyEntryOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly secure: boolean;
  readonly newId: () => string;
  readonly trySecret: TrySecret;
}

/** Where a code is exchanged for the seat. A code is short: whoever tries has few tries, and the right code must wait too. */
export function deputyEntryRoute({ seats, desks, secure, newId, trySecret }: DeputyEntryOptions): Router {
  const router = Router();

  router.post('/', async (request, response) => {
    const { code } = parsed(deputyEntrySchema, request.body);
    const taken = await trySecret({
      of: 'deputyCode',
      asker: request.ip ?? '',
      compare: () => seats.takeOver(code),
      wrong: new HttpFault(410, 'code-invalid'),
    });
    await record(taken.session);
    response.setHeader('Set-Cookie', sessionCookie(taken.session, taken.secret, secure));
    response.json(publicSession(taken.session));
  });

  /** Every console sees who sat down; a conference that is over keeps no record of it. */
  async function record({ conference, seat }: SeatSession): Promise<void> {
    if (conference === null) return;
    const id = commandIdSchema.parse(newId());
    await desks.execute(SYSTEM, { id, conference, command: { type: 'recordTakeover', seat } });
  }
  return router;
}
