import { useState } from 'react';
import { attendanceOf } from '../../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Field } from '../../parts/field.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useDelegatePages } from '../../parts/use-delegate-pages.ts';
import { useSearch } from '../../parts/use-search.ts';
import { useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { DelegateForm } from './delegate-form.tsx';
import { DelegateLine } from './delegate-line.tsx';

const words = () => text.bridge.roll;

/** The hall's own list by name: who is there, who is not and why, and whoever came without being listed. */
export function DelegateRoll({ bridge }: { readonly bridge: Bridge }) {
  const attendance = useOwnBridge((state) => attendanceOf(state.attendance, bridge.bridgeId));
  const { named, report } = attendance;
  const search = useSearch();
  // Marks travel as counters alone: when they change, the rows are read again.
  const pages = useDelegatePages({ bridge: bridge.bridgeId, q: search.settled, version: named });
  const [adding, setAdding] = useState(false);
  const absent = named.absentExcused + named.absentUnexcused;
  return (
    <div className="bridge-roll">
      <p className="bridge-hint">
        {words().counts(formatCount(named.present), formatCount(absent), formatCount(named.unmarked))}
      </p>
      {report === null || named.present + absent === 0 ? null : <p className="bridge-hint">{words().reportCounts}</p>}
      <div className="bridge-roll-head">
        <Field label={words().search} type="search" autoComplete="off" {...search.field} />
        <button type="button" className="button" data-tone="plain" onClick={() => setAdding(!adding)}>
          {words().add}
        </button>
      </div>
      {adding ? <DelegateForm bridge={bridge} onSaved={() => setAdding(false)} /> : null}
      <ul className="bridge-roll-lines" aria-busy={pages.status === 'loading'}>
        {pages.rows.map((row) => (
          <DelegateLine key={row.delegateId} row={row} />
        ))}
      </ul>
      <RollFoot pages={pages} typed={search.settled} />
    </div>
  );
}

interface FootProps {
  readonly pages: ReturnType<typeof useDelegatePages>;
  readonly typed: string;
}

function RollFoot({ pages, typed }: FootProps) {
  if (pages.status === 'failed') return <StateMark tone="look" word={words().offline} />;
  if (pages.rows.length === 0) {
    const none = typed === '' ? words().none : words().noneFound(typed);
    return <p className="bridge-hint">{pages.status === 'loading' ? words().loading : none}</p>;
  }
  return pages.hasMore ? (
    <button type="button" className="button" data-tone="plain" onClick={pages.more}>
      {words().more}
    </button>
  ) : null;
}
