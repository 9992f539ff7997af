import { useEffect, useState } from 'react';
import { attendanceOf, marksOf } from '../../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { absentIn, figureOfMarks, presentIn } from '../../../shared/domain/attendance/figure.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { DelegateId } from '../../../shared/domain/ids.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Field } from '../../parts/field.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { type DelegatePages, useDelegatePages } from '../../parts/use-delegate-pages.ts';
import { useSearch } from '../../parts/use-search.ts';
import { useConference, useLine, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { DelegateForm } from './delegate-form.tsx';
import { DelegateLine } from './delegate-line.tsx';
import { FILTERS, type Filter, filtered } from './roll-view.ts';
import { useCalmed } from './use-calmed.ts';
import './roll.css';

const words = () => text.roll.list;

/** Enough to fill a screen: a filter reads on until so many match. */
const FILLS = 30;
/** A list that is on the screen in full is read again at most so often while the hall comes in. */
const SHORT = { rows: 200, restMs: 300 };
const LONG_REST_MS = 3_000;

/** The hall's own list by name: who is there, who is not and why, and whoever came without being listed. */
export function DelegateRoll({ bridge }: { readonly bridge: Bridge }) {
  const search = useSearch();
  const [filter, setFilter] = useState<Filter>('all');
  const [adding, setAdding] = useState(false);
  const { pages, rows, put } = useRoll(bridge, search.settled, filter);
  const openedAt = useConference(({ conference }) => conference.openedAt);
  return (
    <div className="bridge-roll">
      <Counts bridge={bridge} />
      <div className="bridge-roll-head">
        <Field label={words().search} type="search" autoComplete="off" {...search.field} />
        <button type="button" className="button" data-tone="plain" onClick={() => setAdding(!adding)}>
          {words().add}
        </button>
      </div>
      <Filters chosen={filter} onChoose={setFilter} />
      {adding ? (
        <DelegateForm bridge={bridge} row={null} onSaved={() => setAdding(false)} onCancel={() => setAdding(false)} />
      ) : null}
      <ul className="bridge-roll-lines" aria-busy={pages.status === 'loading'}>
        {rows.map((row) => (
          <DelegateLine key={row.delegateId} row={row} bridge={bridge} openedAt={openedAt} onChanged={put} />
        ))}
      </ul>
      <RollFoot pages={pages} shown={rows.length} typed={search.settled} filter={filter} />
    </div>
  );
}

/** The rows, with what this page has said of them since they were read. */
function useRoll(bridge: Bridge, q: string, filter: Filter) {
  // Marks travel as counters alone: when they change, the rows are read again.
  const named = useOwnBridge((state) => attendanceOf(state.attendance, bridge.bridgeId).named);
  const [isLong, setLong] = useState(false);
  const version = useCalmed(named, isLong ? LONG_REST_MS : SHORT.restMs);
  const pages = useDelegatePages({ bridge: bridge.bridgeId, q, version });
  const [said, setSaid] = useState<ReadonlyMap<DelegateId, DelegateRow>>(new Map());
  const { rows: read, status, hasMore, more, again } = pages;
  useEffect(() => {
    setSaid(new Map());
    setLong(read.length > SHORT.rows);
  }, [read]);
  const rows = filtered(
    read.map((row) => said.get(row.delegateId) ?? row),
    filter,
  );
  const reads = filter !== 'all' && status === 'ready' && hasMore && rows.length < FILLS;
  useEffect(() => {
    if (reads) more();
  });
  const put = (row: DelegateRow, change: Partial<DelegateRow>) => {
    setSaid((before) => new Map(before).set(row.delegateId, { ...row, ...change }));
    // A correction moves no counter: nothing else would tell that the row is another one.
    if (Object.keys(change).length === 0) again();
  };
  return { pages, rows, put };
}

function Counts({ bridge: { bridgeId } }: { readonly bridge: Bridge }) {
  const attendance = useOwnBridge((state) => attendanceOf(state.attendance, bridgeId));
  const marks = marksOf(attendance);
  const figure = figureOfMarks(marks);
  const spoken = presentIn(figure) + absentIn(figure);
  const offline = useLine().status !== 'online';
  return (
    <>
      <p className="bridge-roll-counts" role="status">
        {offline ? <StateMark tone="look" word={text.common.offlineReason} /> : null}
        {words().counts(formatCount(presentIn(figure)), formatCount(absentIn(figure)), formatCount(marks.unmarked))}
      </p>
      {attendance.report === null || spoken === 0 ? null : <p className="bridge-hint">{words().reportCounts}</p>}
    </>
  );
}

interface FiltersProps {
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
}

function Filters({ chosen, onChoose }: FiltersProps) {
  return (
    <div className="bridge-filters" role="group" aria-label={words().filter}>
      {FILTERS.map((one) => (
        <button
          key={one}
          type="button"
          className="button"
          data-tone="plain"
          aria-pressed={chosen === one}
          onClick={() => onChoose(one)}
        >
          {words().filters[one]}
        </button>
      ))}
    </div>
  );
}

interface FootProps {
  readonly pages: DelegatePages;
  readonly shown: number;
  readonly typed: string;
  readonly filter: Filter;
}

function RollFoot({ pages, shown, typed, filter }: FootProps) {
  if (pages.status === 'failed') return <StateMark tone="look" word={words().offline} />;
  if (shown === 0 && pages.status === 'loading') return <p className="bridge-hint">{words().loading}</p>;
  if (shown === 0) {
    const none = filter === 'all' ? words().none : words().noneLeft;
    return <p className="bridge-hint">{typed === '' ? none : words().noneFound(typed)}</p>;
  }
  return pages.hasMore ? (
    <button type="button" className="button" data-tone="plain" onClick={pages.more}>
      {words().moreRows}
    </button>
  ) : null;
}
