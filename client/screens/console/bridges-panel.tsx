import { type KeyboardEvent, useRef, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { useShortcut } from '../../parts/shortcut.ts';
import { type Search, useSearch } from '../../parts/use-search.ts';
import { text } from '../../text/text.ts';
import { AttendanceTotalsLine } from './attendance-totals-line.tsx';
import { BranchList } from './branch-list.tsx';
import type { BridgeFilter } from './bridge-lines.ts';
import { BridgeList } from './bridge-list.tsx';
import { useOpenDialog } from './open-dialog.ts';
import { AttendancePresses } from './roll-call/attendance-presses.tsx';
import { SearchResults } from './search-results.tsx';

const words = () => text.console.bridges;

/** Who needs a person, and where anybody is found. */
export function BridgesPanel() {
  const search = useSearch();
  const [filter, setFilter] = useState<BridgeFilter>('attention');
  const [under, setUnder] = useState<BridgeId | null>(null);
  const openDialog = useOpenDialog();
  const enter = (bridgeId: BridgeId | null) => {
    search.clear();
    setUnder(bridgeId);
  };
  return (
    <section className="console-bridges" data-panel="bridges" aria-labelledby="console-bridges-head">
      <header className="console-panel-head">
        <h2 id="console-bridges-head" className="console-head">
          {words().heading}
        </h2>
        <button
          type="button"
          className="button"
          data-tone="plain"
          onClick={() => openDialog({ kind: 'sheet', tab: 'bridges' })}
        >
          {words().open}
        </button>
      </header>
      <div className="console-search">
        <SearchField search={search} />
        <select
          aria-label={words().filter}
          value={filter}
          onChange={({ target }) => setFilter(target.value === 'all' ? 'all' : 'attention')}
        >
          <option value="attention">{words().attention}</option>
          <option value="all">{words().all}</option>
        </select>
      </div>
      <div className="console-scroll">
        {search.typed.trim() !== '' ? (
          <SearchResults typed={search.typed} settled={search.settled} onEnter={enter} />
        ) : under === null ? (
          <BridgeList filter={filter} onEnter={enter} />
        ) : (
          <BranchList key={`${under} ${filter}`} under={under} filter={filter} onEnter={enter} />
        )}
      </div>
      <AttendanceTotalsLine />
      <AttendancePresses />
    </section>
  );
}

/** The stroke comes here from everywhere; Escape empties it and goes back to where one was. */
function SearchField({ search }: { readonly search: Search }) {
  const input = useRef<HTMLInputElement>(null);
  const cameFrom = useRef<Element | null>(null);
  useShortcut('/', () => {
    if (document.activeElement !== input.current) cameFrom.current = document.activeElement;
    input.current?.focus();
    input.current?.select();
  });
  const leave = () => {
    const back = cameFrom.current;
    if (back instanceof HTMLElement && back !== document.body && back.isConnected) back.focus();
    else input.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // The browser itself empties a search field on Escape; here is only the way back.
    if (event.key === 'Escape') leave();
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    document.querySelector<HTMLElement>('[data-panel="bridges"] [data-row][tabindex="0"]')?.focus();
  };
  return (
    <input
      ref={input}
      type="search"
      className="console-search-field"
      aria-label={words().search}
      aria-keyshortcuts="/"
      placeholder={words().searchKey}
      maxLength={100}
      {...search.field}
      onKeyDown={onKeyDown}
    />
  );
}
