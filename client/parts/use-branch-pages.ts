import { useEffect, useRef, useState } from 'react';
import { getFrom } from '../../shared/base/persistent-map.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { BranchLine, BranchPage } from '../../shared/protocol/attendance.ts';
import { getBranches } from '../sync/branches.ts';
import { useSync } from '../sync/conference-context.ts';
import { useConference, useLine } from '../sync/conference-provider.tsx';
import { useRested } from './use-rested.ts';

/** A branch whose communes report by the hundred is asked for again this often, and not with each of them. */
const REST_MS = 1_500;

export interface BranchPages {
  readonly lines: readonly BranchLine[];
  readonly status: 'loading' | 'ready' | 'failed';
  /** null: there is none. */
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
}

const NOTHING: BranchPage = { lines: [], next: null };

/**
 * What stands below a bridge, one page at a time: a branch may have thousands. It is asked for again when the
 * counters of the branch move; what stands on the screen stays until the answer is there.
 */
export function useBranchPages(under: BridgeId, exceptionsOnly: boolean): BranchPages {
  const { conference } = useSync();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const after = cursors.at(-1) ?? null;
  const rested = useRested(useBranchVersion(under), REST_MS);
  const online = useLine().status === 'online';
  const [page, setPage] = useState(NOTHING);
  const [status, setStatus] = useState<BranchPages['status']>('loading');
  const shown = useRef('');
  // `rested` and the return of the line change nothing of the wish: they only ask again.
  useEffect(() => {
    const asking = new AbortController();
    const wish = `${under} ${String(exceptionsOnly)} ${after ?? ''}`;
    if (shown.current !== wish) setStatus('loading');
    const ask = async () => {
      const found = await getBranches(conference, { under, after, exceptionsOnly, signal: asking.signal });
      if (asking.signal.aborted) return;
      setStatus(found.kind === 'ok' ? 'ready' : 'failed');
      if (found.kind !== 'ok') return;
      shown.current = wish;
      setPage(found.value);
    };
    void ask();
    return () => asking.abort();
  }, [conference, under, exceptionsOnly, after, rested, online]);
  const { next } = page;
  return {
    lines: page.lines,
    status,
    next: next === null ? null : () => setCursors([...cursors, next]),
    previous: cursors.length === 0 ? null : () => setCursors(cursors.slice(0, -1)),
  };
}

/** Another value when anything in the branch may have changed: of deeper branches only the top's counters are told. */
export function useBranchVersion(under: BridgeId): unknown {
  return useConference(({ bridges, attendance }) => {
    for (let at = bridgeOf(bridges, under); at !== undefined; ) {
      const told = getFrom(attendance.byBridge, at.bridgeId);
      if (told !== undefined || at.parentId === null) return told;
      at = bridgeOf(bridges, at.parentId);
    }
    return undefined;
  });
}
