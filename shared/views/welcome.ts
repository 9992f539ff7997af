import { bridgeOf } from '../domain/bridges/bridge.ts';
import type { ConferenceState } from '../domain/state.ts';
import { agendaTimes } from './agenda-clock.ts';
import { hallsOnStage } from './scene.ts';

/** What the welcome loop shows while the halls fill. */
export type WelcomePage =
  | { readonly kind: 'title' }
  | { readonly kind: 'programme'; readonly items: readonly { readonly at: number; readonly title: string }[] }
  /** Short names of the halls that take part, in protocol order; who is on the line is the staff's knowledge alone. */
  | { readonly kind: 'halls'; readonly names: readonly string[]; readonly of: number };

/** So long a page stands; a page of eight lines is read aloud in about this time. */
export const WELCOME_PAGE_MS = 12_000;
const ITEMS = 7;
const HALLS = 24;

/** The page at the server's time `now`: the same one on every screen at every moment, also after a reload. */
export function welcomePageAt(state: ConferenceState, now: number): WelcomePage {
  const pages = welcomePages(state);
  return pages[Math.floor(now / WELCOME_PAGE_MS) % pages.length] ?? { kind: 'title' };
}

/** The title stands first and again before the halls, so that nobody waits long to read where they are. */
export function welcomePages(state: ConferenceState): readonly WelcomePage[] {
  const programme = programmeOf(state);
  const halls = hallsOf(state);
  const title: WelcomePage = { kind: 'title' };
  return programme.length > 0 && halls.length > 0
    ? [title, ...programme, title, ...halls]
    : [title, ...programme, ...halls];
}

/** What is still to come, at the times as planned: a forecast is for those who run the day. */
function programmeOf({ agenda }: ConferenceState): readonly WelcomePage[] {
  const items = agendaTimes(agenda, 0)
    .filter(({ item }) => item.progress.status === 'waiting' || item.progress.status === 'live')
    .map(({ item, announced }) => ({ at: announced.start, title: item.plan.title }));
  return chunks(items, ITEMS).map((some) => ({ kind: 'programme', items: some }));
}

function hallsOf(state: ConferenceState): readonly WelcomePage[] {
  const all = hallsOnStage(state).flatMap((id) => bridgeOf(state.bridges, id)?.shortName ?? []);
  return chunks(all, HALLS).map((names) => ({ kind: 'halls', names, of: all.length }));
}

/** Parts of about the same length: a last page with one line would look forgotten. */
function chunks<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / most);
  const length = Math.ceil(list.length / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => list.slice(index * length, (index + 1) * length));
}
