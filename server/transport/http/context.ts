import type { Request, RequestHandler } from 'express';
import { audiencesOf, STAFF } from '../../../shared/domain/audience.ts';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import { reach } from '../../application/reach.ts';
import { actorOf, type SeatSession, type Seats } from '../../application/seats.ts';
import { seatFrom } from '../cookies.ts';
import type { OriginCheck } from '../origins.ts';
import { HttpFault } from './answer.ts';

/** The seat of a request; 401 without one. */
export async function seatOf(seats: Seats, request: Request): Promise<SeatSession> {
  const session = await seatFrom(seats, request.headers.cookie, request.get('x-screen'));
  if (session === null) throw new HttpFault(401, 'signed-out');
  return session;
}

/** The conference of a request, if the seat may see it; a foreign one looks like one that does not exist. */
export async function deskOf(desks: Desks, session: SeatSession, request: Request): Promise<ConferenceDesk> {
  const id = conferenceIdSchema.safeParse(request.params['conference']).data;
  const desk = id === undefined ? null : await reach(desks, session, id);
  if (desk === null) throw new HttpFault(404, 'conference-unknown');
  return desk;
}

/** The seat of a request for what the secretariat alone makes and sees. */
export async function secretariatOf(seats: Seats, request: Request): Promise<SeatSession> {
  const session = await seatOf(seats, request);
  if (session.seat !== 'secretariat') throw new HttpFault(403, 'not-permitted');
  return session;
}

/** The seat of a request for what the staff alone sees. */
export async function staffOf(seats: Seats, request: Request): Promise<SeatSession> {
  const session = await seatOf(seats, request);
  if (!audiencesOf(actorOf(session)).includes(STAFF)) throw new HttpFault(403, 'not-permitted');
  return session;
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Cross-site requests change nothing: the page must be ours, and the browser must say so where it can. */
export const refuseForeignPages =
  (isOwn: OriginCheck): RequestHandler =>
  (request, _response, next) => {
    const site = request.get('sec-fetch-site');
    const foreign = !isOwn(request.get('origin')) || (site !== undefined && site !== 'same-origin' && site !== 'none');
    next(foreign && !SAFE_METHODS.has(request.method) ? new HttpFault(403, 'foreign-origin') : undefined);
  };
