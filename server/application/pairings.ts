import { randomBytes, randomInt } from 'node:crypto';
import type { Invitation } from '../../shared/protocol/http.ts';
import type { Pairing } from '../../shared/protocol/technical.ts';
import type { InvitationWish, SeatSession, Seats } from './seats.ts';

/** Read across a room and typed by hand: no letter or digit that looks or sounds like another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;
const PAIRING_LIVES_MS = 10 * 60_000;
/** An answer may be lost on its way: the screen that asks again soon is answered again. */
const CLAIMED_AGAIN_MS = 30_000;
/** As many screens as may stand waiting at once; a stranger who opens more fills no memory. */
const MAX_WAITING = 2_000;
/** Behind one address: a province may switch on all its screens at once, and nobody else's codes are spent by it. */
export const MAX_OF_ADDRESS = 500;

interface Waiting {
  readonly code: string;
  readonly secret: string;
  readonly address: string;
  readonly expiresAt: number;
  /** The link that the screen has now, until the screen has taken it. */
  token: string | null;
  claimedAt: number | null;
}

export type Claim =
  | { readonly state: 'waiting'; readonly expiresAt: number }
  | { readonly state: 'paired'; readonly session: SeatSession; readonly secret: string };

/**
 * Screens without a link show a code and wait; who may give out links types the code and says what the screen is. The
 * code alone opens nothing: only the screen's own secret, which nobody reads, takes the seat. Kept in memory: after a
 * restart the screen shows a new code.
 */
export class Pairings {
  readonly #seats: Pick<Seats, 'mint' | 'signIn'>;
  readonly #now: () => number;
  readonly #byCode = new Map<string, Waiting>();
  /** In the order of their coming. */
  readonly #bySecret = new Map<string, Waiting>();

  constructor(seats: Pick<Seats, 'mint' | 'signIn'>, now: () => number = Date.now) {
    this.#seats = seats;
    this.#now = now;
  }

  /**
   * A code is always given out. Where there are too many, the oldest one gives way: of the same address, and when all
   * places are taken, of the address that holds most. Its screen asks again and shows a new one.
   */
  open(address: string): Pairing {
    this.#forgetOld();
    this.#makeRoomFor(address);
    const waiting: Waiting = {
      code: this.#freshCode(),
      secret: randomBytes(32).toString('base64url'),
      address,
      expiresAt: this.#now() + PAIRING_LIVES_MS,
      token: null,
      claimedAt: null,
    };
    this.#byCode.set(waiting.code, waiting);
    this.#bySecret.set(waiting.secret, waiting);
    const { code, secret, expiresAt } = waiting;
    return { code, secret, expiresAt };
  }

  /** null: a code that is wrong, used or too old; all look the same. */
  async enter(typed: string, wish: InvitationWish): Promise<Invitation | null> {
    this.#forgetOld();
    const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
    const waiting = this.#byCode.get(code);
    if (waiting === undefined) return null;
    // Taken before the link is made: of two who type it at once one is too late.
    this.#byCode.delete(code);
    const { invitation, token } = await this.#seats.mint(wish);
    waiting.token = token;
    return invitation;
  }

  /** null: nobody waits with this secret. A link that was revoked meanwhile opens nothing either. */
  async claim(secret: string): Promise<Claim | null> {
    this.#forgetOld();
    const waiting = this.#bySecret.get(secret);
    if (waiting === undefined) return null;
    if (waiting.token === null) return { state: 'waiting', expiresAt: waiting.expiresAt };
    waiting.claimedAt ??= this.#now();
    const signedIn = await this.#seats.signIn(waiting.token);
    return signedIn === null ? null : { state: 'paired', ...signedIn };
  }

  #makeRoomFor(address: string): void {
    const held = new Map<string, Waiting[]>();
    for (const waiting of this.#bySecret.values()) {
      const ofAddress = held.get(waiting.address);
      if (ofAddress === undefined) held.set(waiting.address, [waiting]);
      else ofAddress.push(waiting);
    }
    const own = held.get(address) ?? [];
    if (own.length >= MAX_OF_ADDRESS) this.#forget(firstToGo(own));
    else if (this.#bySecret.size >= MAX_WAITING)
      this.#forget(firstToGo([...held.values()].reduce((most, one) => (one.length > most.length ? one : most))));
  }

  #freshCode(): string {
    for (;;) {
      const code = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
      if (!this.#byCode.has(code)) return code;
    }
  }

  #forgetOld(): void {
    const now = this.#now();
    for (const waiting of this.#bySecret.values()) {
      const { expiresAt, claimedAt } = waiting;
      if (expiresAt <= now || (claimedAt !== null && claimedAt + CLAIMED_AGAIN_MS <= now)) this.#forget(waiting);
    }
  }

  #forget(waiting: Waiting | undefined): void {
    if (waiting === undefined) return;
    this.#bySecret.delete(waiting.secret);
    if (this.#byCode.get(waiting.code) === waiting) this.#byCode.delete(waiting.code);
  }
}

/** The oldest whose code nobody has typed yet; a screen that was let in has only to fetch what is its own. */
const firstToGo = (waiting: readonly Waiting[]): Waiting | undefined =>
  waiting.find(({ token }) => token === null) ?? waiting[0];
