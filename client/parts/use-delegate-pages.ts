import { useCallback, useEffect, useRef, useState } from 'react';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import { useSync } from '../sync/conference-context.ts';
import { useLine } from '../sync/conference-provider.tsx';
import { getDelegates } from '../sync/http.ts';

const PAGE = 50;
/** As many as the server gives at once. */
const MOST = 200;

export interface DelegateWish {
  readonly bridge: BridgeId | null;
  readonly q: string;
  /** Another value asks again for what is shown: somebody has marked a delegate. */
  readonly version?: unknown;
}

export interface DelegatePages {
  readonly rows: readonly DelegateRow[];
  readonly status: 'loading' | 'ready' | 'failed';
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly again: () => void;
}

interface Loaded {
  readonly rows: readonly DelegateRow[];
  readonly next: string | null;
}

const NOTHING: Loaded = { rows: [], next: null };

/** Delegates page by page. The rows on the screen stay until newer ones are there, so that nothing jumps. */
export function useDelegatePages({ bridge, q, version }: DelegateWish): DelegatePages {
  const { conference } = useSync();
  const online = useLine().status === 'online';
  const [loaded, setLoaded] = useState(NOTHING);
  const [status, setStatus] = useState<DelegatePages['status']>('loading');
  const [tries, setTries] = useState(0);
  const latest = useRef({ query: '', rows: 0, asking: new AbortController() });

  const ask = useCallback(
    async (wish: LoadWish, before: Loaded) => {
      const asking = new AbortController();
      latest.current.asking.abort();
      latest.current.asking = asking;
      setStatus('loading');
      const found = await loadRows(conference, wish, asking.signal);
      if (asking.signal.aborted) return;
      setStatus(found === null ? 'failed' : 'ready');
      if (found === null) return;
      const rows = [...before.rows, ...found.rows];
      latest.current.rows = rows.length;
      setLoaded({ rows, next: found.next });
    },
    [conference],
  );

  // `version`, `tries` and the return of the line change nothing of the wish: they only ask again.
  useEffect(() => {
    const now = latest.current;
    const query = `${bridge} ${q}`;
    const rows = now.query === query ? Math.max(PAGE, now.rows) : PAGE;
    now.query = query;
    void ask({ bridge, q, after: null, rows }, NOTHING);
    return () => now.asking.abort();
  }, [ask, bridge, q, version, online, tries]);

  return {
    rows: loaded.rows,
    status,
    hasMore: loaded.next !== null,
    more: () => void ask({ bridge, q, after: loaded.next, rows: PAGE }, loaded),
    again: () => setTries(tries + 1),
  };
}

interface LoadWish {
  readonly bridge: BridgeId | null;
  readonly q: string;
  readonly after: string | null;
  readonly rows: number;
}

/** On from `after` until `rows` are there or none is left; null when the server did not answer. */
export async function loadRows(conference: ConferenceId, wish: LoadWish, signal?: AbortSignal): Promise<Loaded | null> {
  const { bridge, q, after, rows } = wish;
  let loaded: Loaded = { rows: [], next: after };
  do {
    const page = await getDelegates(conference, {
      bridge,
      q: q === '' ? null : q,
      after: loaded.next,
      limit: Math.min(MOST, Math.max(PAGE, rows - loaded.rows.length)),
      signal,
    });
    if (page.kind !== 'ok') return null;
    loaded = { rows: [...loaded.rows, ...page.value.delegates], next: page.value.next };
  } while (loaded.next !== null && loaded.rows.length < rows);
  return loaded;
}
