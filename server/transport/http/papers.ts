import { Router } from 'express';
import type { Desks } from '../../application/desks.ts';
import type { Papers } from '../../application/papers.ts';
import type { Seats } from '../../application/seats.ts';
import { attachment } from './attachment.ts';
import { deskOf, staffOf } from './context.ts';

/** Papers of a conference, for its staff: they name who was turned away. */
export function paperRoutes(seats: Seats, desks: Desks, papers: Papers): Router {
  const router = Router({ mergeParams: true });
  router.get('/speech-register.xlsx', async (request, response) => {
    const { state } = await deskOf(desks, await staffOf(seats, request), request);
    const paper = await papers.speechRegister(state);
    attachment(response, paper);
    response.send(paper.content);
  });
  return router;
}
