import { Router } from 'express';
import { z } from 'zod';
import type { LineHistory } from '../../../shared/protocol/technical.ts';
import type { Desks } from '../../application/desks.ts';
import { lineHistory } from '../../application/line-history.ts';
import { maySee, type Seats } from '../../application/seats.ts';
import { technicalLog } from '../../application/technical-log.ts';
import type { Journal } from '../../store/journal.ts';
import { parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface TechnicalRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly journal: Pick<Journal, 'read'>;
}

const logQuerySchema = z.object({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

/** Histories of lines and of the talk with the bridges, for the staff. */
export function technicalRoutes({ seats, desks, journal }: TechnicalRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.get('/line-history', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const history: LineHistory = lineHistory(desk, await desks.all(), (other) => maySee(session, other));
    response.json(history);
  });

  router.get('/technical-log', async (request, response) => {
    const desk = await deskOf(desks, await seatOf(seats, request), request);
    const { before, limit } = parsed(logQuerySchema, request.query);
    response.json(await technicalLog(journal, desk.id, { before: Math.min(before ?? Infinity, desk.seq + 1), limit }));
  });
  return router;
}
