import { useEffect, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { LineHistory } from '../../../shared/protocol/technical.ts';
import { useSync } from '../../sync/conference-context.ts';
import { getLineHistory } from '../../sync/line-history.ts';

export type Earlier = LineHistory[number]['earlier'];

export type HistoryOfLines =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'ready'; readonly of: ReadonlyMap<BridgeId, Earlier> };

/** Earlier conferences do not change: they are asked for once. */
export function useLineHistory(): HistoryOfLines {
  const { conference } = useSync();
  const [history, setHistory] = useState<HistoryOfLines>({ kind: 'loading' });
  useEffect(() => {
    let left = false;
    void getLineHistory(conference).then((fetched) => {
      if (left) return;
      setHistory(
        fetched.kind === 'ok'
          ? { kind: 'ready', of: new Map(fetched.value.map(({ bridgeId, earlier }) => [bridgeId, earlier])) }
          : { kind: 'failed' },
      );
    });
    return () => {
      left = true;
    };
  }, [conference]);
  return history;
}

/** How often something was wrong in earlier conferences. */
export const earlierTroubles = (earlier: Earlier): number =>
  earlier.reduce(
    (sum, { losses, faults }) => sum + losses + Object.values(faults).reduce((all, count) => all + count, 0),
    0,
  );
