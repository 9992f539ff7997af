import { createHmac, timingSafeEqual } from 'node:crypto';
import { CROCKFORD } from '../../shared/base/short-id.ts';
import { type ConferenceId, type DelegateId, delegateIdSchema } from '../../shared/domain/ids.ts';

/** The secret by which badges of a conference are made. */
export type BadgeKey = (conference: ConferenceId) => Promise<Uint8Array>;

const CHECK_LENGTH = 4;
const SHORT_ID = new RegExp(`^[${CROCKFORD}]{12}$`, 'u');
/** Rows of an older release are called by UUIDs. */
const HEX_ID = /^([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})$/u;

/**
 * Badges are made of the delegate's id when they are shown and stand nowhere: an id alone, of which the screens of every
 * hall know many, opens no page.
 */
export class Badges {
  readonly #keyOf: BadgeKey;
  readonly #keys = new Map<ConferenceId, Promise<Uint8Array>>();

  constructor(keyOf: BadgeKey) {
    this.#keyOf = keyOf;
  }

  /** Makes the badges of one conference, each in a few microseconds. */
  async writer(conference: ConferenceId): Promise<(delegateId: DelegateId) => string> {
    const key = await this.#key(conference);
    return (delegateId) => `${bodyOf(delegateId)}${checkOf(key, delegateId)}`;
  }

  /** Whose badge it is, as a picture holds it or as somebody types it; null: it is no badge of the conference. */
  async read(conference: ConferenceId, typed: string): Promise<DelegateId | null> {
    const badge = plain(typed);
    const delegateId = idOf(badge.slice(0, -CHECK_LENGTH));
    if (delegateId === null) return null;
    const right = Buffer.from(checkOf(await this.#key(conference), delegateId));
    const given = Buffer.from(badge.slice(-CHECK_LENGTH));
    return given.length === right.length && timingSafeEqual(given, right) ? delegateId : null;
  }

  #key(conference: ConferenceId): Promise<Uint8Array> {
    const known = this.#keys.get(conference);
    if (known !== undefined) return known;
    const asked = this.#keyOf(conference);
    this.#keys.set(conference, asked);
    asked.catch(() => this.#keys.delete(conference));
    return asked;
  }
}

/** Who types O, I or L means the figure that looks like it: the alphabet has none of them. */
const plain = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*DCP?:/u, '')
    .replace(/[\s\-_.·–]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');

const bodyOf = (delegateId: DelegateId): string => delegateId.replaceAll('-', '').toUpperCase();

function idOf(body: string): DelegateId | null {
  if (SHORT_ID.test(body)) return delegateIdSchema.parse(body);
  const parts = HEX_ID.exec(body)?.slice(1);
  return parts === undefined ? null : delegateIdSchema.parse(parts.join('-').toLowerCase());
}

/** Twenty bits: with the sixty of the id nobody guesses a badge, and four signs are typed without a slip. */
function checkOf(key: Uint8Array, delegateId: DelegateId): string {
  let bits = createHmac('sha256', key).update(delegateId).digest().readUIntBE(0, 3) >>> 4;
  let check = '';
  for (let i = 0; i < CHECK_LENGTH; i++) {
    check = (CROCKFORD[bits & 31] ?? '') + check;
    bits >>>= 5;
  }
  return check;
}
