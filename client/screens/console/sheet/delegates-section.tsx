import { type KeyboardEvent, useState } from 'react';
import { attendanceOf } from '../../../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { useDelegatePages } from '../../../parts/use-delegate-pages.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { useAct } from '../use-act.ts';
import { useRights } from '../use-rights.ts';
import { useRoving } from '../use-roving.ts';
import { AddDelegateForm } from './add-delegate-form.tsx';
import { DelegateLine } from './delegate-line.tsx';

const words = () => text.console.delegates;

/** The delegates of a bridge by name. Rows live in a table: they are asked for again when the bridge's counters move. */
export function DelegatesSection({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const version = useConference(({ attendance }) => attendanceOf(attendance, bridgeId).named);
  const pages = useDelegatePages({ bridge: bridgeId, q: '', version });
  const { may } = useRights();
  const [adding, setAdding] = useState(false);
  const mayAdd = may({ type: 'registerDelegates', bridgeId, delegates: [] });
  return (
    <>
      <p>{words().counts(version)}</p>
      {pages.rows.length === 0 ? <p className="console-empty">{words().status[pages.status]}</p> : null}
      <DelegateList rows={pages.rows} />
      {pages.hasMore ? (
        <button type="button" className="button" data-tone="quiet" onClick={pages.more}>
          {words().more}
        </button>
      ) : null}
      {adding ? <AddDelegateForm bridgeId={bridgeId} onDone={() => setAdding(false)} /> : null}
      {mayAdd && !adding ? (
        <button type="button" className="button" data-tone="plain" onClick={() => setAdding(true)}>
          {words().add}
        </button>
      ) : null}
    </>
  );
}

function DelegateList({ rows }: { readonly rows: readonly DelegateRow[] }) {
  const act = useAct();
  const rights = useRights();
  const onKey = (id: DelegateRow['delegateId'], event: KeyboardEvent) => {
    const row = rows.find(({ delegateId }) => delegateId === id);
    if (event.key !== ' ' || event.target !== event.currentTarget || row === undefined) return;
    event.preventDefault();
    act(tickOf(row));
  };
  const roving = useRoving(
    rows.map(({ delegateId }) => delegateId),
    onKey,
  );
  return (
    <ul ref={roving.list} className="console-list" aria-label={words().list} {...roving.listProps}>
      {rows.map((row) => (
        <DelegateLine
          key={row.delegateId}
          delegate={row}
          rights={rights}
          row={roving.rowProps(row.delegateId)}
          current={roving.current === row.delegateId}
        />
      ))}
    </ul>
  );
}

/** The space bar ticks present, and takes the tick away again. */
const tickOf = ({ bridgeId, delegateId, mark }: DelegateRow): Command =>
  mark === 'present'
    ? { type: 'clearDelegateMark', bridgeId, delegateId }
    : { type: 'checkInDelegate', bridgeId, delegateId };
