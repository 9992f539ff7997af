import type { CheckInWay } from '../../shared/domain/attendance/delegate.ts';

/** What a QR picture or a hand-held scanner says, and by which way the delegate showed it. */
export interface ReadBadge {
  readonly badge: string;
  readonly way: Extract<CheckInWay, 'badge' | 'phone' | 'code'>;
}

/** A badge on paper, and the same badge on the delegate's own phone: the door counts them apart. */
const PAPER = 'DC:';
const PHONE = 'DCP:';

/** What is printed: it opens the delegate's handbook on any phone, and the door reads the badge at its end. */
export const handbookLink = (origin: string, conference: string, badge: string): string =>
  `${origin}/s/${conference}#${badge}`;
const HANDBOOK = /^https?:\/\/[^/\s#]+\/s\/[a-z0-9-]{1,40}#([0-9a-z]{8,64})$/iu;

export const paperText = (badge: string): string => `${PAPER}${badge}`;
export const phoneText = (badge: string): string => `${PHONE}${badge}`;

const SHORTEST = 8;
const LONGEST = 64;

/**
 * One form for a badge, however it was read or typed. Crockford's alphabet has no I, L, O and U: whoever types them
 * means the figures that look like them.
 */
export const badgeKey = (read: string): string =>
  read
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-_.·–]/gu, '')
    .replace(/O/gu, '0')
    .replace(/[IL]/gu, '1');

const isBadge = (read: string): boolean =>
  read.length >= SHORTEST && read.length <= LONGEST && /^[0-9A-Z]+$/u.test(read);

/** A picture that is not ours (a bank's, a menu's) is no badge. */
export function readPicture(said: string): ReadBadge | null {
  const linked = HANDBOOK.exec(said.trim())?.[1];
  if (linked !== undefined) return { badge: linked.toUpperCase(), way: 'badge' };
  const way = said.startsWith(PHONE) ? 'phone' : 'badge';
  const mark = way === 'phone' ? PHONE : PAPER;
  const badge = said.slice(mark.length).trim();
  return said.startsWith(mark) && isBadge(badge) ? { badge, way } : null;
}

/** What stands in the field: typed by hand, or by a hand-held scanner that types what its picture holds. */
export function readTyped(typed: string): ReadBadge | null {
  const trimmed = typed.trim().toUpperCase();
  if (trimmed.startsWith(PAPER) || trimmed.startsWith(PHONE) || HANDBOOK.test(trimmed)) return readPicture(trimmed);
  const badge = badgeKey(typed);
  return isBadge(badge) ? { badge, way: 'code' } : null;
}

/** In groups of four, as it is printed and read out. */
export const groupedBadge = (badge: string): string => (badge.match(/.{1,4}/gu) ?? []).join(' ');
