import { badgeKey } from '../parts/badge-text.ts';

export interface HandbookAddress {
  readonly conference: string;
  /** null: opened without one. */
  readonly badge: string | null;
}

const SHORTEST = 8;
const LONGEST = 64;

/** `/s/<conference>#<badge>`: the badge stays where no server sees it; null: no conference is named. */
export function handbookAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): HandbookAddress | null {
  const conference = /^\/s\/([A-Za-z0-9-]{1,40})\/?$/u.exec(pathname)?.[1];
  return conference === undefined ? null : { conference, badge: typedBadge(hash.replace(/^#/u, '')) };
}

/** null: what was typed is no badge. */
export function typedBadge(typed: string): string | null {
  const badge = badgeKey(typed.replace(/^\s*DCP?:/iu, ''));
  return badge.length >= SHORTEST && badge.length <= LONGEST && /^[0-9A-Z]+$/u.test(badge) ? badge : null;
}
