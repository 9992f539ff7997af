import { Router } from 'express';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { invitationRequestSchema } from '../../../shared/protocol/http.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { InvitationWish, Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

/** Links are made and seen by the secretariat alone. */
export function invitationRoutes(seats: Seats, desks: Desks, linkOf: (token: string) => string): Router {
  const router = Router({ mergeParams: true });
  router.get('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    response.json(await seats.invitations(desk.id, session));
  });

  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const wish = parsed(invitationRequestSchema, request.body);
    requireFittingBridge(desk, wish);
    const { invitation, token } = await seats.mint({ ...wish, conference: desk.id });
    response.status(201).json({ invitation, link: linkOf(token) });
  });

  router.post('/:invitation/revoke', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const own = (await seats.invitations(desk.id, session)).find(({ id }) => id === request.params['invitation']);
    if (own === undefined) throw new HttpFault(404, 'unknown-address');
    await seats.revoke(own.id, session);
    response.status(204).end();
  });
  return router;
}

/** An operator and a kiosk sit at a bridge of this conference, nobody else at any. */
export function requireFittingBridge(
  { state }: Pick<ConferenceDesk, 'state'>,
  { seat, bridgeId }: Pick<InvitationWish, 'seat' | 'bridgeId'>,
): void {
  const needsBridge = seat === 'operator' || seat === 'kiosk';
  if (needsBridge !== (bridgeId !== null)) throw new HttpFault(400, 'malformed');
  if (bridgeId !== null && bridgeOf(state.bridges, bridgeId) === undefined) throw new HttpFault(404, 'bridge-unknown');
}
