import { useEffect, useMemo } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { groupedBadge, handbookLink } from '../../parts/badge-text.ts';
import { csvOf, download } from '../../parts/csv-file.ts';
import { personLines } from '../../parts/person-words.ts';
import { PrintDesk } from '../../parts/print-desk.tsx';
import { QrPicture } from '../../parts/qr-picture.tsx';
import type { ListedDelegate } from '../../parts/use-whole-roll.ts';
import { useSync } from '../../sync/conference-context.ts';
import { ConferenceProvider, useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { sheetsOf } from './sheets-of.ts';
import './badge-sheets.css';

const words = () => text.kiosk.print;

/** Badges of a bridge on A4, to print and to cut. */
export function BadgeSheets({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <PrintDesk
        conference={conference}
        name={words().badges}
        renderSheets={(bridge, rows, tell) => <Sheets bridge={bridge} rows={rows} onDrawn={tell} />}
      />
    </ConferenceProvider>
  );
}

interface SheetsProps {
  readonly bridge: Bridge;
  readonly rows: readonly ListedDelegate[];
  readonly onDrawn: (sheets: number) => void;
}

function Sheets({ bridge, rows, onDrawn }: SheetsProps) {
  const sheets = useMemo(() => sheetsOf(rows), [rows]);
  useEffect(() => onDrawn(sheets.length), [onDrawn, sheets.length]);
  if (rows.every(({ badge }) => badge === null)) return <p className="print-standing">{words().noBadges}</p>;
  return (
    <>
      <LinksPress bridge={bridge} rows={rows} />
      {sheets.map((sheet) => (
        <section key={sheet[0]?.delegateId} className="print-sheet badge-sheet">
          {sheet.map((row) => (
            <BadgeCard key={row.delegateId} row={row} bridge={bridge} />
          ))}
        </section>
      ))}
    </>
  );
}

/** The delegates' own pages, to be sent to each: a list of names and links. */
function LinksPress({ bridge, rows }: Pick<SheetsProps, 'bridge' | 'rows'>) {
  const { conference } = useSync();
  const save = () => {
    const links = rows.flatMap(({ fullName, badge }) =>
      badge === null ? [] : [[fullName ?? '', handbookLink(location.origin, conference, badge)]],
    );
    download(words().linksFile(bridge.shortName), csvOf([[words().linkHeads.name, words().linkHeads.link], ...links]));
  };
  return (
    <p className="print-standing">
      <button type="button" className="button" data-tone="plain" onClick={save}>
        {words().links}
      </button>
    </p>
  );
}

function BadgeCard({ row, bridge }: { readonly row: ListedDelegate; readonly bridge: Bridge }) {
  const title = useConference(({ conference }) => conference.title);
  const { conference } = useSync();
  const { head, rest } = personLines(row);
  const { badge, seat, homeUnit } = row;
  return (
    <article className="badge-card">
      <header>
        <p className="badge-card-title">{title}</p>
        <p className="badge-card-kind">{words().card}</p>
      </header>
      <div className="badge-card-body">
        <div>
          <h2 data-long={head.length > 24 || undefined}>{head}</h2>
          {rest === '' ? null : <p className="badge-card-positions">{rest}</p>}
          <p className="badge-card-unit">{homeUnit}</p>
        </div>
        {badge === null ? null : (
          <figure>
            <QrPicture text={handbookLink(location.origin, conference, badge)} label={head} />
            <figcaption>{groupedBadge(badge)}</figcaption>
          </figure>
        )}
      </div>
      <footer>
        <span>{bridge.name}</span>
        {seat === null ? null : <strong>{words().seat(seat)}</strong>}
      </footer>
    </article>
  );
}
