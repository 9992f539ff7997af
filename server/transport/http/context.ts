import type { Request, RequestHandler } from 'express';
import { type Capability, mayUse } from '../../../shared/domain/capabilities.ts';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';
import { type Access, accessOf } from '../../../shared/protocol/routes.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import { reach } from '../../application/reach.ts';
import type { SeatSession, Seats } from '../../application/seats.ts';
import { seatFrom } from '../cookies.ts';
import type { OriginCheck } from '../origins.ts';
import { HttpFault } from './answer.ts';

/** An address that the table of routes does not name is none, whatever is mounted there. */
export const refuseUnlisted: RequestHandler = (request, _response, next) => {
  next(accessTo(request) === null ? new HttpFault(404, 'unknown-address') : undefined);
};

/** The seat of a request, if the table says that it may come here (or do `may`); 401 without a seat. */
export async function seatOf(seats: Seats, request: Request, may = capabilityFor(request)): Promise<SeatSession> {
  const session = await seatFrom(seats, request.headers.cookie, request.get('x-screen'));
  if (session === null) throw new HttpFault(401, 'signed-out');
  if (!mayUse(session, may)) throw new HttpFault(403, 'not-permitted');
  holdOpen(seats, session, request);
  return session;
}

/** An answer that is nearly out may still go; then whoever was signed out is cut, in the middle of a file too. */
const CUT_AFTER_MS = 1_000;

/** What a seat asks lives no longer than its sign-in. */
function holdOpen(seats: Seats, session: SeatSession, request: Request): void {
  const done = seats.begin(session, () => void setTimeout(() => request.destroy(), CUT_AFTER_MS).unref());
  if (done === null) throw new HttpFault(401, 'signed-out');
  request.res?.once('close', done);
}

function accessTo({ method, baseUrl, path }: Request): Access | null {
  return accessOf(method, `${baseUrl}${path}`);
}

function capabilityFor(request: Request): Capability {
  const access = accessTo(request);
  if (access === null || !('may' in access)) throw new HttpFault(404, 'unknown-address');
  return access.may;
}

/** The conference of a request, if the seat may see it; a foreign one looks like one that does not exist. */
export async function deskOf(desks: Desks, session: SeatSession, request: Request): Promise<ConferenceDesk> {
  const id = conferenceIdSchema.safeParse(request.params['conference']).data;
  const desk = id === undefined ? null : await reach(desks, session, id);
  if (desk === null) throw new HttpFault(404, 'conference-unknown');
  return desk;
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
