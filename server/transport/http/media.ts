import { Router } from 'express';
import { type MediaToken, mediaTokenRequestSchema } from '../../../shared/protocol/http.ts';
import type { Desks } from '../../application/desks.ts';
import type { MediaDoor } from '../../application/media-door.ts';
import type { Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

/** Where browsers find LiveKit's signalling on this origin. */
export const LIVEKIT_PATH = '/livekit';

export function mediaTokenRoute(seats: Seats, desks: Desks, door: MediaDoor): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const admitted = await door.admit(session, desk, parsed(mediaTokenRequestSchema, request.body));
    if (!admitted.ok) throw new HttpFault(admitted.code === 'media-unavailable' ? 503 : 403, admitted.code);
    const answer: MediaToken = { path: LIVEKIT_PATH, token: admitted.token };
    response.json(answer);
  });
  return router;
}
