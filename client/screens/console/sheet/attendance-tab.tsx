import { useEffect, useState } from 'react';
import { matchesSearch } from '../../../../shared/base/vietnamese.ts';
import { type Figure, noFigure, sumOf, unspokenIn, withFigure } from '../../../../shared/domain/attendance/figure.ts';
import type { DelegationLines } from '../../../../shared/protocol/attendance.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { Field } from '../../../parts/field.tsx';
import { useRested } from '../../../parts/use-rested.ts';
import { getDelegations } from '../../../sync/branches.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference, useLine } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

const words = () => text.board.sheet;

/** The whole conference by category, and the lists by delegation: a delegation sits at more than one bridge. */
export function AttendanceTab() {
  return (
    <div className="console-figures">
      <Categories />
      <Delegations />
    </div>
  );
}

function Categories() {
  const totals = useConference(({ attendance }) => attendance.totals);
  const rows = Object.entries(totals.byCategory)
    .map(([name, figure]) => ({ name, figure }))
    .toSorted((a, b) => b.figure.expected - a.figure.expected || a.name.localeCompare(b.name, 'vi'));
  return (
    <section>
      <h3>{words().categories}</h3>
      {rows.length === 0 ? (
        <p className="console-empty">{words().noCategories}</p>
      ) : (
        <FigureTable head={words().category} rows={rows} total={sumOf(totals)} />
      )}
    </section>
  );
}

const SHOWN = 60;

function Delegations() {
  const lines = useDelegations();
  const [typed, setTyped] = useState('');
  const found = typed.trim() === '' ? lines : lines.filter(({ name }) => matchesSearch(name, typed));
  const total = found.reduce((sum, { figure }) => withFigure(sum, figure), noFigure);
  if (lines.length === 0) {
    return (
      <section>
        <h3>{words().delegations}</h3>
        <p className="console-empty">{words().noDelegations}</p>
      </section>
    );
  }
  return (
    <section>
      <h3>{words().delegations}</h3>
      <Field label={words().find} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
      <FigureTable head={words().delegation} rows={found.slice(0, SHOWN)} total={total} />
      {found.length > SHOWN ? <p className="console-more">{words().more(formatCount(found.length - SHOWN))}</p> : null}
    </section>
  );
}

/** A national list moves many times a second: it is read as often as a person can. */
const REST_MS = 3_000;

/** Asked for again when the totals have moved; what stands on the screen stays until the answer is there. */
function useDelegations(): DelegationLines['lines'] {
  const { conference } = useSync();
  const moved = useRested(
    useConference(({ attendance }) => attendance.totals),
    REST_MS,
  );
  const online = useLine().status === 'online';
  const [lines, setLines] = useState<DelegationLines['lines']>([]);
  // `moved` and the return of the line change nothing of the wish: they only ask again.
  useEffect(() => {
    const asking = new AbortController();
    const ask = async () => {
      const found = await getDelegations(conference, asking.signal);
      if (!asking.signal.aborted && found.kind === 'ok') setLines(found.value.lines);
    };
    void ask();
    return () => asking.abort();
  }, [conference, moved, online]);
  return lines;
}

const COLUMNS = ['expected', 'onSite', 'online', 'absentExcused', 'absentUnexcused'] as const;

interface FigureTableProps {
  readonly head: string;
  readonly rows: readonly { readonly name: string; readonly figure: Figure }[];
  readonly total: Figure;
}

function FigureTable({ head, rows, total }: FigureTableProps) {
  return (
    <table className="console-figure-table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {words()[column]}
            </th>
          ))}
          <th scope="col">{words().unspoken}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, figure }) => (
          <FigureRow key={name} name={name} figure={figure} />
        ))}
      </tbody>
      <tfoot>
        <FigureRow name={words().total} figure={total} />
      </tfoot>
    </table>
  );
}

function FigureRow({ name, figure }: { readonly name: string; readonly figure: Figure }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column}>{formatCount(figure[column])}</td>
      ))}
      <td>{formatCount(unspokenIn(figure))}</td>
    </tr>
  );
}
