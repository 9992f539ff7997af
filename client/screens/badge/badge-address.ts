import { conferenceIdSchema } from '../../../shared/domain/ids.ts';
import { badgeKey } from '../../parts/badge-text.ts';

export interface BadgeAddress {
  readonly conference: string;
  readonly badge: string;
}

/** `#<conference>.<badge>`: it stays in the address, so that the page can be opened again; null when it is not whole. */
export function badgeAddressOf(hash: string): BadgeAddress | null {
  const [id = '', typed = ''] = hash.replace(/^#/u, '').split('.');
  const conference = conferenceIdSchema.safeParse(id);
  const badge = badgeKey(typed);
  return conference.success && /^[0-9A-Z]{8,64}$/u.test(badge) ? { conference: conference.data, badge } : null;
}
