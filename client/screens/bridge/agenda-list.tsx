import { useEffect, useRef } from 'react';
import { agendaTimes, type ItemTimes } from '../../../shared/views/agenda-clock.ts';
import { speakingNeeds } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.bridge.agenda;

/** The programme with the live item in sight: planned times, and the expected ones where they have moved. */
export function AgendaList() {
  const now = useServerNow(10_000);
  const times = useConference((state) => agendaTimes(state.agenda, now, speakingNeeds(state, now)));
  const list = useRef<HTMLOListElement>(null);
  const live = times.find(({ item }) => item.progress.status === 'live')?.item.itemId;
  useEffect(() => {
    const line = live === undefined ? null : list.current?.querySelector('[data-status="live"]');
    line?.scrollIntoView({ block: 'nearest' });
  }, [live]);
  return (
    <section className="bridge-panel bridge-agenda" aria-labelledby="bridge-agenda-heading">
      <h2 id="bridge-agenda-heading">{words().heading}</h2>
      {times.length === 0 ? <p className="bridge-empty">{words().none}</p> : null}
      <ol ref={list} className="bridge-lines">
        {times.map((one) => (
          <AgendaLine key={one.item.itemId} times={one} />
        ))}
      </ol>
    </section>
  );
}

const SHAPES = { finished: 'done', live: 'live', waiting: null, skipped: 'off' } as const;

/** Lateness of less than a minute is no news. */
const NEWS_MS = 60_000;

function AgendaLine({ times: { item, planned, expected } }: { readonly times: ItemTimes }) {
  const { status } = item.progress;
  const shape = SHAPES[status];
  const { title } = item.plan;
  const begun = status === 'finished' || status === 'live';
  const moved = status === 'waiting' && Math.abs(expected.start - planned.start) >= NEWS_MS;
  return (
    <li className="bridge-line" data-status={status} aria-current={status === 'live' ? 'step' : undefined}>
      <span className="bridge-line-shape">{shape === null ? null : <Shape name={shape} />}</span>
      <span className="bridge-line-time">{formatTime(begun ? expected.start : planned.start)}</span>
      <span className="bridge-line-words" title={status === 'finished' ? title : undefined}>
        {title}
        {status === 'waiting' ? null : <span className="unseen"> {words()[status]}</span>}
        {moved ? <span className="bridge-line-news">{words().expected(formatTime(expected.start))}</span> : null}
        {status === 'skipped' ? <span className="bridge-line-news">{words().skipped}</span> : null}
      </span>
    </li>
  );
}
