import type { RequestHandler } from 'express';
import type { Desks } from '../../application/desks.ts';
import type { Seats } from '../../application/seats.ts';
import { HttpFault } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

/** What a route may still answer in a classified session; the rest is refused before its body is read. */
type IsOpen = (request: Parameters<RequestHandler>[0]) => boolean;

const never: IsOpen = () => false;

/** How long a file that is refused may go on coming, so that the answer is seen before the line is cut. */
const LINGER_MS = 2_000;

/** In a classified session nothing is taken in, kept or handed out: uploads, exports, papers and recordings are off. */
export const refusedInSecret =
  (seats: Seats, desks: Desks, isOpen: IsOpen = never): RequestHandler =>
  async (request, response, next) => {
    const { state } = await deskOf(desks, await seatOf(seats, request), request);
    if (state.conference.classifiedSince === null || isOpen(request)) {
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
