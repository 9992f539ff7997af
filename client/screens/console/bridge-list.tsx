import { useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type BridgeFilter, bridgeLines } from './bridge-lines.ts';
import { BridgeRow } from './bridge-row.tsx';
import { wholeState } from './use-rights.ts';
import { useRoving } from './use-roving.ts';

const words = () => text.console.bridges;
const SHOWN = 100;

interface BridgeListProps {
  readonly filter: BridgeFilter;
  readonly onEnter: (bridgeId: BridgeId) => void;
}

/** The central bridge and its peers. Longer lists are cut: what is not shown is found by typing. */
export function BridgeList({ filter, onEnter }: BridgeListProps) {
  const state = useConference(wholeState);
  const [limit, setLimit] = useState(SHOWN);
  const all = bridgeLines(state).filter(({ attention }) => filter === 'all' || attention !== 'calm');
  const shown = all.slice(0, limit);
  const roving = useRoving(shown.map(({ bridge }) => bridge.bridgeId));
  if (state.bridges.byId.size === 0) return <p className="console-empty">{words().empty}</p>;
  if (all.length === 0) return <p className="console-empty">{words().allCalm}</p>;
  return (
    <>
      <ul ref={roving.list} className="console-list" aria-label={words().heading} {...roving.listProps}>
        {shown.map((line) => (
          <BridgeRow
            key={line.bridge.bridgeId}
            line={line}
            row={roving.rowProps(line.bridge.bridgeId)}
            current={line.bridge.bridgeId === roving.chosen}
            onEnter={onEnter}
          />
        ))}
      </ul>
      {all.length > limit ? (
        <p className="console-more">
          {words().moreToFind(all.length - limit)}{' '}
          <button type="button" className="button" data-tone="quiet" onClick={() => setLimit(limit + SHOWN)}>
            {words().showMore}
          </button>
        </p>
      ) : null}
    </>
  );
}
