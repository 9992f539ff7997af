import { useState } from 'react';
import type { Seat } from '../../../shared/domain/actor.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { formatCount, formatDate, formatMinutes, formatTime } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { useMayUse } from '../../parts/use-may-use.ts';
import { ConferenceProvider, useConference, useHeadSeq, useSeat } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { PrintedRows } from './printed-rows.tsx';
import './agenda-print.css';

const words = () => text.agenda.print;

/** The programme on A4, with the number and the time of what was printed. */
export function AgendaPrint({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <Paper conference={conference} />
    </ConferenceProvider>
  );
}

function Paper({ conference }: { readonly conference: ConferenceId }) {
  const { seat } = useSeat();
  const [withCues, setWithCues] = useState(false);
  const hasCues = useConference(({ agenda }) => agenda.items.some(({ cues }) => cues.length > 0));
  const conducts = useMayUse('printCues');
  const mayHaveCues = conducts && hasCues;
  return (
    <main className="paper">
      <p className="paper-tools">
        {conducts ? <a href={consoleOf(conference, seat)}>{words().back}</a> : null}
        {mayHaveCues ? (
          <label>
            <input type="checkbox" checked={withCues} onChange={({ target }) => setWithCues(target.checked)} />{' '}
            {words().withCues}
          </label>
        ) : null}
        <button type="button" className="button" data-tone="primary" onClick={() => window.print()}>
          {words().act}
        </button>
        <LanguageSwitch />
      </p>
      <Sheet withCues={withCues && mayHaveCues} />
    </main>
  );
}

function consoleOf(conference: ConferenceId, seat: Seat): string {
  const screen = seat === 'chair' || seat === 'announcer' ? seat : 'console';
  return `/c/${encodeURIComponent(conference)}/${screen}`;
}

function Sheet({ withCues }: { readonly withCues: boolean }) {
  const { organiser, title, date } = useConference(({ conference }) => conference);
  const agenda = useConference((state) => state.agenda);
  return (
    <article className="paper-sheet">
      <header>
        <p className="paper-organiser">{organiser}</p>
        <h1>
          {withCues ? words().script : words().title}
          <span>{title}</span>
        </h1>
        <p>{words().date(formatDate(date))}</p>
      </header>
      {agenda.delayMs === 0 ? null : (
        <p className="paper-remark">{words().announced(formatMinutes(Math.round(agenda.delayMs / 60_000)))}</p>
      )}
      {agenda.items.length === 0 ? <p>{words().empty}</p> : <PrintedRows agenda={agenda} withCues={withCues} />}
      <Footer />
    </article>
  );
}

/** Which facts the paper shows, and when it was drawn: two papers can be told apart. */
function Footer() {
  const seq = useHeadSeq();
  const now = useServerNow(10_000);
  return <footer>{words().footer(formatCount(seq), formatTime(now), formatDate(now))}</footer>;
}
