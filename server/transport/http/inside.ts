import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';

export interface InsideOptions {
  /** Opens the door from elsewhere; null: only the machine itself looks in. */
  readonly token: string | null;
}

/** A proxy on this machine speaks for others: it adds one of these. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Passes the machine itself and the holder of the token; for everybody else there is nothing at this address. */
export const insideOnly =
  ({ token }: InsideOptions): RequestHandler =>
  (request, _response, next) => {
    next(isOfMachine(request) || (token !== null && bears(request, token)) ? undefined : 'route');
  };

function isOfMachine({ socket, headers }: Request): boolean {
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const isLoopback = address === '::1' || address.startsWith('127.');
  return isLoopback && !FORWARDED.some((name) => headers[name] !== undefined);
}

function bears({ headers }: Request, token: string): boolean {
  const shown = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(hashOf(shown), hashOf(token));
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
