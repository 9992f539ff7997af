import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { isThere } from '../../../shared/domain/attendance/mark.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { Field } from '../../parts/field.tsx';
import { personLines } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { type DelegatePages, useDelegatePages } from '../../parts/use-delegate-pages.ts';
import { useSearch } from '../../parts/use-search.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.programme.delegates;

/** Delegates by name, title or unit, asked for page by page: a list may have thousands. */
export function DelegatesTab() {
  const search = useSearch();
  const pages = useDelegatePages({ bridge: null, q: search.settled });
  return (
    <>
      <Field label={words().search} type="search" autoComplete="off" enterKeyHint="search" {...search.field} />
      <ul className="programme-list" aria-busy={pages.status === 'loading'}>
        {pages.rows.map((row) => (
          <Row key={row.delegateId} row={row} />
        ))}
      </ul>
      <Foot pages={pages} typed={search.settled} />
    </>
  );
}

function Row({ row }: { readonly row: DelegateRow }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, row.bridgeId)?.shortName ?? '');
  const { head, rest } = personLines(row);
  return (
    <li className="programme-row programme-delegate">
      <div>
        <p className="programme-strong">{head}</p>
        {rest === '' ? null : <p>{rest}</p>}
        <p className="programme-quiet">
          {[row.homeUnit, bridge].filter((part, i, all) => part !== '' && all.indexOf(part) === i).join(' · ')}
        </p>
      </div>
      {row.mark === 'unmarked' ? null : (
        <p className="programme-figure">
          <StateMark tone={isThere(row.mark) ? 'done' : 'off'} word={words().marks[row.mark]} />
        </p>
      )}
    </li>
  );
}

function Foot({ pages, typed }: { readonly pages: DelegatePages; readonly typed: string }) {
  if (pages.status === 'failed') {
    return (
      <p className="programme-empty" role="status">
        <StateMark tone="look" word={words().offline} />
        <button type="button" className="button" data-tone="plain" onClick={pages.again}>
          {words().retry}
        </button>
      </p>
    );
  }
  if (pages.rows.length === 0) {
    const none = typed === '' ? words().none : words().noneFound(typed);
    return (
      <p className="programme-empty" role="status">
        {pages.status === 'loading' ? words().loading : none}
      </p>
    );
  }
  return pages.hasMore ? (
    <button type="button" className="button programme-more" data-tone="plain" onClick={pages.more}>
      {words().more}
    </button>
  ) : null;
}
