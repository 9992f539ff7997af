import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import { agendaTimes, type ItemTimes } from '../../../shared/views/agenda-clock.ts';
import { speakingNeeds } from '../../../shared/views/queue.ts';
import { formatLateness, formatMinutes, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.programme.agenda;

/** The programme with planned, expected and actual times, and how late each item is, in words. */
export function AgendaTab() {
  const now = useServerNow(10_000);
  const items = useConference(({ agenda }) => agenda.items);
  const times = useConference((state) => agendaTimes(state.agenda, now, speakingNeeds(state, now)));
  const timesOf = new Map(times.map((one) => [one.item.itemId, one]));
  if (items.length === 0) return <p className="programme-empty">{words().none}</p>;
  return (
    <ol className="programme-list">
      {items.map((item) => {
        const timed = timesOf.get(item.itemId);
        return timed === undefined ? (
          <Heading key={item.itemId} item={item} />
        ) : (
          <AgendaRow key={item.itemId} times={timed} />
        );
      })}
    </ol>
  );
}

const MINUTE_MS = 60_000;

/** A group heads what stands under it; a note says something between two items. Neither has a time. */
function Heading({ item: { plan } }: { readonly item: AgendaItem }) {
  const targetMs = plan.row === 'group' ? plan.targetMs : null;
  return (
    <li className="programme-row" data-row={plan.row}>
      <div>
        <p className={plan.row === 'group' ? 'programme-group' : 'programme-note'}>{plan.title}</p>
        {targetMs === null ? null : (
          <p className="programme-quiet">{words().target(formatMinutes(Math.round(targetMs / MINUTE_MS)))}</p>
        )}
      </div>
    </li>
  );
}

const TONES = { waiting: 'next', live: 'live', finished: 'done', skipped: 'off' } as const;

function AgendaRow({ times }: { readonly times: ItemTimes }) {
  const { item, planned } = times;
  const { status } = item.progress;
  return (
    <li className="programme-row" data-status={status} aria-current={status === 'live' ? 'step' : undefined}>
      <p className="programme-time">{formatTime(planned.start)}</p>
      <div>
        <p className="programme-strong">{item.plan.title}</p>
        {item.presenter === null ? null : <p>{personWords(item.presenter)}</p>}
        <p className="programme-quiet">
          {status === 'waiting' ? null : <StateMark tone={TONES[status]} word={words().status[status]} />}
          <span>{timesInWords(times)}</span>
        </p>
      </div>
    </li>
  );
}

/** What was announced counts as the plan; beyond it an item is late. */
function timesInWords({ item: { progress }, planned, announced, expected }: ItemTimes): string {
  const from = formatTime(expected.start);
  const to = formatTime(expected.end);
  const late = formatLateness(expected.start - announced.start);
  switch (progress.status) {
    case 'skipped':
      return '';
    case 'finished':
      return `${words().actual(from, to)}, ${late}`;
    case 'live':
      return `${words().startedAt(from)}, ${late}, ${words().expectedEnd(to)}`;
    case 'waiting':
      if (Math.abs(expected.start - announced.start) >= MINUTE_MS) return `${words().expected(from, to)}, ${late}`;
      return announcedWords(planned.start, announced);
  }
}

function announcedWords(plannedStart: number, { start, end }: ItemTimes['announced']): string {
  const delay = Math.round((start - plannedStart) / MINUTE_MS);
  const from = formatTime(start);
  const to = formatTime(end);
  return delay > 0 ? words().announced(from, to, formatMinutes(delay)) : words().planned(from, to);
}
