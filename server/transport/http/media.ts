import { Router } from 'express';
import { type MediaToken, mediaTokenRequestSchema } from '../../../shared/protocol/http.ts';
import type { Desks } from '../../application/desks.ts';
import type { MediaDoor } from '../../application/media-door.ts';
import type { Seats } from '../../application/seats.ts';
import { MAX_MACHINES_OF_BRIDGE } from '../../media/room-plan.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

/** Where browsers find LiveKit's signalling on this origin. */
export const LIVEKIT_PATH = '/livekit';

const STATUS = { 'media-unavailable': 503, 'not-permitted': 403, classified: 403, 'too-many-devices': 409 } as const;

export function mediaTokenRoute(seats: Seats, desks: Desks, door: MediaDoor): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const admitted = await door.admit(session, desk, parsed(mediaTokenRequestSchema, request.body));
    if (!admitted.ok) {
      const params = admitted.code === 'too-many-devices' ? { max: MAX_MACHINES_OF_BRIDGE } : {};
      throw new HttpFault(STATUS[admitted.code], admitted.code, params);
    }
    const answer: MediaToken = { path: LIVEKIT_PATH, token: admitted.token };
    response.json(answer);
  });
  return router;
}
