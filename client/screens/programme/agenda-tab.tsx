import { type ExpectedTimes, expectedTimes } from '../../../shared/views/agenda-clock.ts';
import { formatLateness, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = text.programme.agenda;

/** The programme with planned, expected and actual times, and how late each item is, in words. */
export function AgendaTab() {
  const now = useServerNow(10_000);
  const agenda = useConference((state) => state.agenda);
  const times = expectedTimes(agenda, now);
  if (times.length === 0) return <p className="programme-empty">{words.none}</p>;
  return (
    <ol className="programme-list">
      {times.map((one) => (
        <AgendaRow key={one.item.itemId} times={one} />
      ))}
    </ol>
  );
}

const TONES = { waiting: 'next', live: 'live', finished: 'done', skipped: 'off' } as const;

function AgendaRow({ times }: { readonly times: ExpectedTimes }) {
  const { item } = times;
  const { status } = item.progress;
  return (
    <li className="programme-row" data-status={status} aria-current={status === 'live' ? 'step' : undefined}>
      <p className="programme-time">{formatTime(item.plannedStart)}</p>
      <div>
        <p className="programme-strong">{item.title}</p>
        {item.presenter === null ? null : <p>{personWords(item.presenter)}</p>}
        <p className="programme-quiet">
          {status === 'waiting' ? null : <StateMark tone={TONES[status]} word={words.status[status]} />}
          <span>{timesInWords(times)}</span>
        </p>
      </div>
    </li>
  );
}

function timesInWords({ item, start, end }: ExpectedTimes): string {
  const { progress, plannedStart, durationMs } = item;
  const late = formatLateness(start - plannedStart);
  switch (progress.status) {
    case 'skipped':
      return '';
    case 'finished':
      return `${words.actual(formatTime(start), formatTime(end))}, ${late}`;
    case 'live':
      return `${words.startedAt(formatTime(start))}, ${late}, ${words.expectedEnd(formatTime(end))}`;
    case 'waiting':
      return Math.abs(start - plannedStart) < 60_000
        ? words.planned(formatTime(plannedStart), formatTime(plannedStart + durationMs))
        : `${words.expected(formatTime(start), formatTime(end))}, ${late}`;
  }
}
