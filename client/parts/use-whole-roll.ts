import { useEffect, useState } from 'react';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import type { DelegatePage } from '../../shared/protocol/http.ts';
import { useSync } from '../sync/conference-context.ts';
import { useLine } from '../sync/conference-provider.tsx';
import { type Fetched, getDelegates } from '../sync/http.ts';

export type ListedDelegate = DelegatePage['delegates'][number];

export interface WholeRoll {
  readonly rows: readonly ListedDelegate[];
  readonly status: 'loading' | 'ready' | 'failed';
}

/** As many as the server gives at once: a paper needs all of them. */
const PAGE = 200;
const NOTHING: WholeRoll = { rows: [], status: 'loading' };

/** The whole list of a bridge, page by page in protocol order; `rows` grows while it is loading. */
export function useWholeRoll(bridge: BridgeId | null): WholeRoll {
  const { conference } = useSync();
  const online = useLine().status === 'online';
  const [roll, setRoll] = useState(NOTHING);
  // The return of the line asks again for a list that is not whole.
  const isWhole = roll.status === 'ready';
  useEffect(() => {
    if (bridge === null || !online || isWhole) return;
    const asking = new AbortController();
    void load(conference, bridge, asking.signal, setRoll);
    return () => asking.abort();
    // `isWhole` turns only when the list that was asked for here is there.
  }, [conference, bridge, online, isWhole]);
  useEffect(() => setRoll(NOTHING), [bridge]);
  return roll;
}

async function load(
  conference: ConferenceId,
  bridge: BridgeId,
  signal: AbortSignal,
  tell: (roll: WholeRoll) => void,
): Promise<void> {
  let rows: readonly ListedDelegate[] = [];
  let after: string | null = null;
  do {
    const page: Fetched<DelegatePage> = await getDelegates(conference, { bridge, after, limit: PAGE, signal });
    if (signal.aborted) return;
    if (page.kind !== 'ok') return tell({ rows, status: 'failed' });
    rows = [...rows, ...page.value.delegates];
    after = page.value.next;
    tell({ rows, status: after === null ? 'ready' : 'loading' });
  } while (after !== null);
}
