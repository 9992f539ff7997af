import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpMeters } from './meters.ts';

/** Where a secret is given for a seat. */
const DOORS: ReadonlyMap<string, string> = new Map([
  ['/api/session', 'link'],
  ['/api/deputy', 'code'],
  ['/api/pairings', 'pairing'],
]);

/** Counts the answers by their class, and the refusals at each door. The path itself is never kept: it may hold ids. */
export const watchAnswers =
  (meters: HttpMeters) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    response.once('finish', () => {
      const { statusCode } = response;
      meters.answered(`${Math.floor(statusCode / 100)}xx`);
      const door = request.method === 'POST' && statusCode >= 400 ? DOORS.get(pathOf(request)) : undefined;
      if (door !== undefined) meters.signInRefused(door);
    });
  };

const pathOf = ({ url = '' }: IncomingMessage): string => (url.split('?')[0] ?? '').replace(/\/$/, '');
