import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { ExpectedTimes } from '../../../shared/views/agenda-clock.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';
import { AgendaRowButtons } from './agenda-row-buttons.tsx';
import { LiveItemCounts } from './live-item-counts.tsx';
import type { AgendaActs } from './use-agenda-acts.ts';
import type { RowProps } from './use-roving.ts';

const words = text.console.agenda;
const MINUTE_MS = 60_000;

interface AgendaRowProps {
  readonly times: ExpectedTimes;
  readonly acts: AgendaActs;
  readonly row: RowProps;
  readonly current: boolean;
}

const MARKS: Readonly<Record<AgendaItem['progress']['status'], MarkTone>> = {
  waiting: 'off',
  live: 'live',
  finished: 'done',
  skipped: 'off',
};

export function AgendaRow({ times, acts, row, current }: AgendaRowProps) {
  const { item } = times;
  const { status } = item.progress;
  const presenter = item.presenter === null ? null : personWords(item.presenter);
  return (
    <li
      className="console-row console-agenda-row"
      data-status={status}
      aria-label={words.rowLabel(words.status[status], formatTime(item.plannedStart), item.title)}
      aria-current={status === 'live' ? 'step' : undefined}
      {...row}
    >
      <StateMark tone={MARKS[status]} word={words.status[status]} bare />
      <span className="console-plan">{formatTime(item.plannedStart)}</span>
      <span className="console-item">
        <span className="console-item-title" title={presenter === null ? item.title : `${item.title} · ${presenter}`}>
          {item.title}
        </span>
        <small>{happening(times)}</small>
        {status === 'live' ? <LiveItemCounts item={item} /> : null}
        {current && presenter !== null ? <small>{presenter}</small> : null}
        {current ? <AgendaRowButtons item={item} acts={acts} /> : null}
      </span>
    </li>
  );
}

/** What happened, or what is to be expected where it differs from the plan. */
function happening({ item, start, end }: ExpectedTimes): string | null {
  const { progress, plannedStart, durationMs } = item;
  switch (progress.status) {
    case 'finished':
      return words.took(formatTime(progress.startedAt), formatTime(progress.finishedAt));
    case 'live':
      return words.running(formatTime(progress.startedAt), formatTime(end));
    case 'skipped':
      return words.status.skipped;
    case 'waiting':
      return start - plannedStart >= MINUTE_MS
        ? words.expected(formatTime(start))
        : words.length(Math.round(durationMs / MINUTE_MS));
  }
}
