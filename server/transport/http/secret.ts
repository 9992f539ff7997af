import type { Request, RequestHandler } from 'express';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';
import type { Desks } from '../../application/desks.ts';
import { reach } from '../../application/reach.ts';
import type { Seats } from '../../application/seats.ts';
import { seatFrom } from '../cookies.ts';
import { HttpFault } from './answer.ts';

/** What a route may still answer in a classified session; the rest is refused before its body is read. */
type IsOpen = (request: Request) => boolean;

const never: IsOpen = () => false;

/** How long a file that is refused may go on coming, so that the answer is seen before the line is cut. */
const LINGER_MS = 2_000;

/** In a classified session nothing is taken in, kept or handed out: uploads, exports, papers and recordings are off. */
export const refusedInSecret =
  (seats: Seats, desks: Desks, isOpen: IsOpen = never): RequestHandler =>
  async (request, response, next) => {
    if (isOpen(request) || !(await isInSecret(seats, desks, request))) {
      next();
      return;
    }
    if (!request.complete) {
      response.setHeader('Connection', 'close');
      request.resume();
      setTimeout(() => request.destroy(), LINGER_MS).unref();
    }
    throw new HttpFault(403, 'classified');
  };

/** Of a conference that the asker may not see nothing is said here; its routes refuse in their own words. */
async function isInSecret(seats: Seats, desks: Desks, request: Request): Promise<boolean> {
  const session = await seatFrom(seats, request.headers.cookie, request.get('x-screen'));
  const id = conferenceIdSchema.safeParse(request.params['conference']).data;
  const desk = session === null || id === undefined ? null : await reach(desks, session, id);
  return desk !== null && desk.state.conference.classifiedSince !== null;
}
