import type { ConferenceId } from '../../shared/domain/ids.ts';

/** The name of the screen in a page's address `/c/<conference>/<screen>[/<bridge>]`; empty for another page. */
export function screenIn(path: string): string {
  const [, c, , screen = ''] = path.split('/');
  return c === 'c' ? screen : '';
}

/** The same screen of another conference: a seat has its screen, and a hall its id, in a rehearsal too. */
export const pathIn = (conference: ConferenceId, path: string): string =>
  path.replace(/^\/c\/[^/]+/u, `/c/${conference}`);
