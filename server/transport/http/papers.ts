import { type Response, Router } from 'express';
import type { Desks } from '../../application/desks.ts';
import type { Paper, Papers } from '../../application/papers.ts';
import type { Seats } from '../../application/seats.ts';
import { deskOf, staffOf } from './context.ts';

/** Papers of a conference, for its staff: they name who was turned away. */
export function paperRoutes(seats: Seats, desks: Desks, papers: Papers): Router {
  const router = Router({ mergeParams: true });
  router.get('/speech-register.xlsx', async (request, response) => {
    const { state } = await deskOf(desks, await staffOf(seats, request), request);
    hand(response, await papers.speechRegister(state));
  });
  return router;
}

/** The name in its own letters, and a plain one for whoever cannot read those (RFC 6266). */
function hand(response: Response, { name, plainName, type, content }: Paper): void {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  response.setHeader('Content-Disposition', `attachment; filename="${plainName}"; filename*=UTF-8''${encoded}`);
  response.type(type).send(content);
}
