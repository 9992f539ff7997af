import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { formatCount, formatDate } from '../../parts/clock-text.ts';
import type { ListedDelegate } from '../../parts/use-whole-roll.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type Letterhead, pagesOf } from './paper-pages.ts';

const words = () => text.roll.sheet;

interface PagesProps {
  readonly bridge: Bridge;
  readonly rows: readonly ListedDelegate[];
  readonly letterhead: Letterhead;
  readonly onDrawn: (pages: number) => void;
}

type Pages = readonly (readonly number[])[];

/**
 * Drawn once on one endless sheet, measured, and cut into pages: a browser that prints knows no page numbers that every
 * other one knows too.
 */
export function RollPages({ bridge, rows, letterhead, onDrawn }: PagesProps) {
  const measured = useRef<HTMLElement>(null);
  const [pages, setPages] = useState<Pages | null>(null);
  useLayoutEffect(() => {
    const element = measured.current;
    if (element === null) return;
    // The heights are those of the letters that will be printed.
    void document.fonts.ready.then(() => setPages(cut(element)));
  }, [rows, letterhead]);
  useEffect(() => onDrawn(pages?.length ?? 1), [onDrawn, pages]);
  const all = rows.map((_, index) => index);
  const head = <Head bridge={bridge} letterhead={letterhead} />;
  const foot = <Foot count={rows.length} />;
  return (
    <>
      {pages?.map((page, at) => (
        <section key={page[0]} className="print-sheet roll-page">
          {at === 0 ? head : <p className="roll-page-number">{at + 1}</p>}
          <Table rows={rows} shown={page} />
          {at === pages.length - 1 ? foot : null}
        </section>
      ))}
      <section ref={measured} className="print-sheet roll-page roll-measure" aria-hidden="true" inert>
        {head}
        <Table rows={rows} shown={all} />
        {foot}
      </section>
    </>
  );
}

function cut(sheet: HTMLElement): Pages {
  const heightOf = (selector: string) => sheet.querySelector(selector)?.getBoundingClientRect().height ?? 0;
  const heights = Array.from(sheet.querySelectorAll('tbody tr'), (row) => row.getBoundingClientRect().height);
  const style = getComputedStyle(sheet);
  const page =
    heightOf('.roll-page-ruler') - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
  const other = page - heightOf('thead');
  return pagesOf(heights, { first: other - heightOf('.roll-head'), other, foot: heightOf('.roll-foot') });
}

function Head({ bridge, letterhead }: Pick<PagesProps, 'bridge' | 'letterhead'>) {
  const { organiser, title, date } = useConference(({ conference }) => conference);
  return (
    <header className="roll-head">
      <div className="roll-letterhead" data-head={letterhead}>
        <div>
          <p className="roll-organiser">{organiser}</p>
          <p className="roll-rule">{letterhead === 'party' ? '*' : ''}</p>
        </div>
        {letterhead === 'party' ? (
          <p className="roll-state">{words().partyHead}</p>
        ) : (
          <div>
            <p className="roll-state">{words().stateHead}</p>
            <p className="roll-motto">{words().motto}</p>
          </div>
        )}
      </div>
      <h2>{words().title}</h2>
      <p className="roll-subject">{words().subtitle(title)}</p>
      <p>
        {words().at(bridge.name)}
        {bridge.room === null ? '' : ` (${bridge.room})`}. {words().on(formatDate(date))}
      </p>
    </header>
  );
}

interface TableProps {
  readonly rows: readonly ListedDelegate[];
  readonly shown: readonly number[];
}

const COLUMNS = ['place', 'name', 'positions', 'unit', 'sign', 'note'] as const;

function Table({ rows, shown }: TableProps) {
  return (
    <table className="roll-table">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" data-column={column}>
              {words().columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((index) => (
          <Row key={index} row={rows[index]} place={index + 1} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, place }: { readonly row: ListedDelegate | undefined; readonly place: number }) {
  if (row === undefined) return null;
  return (
    <tr>
      <td className="roll-place">{place}</td>
      <td className="roll-name">{row.fullName ?? ''}</td>
      <td>{row.positions.join(', ')}</td>
      <td>{row.homeUnit}</td>
      <td>&nbsp;</td>
      <td>{row.substituteFor === null ? '' : words().substituteOf}</td>
    </tr>
  );
}

function Foot({ count }: { readonly count: number }) {
  return (
    <footer className="roll-foot">
      <p>{words().listed(formatCount(count))}</p>
      <p>{words().came}</p>
      <div className="roll-signer">
        <p className="roll-place-date">{words().placeDate}</p>
        <p>
          <strong>{words().signer}</strong>
        </p>
        <p>
          <em>{words().signHow}</em>
        </p>
      </div>
      <div className="roll-page-ruler" />
    </footer>
  );
}
