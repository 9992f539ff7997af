import { Router } from 'express';
import { z } from 'zod';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { bridgeIdSchema } from '../../../shared/domain/ids.ts';
import type { BranchPage, DelegationLines } from '../../../shared/protocol/attendance.ts';
import { branchPage, delegationLines, placeToLookFrom } from '../../application/branches.ts';
import type { Desks } from '../../application/desks.ts';
import { actorOf, type Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

const querySchema = z.object({
  under: bridgeIdSchema.optional(),
  after: z.string().max(20).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  only: z.literal('exceptions').optional(),
});

/** What stands below a bridge: the staff look everywhere, an operator into the own branch. */
export function branchRoutes(seats: Seats, desks: Desks): Router {
  const router = Router({ mergeParams: true });
  router.get('/branches', async (request, response) => {
    const session = await seatOf(seats, request);
    const { state } = await deskOf(desks, session, request);
    const query = parsed(querySchema, request.query);
    const under = placeToLookFrom(actorOf(session), state, query.under ?? null);
    if (under === undefined) throw new HttpFault(403, 'not-permitted');
    if (under !== null && bridgeOf(state.bridges, under) === undefined) throw new HttpFault(404, 'bridge-unknown');
    const page: BranchPage = branchPage(state, {
      under,
      after: query.after ?? null,
      limit: query.limit,
      exceptionsOnly: query.only === 'exceptions',
    });
    response.json(page);
  });

  router.get('/delegations', async (request, response) => {
    const { state } = await deskOf(desks, await seatOf(seats, request), request);
    const lines: DelegationLines = delegationLines(state);
    response.json(lines);
  });
  return router;
}
