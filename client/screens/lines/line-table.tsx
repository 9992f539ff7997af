import { type KeyboardEvent, useRef } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { LineRow } from '../../../shared/views/line-board.ts';
import { text } from '../../text/text.ts';
import { LineTableRow, rowId } from './line-table-row.tsx';
import { earlierTroubles, type HistoryOfLines } from './use-line-history.ts';
import { useWindow } from './use-window.ts';

const words = () => text.lines.board;
const ROW_PX = 52;

interface LineTableProps {
  readonly rows: readonly LineRow[];
  readonly chosen: BridgeId | null;
  readonly history: HistoryOfLines;
  readonly onChoose: (bridgeId: BridgeId) => void;
  /** Enter, or a second press: the check. */
  readonly onOpen: (row: LineRow) => void;
}

/** One stop of the Tab key for forty rows or thirty thousand; the arrows choose, and what is chosen stays chosen while the list is sorted anew. */
export function LineTable({ rows, chosen, history, onChoose, onOpen }: LineTableProps) {
  const { list, from, to, onScroll, show, page } = useWindow(rows.length, ROW_PX);
  const place = useRef(0);
  const found = rows.findIndex(({ bridge }) => bridge.bridgeId === chosen);
  if (found >= 0) place.current = found;
  const goTo = (index: number) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (row === undefined) return;
    onChoose(row.bridge.bridgeId);
    show(rows.indexOf(row));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOf(event.key, found, { place: place.current, last: rows.length - 1, page: page() });
    const row = rows[found];
    if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else if (target === null) return;
    else goTo(target);
    event.preventDefault();
  };
  const earlierOf = (bridgeId: BridgeId) =>
    history.kind === 'ready' ? earlierTroubles(history.of.get(bridgeId) ?? []) : 0;
  return (
    <div
      ref={list}
      className="lines-table"
      role="listbox"
      tabIndex={0}
      aria-label={words().list}
      aria-activedescendant={found >= from && found < to && chosen !== null ? rowId(chosen) : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div className="lines-table-all" role="presentation" style={{ height: rows.length * ROW_PX }}>
        {rows.slice(from, to).map((row, n) => (
          <LineTableRow
            key={row.bridge.bridgeId}
            row={row}
            index={from + n}
            count={rows.length}
            top={(from + n) * ROW_PX}
            chosen={row.bridge.bridgeId === chosen}
            earlier={earlierOf(row.bridge.bridgeId)}
            onChoose={() => onChoose(row.bridge.bridgeId)}
            onOpen={() => onOpen(row)}
          />
        ))}
      </div>
    </div>
  );
}

interface Extent {
  /** Where the choice stood before its row was filtered away. */
  readonly place: number;
  readonly last: number;
  readonly page: number;
}

function targetOf(key: string, found: number, { place, last, page }: Extent): number | null {
  const at = found === -1 ? place : found;
  switch (key) {
    case 'ArrowDown':
      return found === -1 ? at : at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
