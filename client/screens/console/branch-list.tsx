import { useEffect, useRef } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { Paging } from '../../parts/paging.tsx';
import { useBranchPages } from '../../parts/use-branch-pages.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type BridgeFilter, branchBridgeLine } from './bridge-lines.ts';
import { BridgeRow } from './bridge-row.tsx';
import { wholeState } from './use-rights.ts';
import { useRoving } from './use-roving.ts';

const words = () => text.console.bridges;

interface BranchListProps {
  readonly under: BridgeId;
  readonly filter: BridgeFilter;
  /** Another branch; null: back to the first tier. */
  readonly onEnter: (bridgeId: BridgeId | null) => void;
}

/** What stands below one bridge, page by page: it is asked for, since no screen is told of thousands. */
export function BranchList({ under, filter, onEnter }: BranchListProps) {
  const state = useConference(wholeState);
  const { lines, status, next, previous } = useBranchPages(under, filter === 'attention');
  const shown = lines.flatMap((line) => branchBridgeLine(state, line) ?? []);
  const roving = useRoving(shown.map(({ bridge }) => bridge.bridgeId));
  const above = bridgeOf(state.bridges, under);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), [under]);
  return (
    <>
      <p className="console-branch-head">
        <button
          ref={back}
          type="button"
          className="button"
          data-tone="quiet"
          onClick={() => onEnter(above === undefined || above.tier <= 1 ? null : above.parentId)}
        >
          ‹ {words().leave}
        </button>
        <strong>{above?.shortName}</strong>
      </p>
      {shown.length === 0 ? <p className="console-empty">{emptyWords(status, filter)}</p> : null}
      <ul ref={roving.list} className="console-list" aria-label={above?.name} {...roving.listProps}>
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
      <Paging next={next} previous={previous} className="console-more" />
    </>
  );
}

function emptyWords(status: 'loading' | 'ready' | 'failed', filter: BridgeFilter): string {
  if (status !== 'ready') return text.board.branch[status];
  return filter === 'all' ? text.board.branch.none : words().allCalm;
}
