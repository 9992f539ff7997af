import { type KeyboardEvent, useState } from 'react';
import { attendanceOf, marksOf } from '../../../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../../../shared/domain/attendance/delegate.ts';
import { isEmpty } from '../../../../shared/domain/attendance/mark.ts';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import { useBranchVersion } from '../../../parts/use-branch-pages.ts';
import { useDelegatePages } from '../../../parts/use-delegate-pages.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { useAct } from '../use-act.ts';
import { useRights } from '../use-rights.ts';
import { useRoving } from '../use-roving.ts';
import { AddDelegateForm } from './add-delegate-form.tsx';
import { markCommand } from './delegate-acts.ts';
import { DelegateLine } from './delegate-line.tsx';
import { MoveAllForm } from './move-all-form.tsx';

const words = () => text.console.delegates;

/** The delegates of a bridge by name. Rows live in a table: they are asked for again when the bridge's counters move. */
export function DelegatesSection({ bridge }: { readonly bridge: Bridge }) {
  const { bridgeId } = bridge;
  const marks = useConference(({ attendance }) => marksOf(attendanceOf(attendance, bridgeId)));
  const branch = useBranchVersion(bridgeId);
  const pages = useDelegatePages({ bridge: bridgeId, q: '', version: bridge.tier <= 1 ? marks : branch });
  return (
    <>
      {isEmpty(marks) ? null : <p>{words().counts(marks)}</p>}
      {pages.rows.length === 0 ? <p className="console-empty">{words().status[pages.status]}</p> : null}
      <DelegateList rows={pages.rows} />
      {pages.hasMore ? (
        <button type="button" className="button" data-tone="quiet" onClick={pages.more}>
          {words().more}
        </button>
      ) : null}
      <ListForms bridge={bridge} listed={pages.rows.length > 0} />
    </>
  );
}

/** What is done with the list as a whole: somebody joins it, or all of it goes to another bridge. */
function ListForms({ bridge: { bridgeId }, listed }: { readonly bridge: Bridge; readonly listed: boolean }) {
  const { may } = useRights();
  const [open, setOpen] = useState<'add' | 'moveAll' | null>(null);
  const close = () => setOpen(null);
  const mayAdd = may({ type: 'registerDelegates', bridgeId, delegates: [] });
  const mayMove = listed && may({ type: 'moveAllDelegates', bridgeId, toBridgeId: bridgeId });
  if (open === 'add') return <AddDelegateForm bridgeId={bridgeId} onDone={close} />;
  if (open === 'moveAll') return <MoveAllForm bridgeId={bridgeId} onDone={close} />;
  return (
    <div className="console-form-buttons">
      {mayAdd ? (
        <button type="button" className="button" data-tone="plain" onClick={() => setOpen('add')}>
          {words().add}
        </button>
      ) : null}
      {mayMove ? (
        <button type="button" className="button" data-tone="quiet" onClick={() => setOpen('moveAll')}>
          {words().moveAll}
        </button>
      ) : null}
    </div>
  );
}

function DelegateList({ rows }: { readonly rows: readonly DelegateRow[] }) {
  const act = useAct();
  const rights = useRights();
  const onKey = (id: DelegateRow['delegateId'], event: KeyboardEvent) => {
    const row = rows.find(({ delegateId }) => delegateId === id);
    if (event.key !== ' ' || event.target !== event.currentTarget || row === undefined) return;
    event.preventDefault();
    // Never a toggle: of somebody who is there the server says since when.
    act(markCommand('present', row));
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
