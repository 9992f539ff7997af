import { Router } from 'express';
import { z } from 'zod';
import type { Certificate } from '../../../shared/domain/attendance/certificate.ts';
import { readinessOf } from '../../../shared/domain/attendance/readiness.ts';
import type { Desks } from '../../application/desks.ts';
import type { Seats } from '../../application/seats.ts';
import { parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

const querySchema = z.object({ tiers: z.coerce.number().int().min(1).max(6) });

/**
 * What a certificate of readiness would say now, its tiers named by their numbers. A screen cannot count it from what
 * it is told: the attendance of each single commune stays with the province.
 */
export function readinessRoute(seats: Seats, desks: Desks): Router {
  const router = Router({ mergeParams: true });
  router.get('/', async (request, response) => {
    const desk = await deskOf(desks, await seatOf(seats, request), request);
    const { tiers } = parsed(querySchema, request.query);
    const names = Array.from({ length: tiers }, (_, index) => String(index + 1));
    const wouldBe: Certificate = { at: desk.now, position: desk.seq, ...readinessOf(desk.state, names) };
    response.json(wouldBe);
  });
  return router;
}
