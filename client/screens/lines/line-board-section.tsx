import { useMemo, useRef, useState } from 'react';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { bridgesNamed } from '../../../shared/views/bridge-order.ts';
import { regionsInUse } from '../../../shared/views/ledger.ts';
import { type BoardFilter, filteredRows, type LineRow } from '../../../shared/views/line-board.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { useShortcut } from '../../parts/shortcut.ts';
import { type Search, useSearch } from '../../parts/use-search.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { LineTable } from './line-table.tsx';
import { StandingFilter } from './standing-filter.tsx';
import type { HistoryOfLines } from './use-line-history.ts';

const words = () => text.lines.board;
const KINDS = ['all', 'media', 'watching'] as const;

interface LineBoardSectionProps {
  readonly rows: readonly LineRow[];
  readonly chosen: BridgeId | null;
  readonly history: HistoryOfLines;
  readonly onChoose: (bridgeId: BridgeId) => void;
  readonly onOpen: (row: LineRow) => void;
}

type Laid = Pick<BoardFilter, 'standing' | 'kind' | 'region'>;
const UNFILTERED: Laid = { standing: null, kind: 'all', region: null };

export function LineBoardSection({ rows, chosen, history, onChoose, onOpen }: LineBoardSectionProps) {
  const search = useSearch();
  const [laid, lay] = useState<Laid>(UNFILTERED);
  const named = useNamed(search.settled);
  const among = useMemo(() => filteredRows(rows, { ...laid, standing: null, named }), [rows, laid, named]);
  const shown = laid.standing === null ? among : among.filter(({ standing }) => standing === laid.standing);
  const clear = () => {
    lay(UNFILTERED);
    search.clear();
  };
  useShortcut('Escape', clear);
  // Out of the search one comes to a hall that is shown, so that Enter opens its check.
  const chooseFirst = () => {
    const first = shown[0]?.bridge.bridgeId;
    if (first !== undefined && shown.every(({ bridge }) => bridge.bridgeId !== chosen)) onChoose(first);
  };
  return (
    <section className="lines-board" aria-label={words().heading}>
      <div className="lines-filters">
        <SearchField search={search} onEscape={clear} onLeave={chooseFirst} />
        <Filters laid={laid} onLaid={lay} />
        <span className="lines-shown" role="status">
          {words().shown(formatCount(shown.length))}
        </span>
      </div>
      <StandingFilter rows={among} standing={laid.standing} onStanding={(standing) => lay({ ...laid, standing })} />
      {shown.length === 0 ? (
        <p className="lines-empty lines-none">
          {rows.length === 0 ? words().empty : words().none}{' '}
          {rows.length === 0 ? null : (
            <button type="button" className="button" onClick={clear}>
              {words().clear}
            </button>
          )}
        </p>
      ) : (
        <LineTable rows={shown} chosen={chosen} history={history} onChoose={onChoose} onOpen={onOpen} />
      )}
      <p className="lines-keys">{words().keys}</p>
    </section>
  );
}

/** null: nobody typed. */
function useNamed(typed: string): ReadonlySet<BridgeId> | null {
  const bridges = useConference((state) => state.bridges);
  return useMemo(
    () => (typed === '' ? null : new Set(bridgesNamed(bridges, typed).map(({ bridgeId }) => bridgeId))),
    [bridges, typed],
  );
}

interface FiltersProps {
  readonly laid: Laid;
  readonly onLaid: (laid: Laid) => void;
}

function Filters({ laid, onLaid }: FiltersProps) {
  const regions = useConference(regionsInUse);
  return (
    <>
      <select
        aria-label={words().kind}
        value={laid.kind}
        onChange={({ target }) => onLaid({ ...laid, kind: KINDS.find((kind) => kind === target.value) ?? 'all' })}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words().kinds[kind]}
          </option>
        ))}
      </select>
      {regions.length === 0 ? null : (
        <select
          aria-label={words().region}
          value={laid.region ?? ''}
          onChange={({ target }) => onLaid({ ...laid, region: target.value === '' ? null : target.value })}
        >
          <option value="">{words().allRegions}</option>
          {regions.map((region) => (
            <option key={region} value={region}>
              {region}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

interface SearchFieldProps {
  readonly search: Search;
  readonly onEscape: () => void;
  readonly onLeave: () => void;
}

function SearchField({ search, onEscape, onLeave }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut('/', () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <input
      ref={input}
      type="search"
      className="lines-search"
      aria-label={words().search}
      aria-keyshortcuts="/"
      placeholder={words().searchKey}
      maxLength={100}
      {...search.field}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') onEscape();
        if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
        event.preventDefault();
        onLeave();
        document.querySelector<HTMLElement>('.lines-table')?.focus();
      }}
    />
  );
}
