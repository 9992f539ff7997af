import { Router } from 'express';
import { rehearsalRequestSchema, type StartedRehearsal } from '../../../shared/protocol/http.ts';
import type { Desks } from '../../application/desks.ts';
import type { Rehearsals } from '../../application/rehearsals.ts';
import type { Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export function rehearsalRoutes(seats: Seats, desks: Desks, rehearsals: Rehearsals): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const { startsAt } = parsed(rehearsalRequestSchema, request.body ?? {});
    // A rehearsal is not rehearsed.
    if (desk.state.conference.rehearsalOf !== null) throw new HttpFault(403, 'not-permitted');
    const started = await rehearsals.start(desk, startsAt);
    if (!started.ok) throw new HttpFault(409, started.code, started.params);
    const answer: StartedRehearsal = { conference: started.conference };
    response.status(201).json(answer);
  });
  return router;
}
