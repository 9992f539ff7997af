import { useEffect, useState } from 'react';
import type { BadgePage } from '../../../shared/protocol/attendance.ts';
import { getBadgePage } from '../../sync/badges.ts';
import type { Fetched } from '../../sync/http.ts';
import type { BadgeAddress } from './badge-address.ts';

/** The seat or the bridge may change, and the door says when it has seen the badge. */
const AGAIN_MS = 20_000;

export interface BadgeFetched {
  /** The last answer; null: none yet. */
  readonly answer: Fetched<BadgePage> | null;
  /** What stood there when the line was lost stays. */
  readonly page: BadgePage | null;
}

export function useBadgePage(address: BadgeAddress | null): BadgeFetched {
  const [fetched, setFetched] = useState<BadgeFetched>({ answer: null, page: null });
  useEffect(() => {
    if (address === null) return;
    let left = false;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await getBadgePage(address.conference, address.badge);
      if (left) return;
      const keep = answer.kind === 'offline' || (answer.kind === 'refused' && answer.status !== 404);
      setFetched(({ page }) => ({ answer, page: answer.kind === 'ok' ? answer.value : keep ? page : null }));
    };
    const soon = () => void ask();
    soon();
    const timer = setInterval(soon, AGAIN_MS);
    window.addEventListener('online', soon);
    document.addEventListener('visibilitychange', soon);
    return () => {
      left = true;
      clearInterval(timer);
      window.removeEventListener('online', soon);
      document.removeEventListener('visibilitychange', soon);
    };
  }, [address]);
  return fetched;
}
