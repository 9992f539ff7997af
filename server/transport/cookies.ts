import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Seat } from '../../shared/domain/actor.ts';
import { SESSION_MS, type SeatSession, type Seats } from '../application/seats.ts';

/**
 * One cookie per screen, so that one browser may hold several seats: a rehearsing secretariat has the console in one
 * tab and the wall in the next. A page says at which screen it is (`X-Screen`); the seat of that very screen answers,
 * else the one that may do most.
 */
const RANK: readonly Seat[] = [
  'secretariat',
  'moderator',
  'chair',
  'director',
  'technician',
  'announcer',
  'secretary',
  'operator',
  'kiosk',
  'recorder',
  'viewer',
  'wall',
];

const prefix = (secure: boolean): string => (secure ? '__Host-dc-' : 'dc-');

/** `__Host-` binds the cookie to this very origin; browsers give it over TLS alone. */
export function sessionCookie(session: SeatSession, secret: string, secure: boolean): string {
  const name = createHash('sha256').update(`${session.seat} ${session.screen}`).digest('hex').slice(0, 12);
  return stringifySetCookie({
    name: `${prefix(secure)}${name}`,
    value: secret,
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
    maxAge: SESSION_MS / 1_000,
  });
}

/** What finding a seat by its cookie asks of them. */
export type SeatLookup = Pick<Seats, 'sessionOf' | 'screenInConference'>;

export async function seatFrom(
  seats: SeatLookup,
  cookies: string | undefined,
  screen: string | undefined,
): Promise<SeatSession | null> {
  const [only, ...others] = secretsIn(cookies);
  if (only !== undefined && others.length === 0) return seats.sessionOf(only);
  const valid = await held(seats, cookies);
  const own = screen === undefined || valid.length < 2 ? screen : await seats.screenInConference(screen);
  const best = valid.toSorted((a, b) => rankAt(own, a.session) - rankAt(own, b.session))[0];
  // Asked again at the end: while the other cookies were looked up, this very seat may have been revoked.
  return best === undefined ? null : seats.sessionOf(best.secret);
}

/** Every seat that the browser holds. */
export const seatsFrom = async (seats: SeatLookup, cookies: string | undefined): Promise<readonly SeatSession[]> =>
  (await held(seats, cookies)).map(({ session }) => session);

async function held(seats: SeatLookup, cookies: string | undefined) {
  const asked = secretsIn(cookies).map(async (secret) => ({ secret, session: await seats.sessionOf(secret) }));
  const found = await Promise.all(asked);
  return found.flatMap(({ secret, session }) => (session === null ? [] : [{ secret, session }]));
}

function secretsIn(cookies: string | undefined): readonly string[] {
  const named = Object.entries(parseCookie(cookies ?? '')).filter(([name]) =>
    /^(?:__Host-)?dc-[0-9a-f]{12}$/.test(name),
  );
  return named.slice(0, 20).map(([, secret]) => secret ?? '');
}

/** Of two seats at one screen (the moderator's, and that of the secretariat, taken over by a code) the higher. */
const rankAt = (screen: string | undefined, { screen: own, seat }: SeatSession): number =>
  RANK.indexOf(seat) - (own === screen ? RANK.length : 0);
