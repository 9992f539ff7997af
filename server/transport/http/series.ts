import { Router } from 'express';
import { type StartedSuccessor, successorRequestSchema } from '../../../shared/protocol/archive.ts';
import type { Desks } from '../../application/desks.ts';
import { actorOf, type Seats } from '../../application/seats.ts';
import type { Series } from '../../application/series.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

/** The next conference of a series, begun by the secretariat when the last one is over. */
export function seriesRoutes(seats: Seats, desks: Desks, series: Pick<Series, 'begin'>): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const wish = parsed(successorRequestSchema, request.body);
    const { phase, rehearsalOf } = desk.state.conference;
    // A seat of one conference would not see the next one; a rehearsal has no series.
    if (session.conference !== null || rehearsalOf !== null) throw new HttpFault(403, 'not-permitted');
    if (phase !== 'closed' && phase !== 'archived') throw new HttpFault(409, 'wrong-phase', { phase });
    const begun = await series.begin(desk, wish, actorOf(session));
    if (!begun.ok) throw new HttpFault(409, begun.code, begun.params);
    const { conference, delegates, tasks } = begun;
    const answer: StartedSuccessor = { conference, delegates, tasks };
    response.status(201).json(answer);
  });
  return router;
}
