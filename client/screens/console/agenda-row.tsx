import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { GroupTimes, ItemTimes } from '../../../shared/views/agenda-clock.ts';
import type { AgendaRowReading } from '../../../shared/views/agenda-rows.ts';
import { formatMinutes, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';
import { LiveItemClock } from './agenda/live-item-clock.tsx';
import { PlanProblems } from './agenda/plan-problems.tsx';
import { AgendaRowButtons } from './agenda-row-buttons.tsx';
import { LiveItemCounts } from './live-item-counts.tsx';
import type { AgendaActs } from './use-agenda-acts.ts';
import type { RowProps } from './use-roving.ts';

const words = () => text.console.agenda;
const panel = () => text.agenda.panel;
const MINUTE_MS = 60_000;

interface AgendaRowProps {
  readonly reading: AgendaRowReading;
  /** When it must have begun for the demanded end to hold; null: none was demanded, or it has begun. */
  readonly latestStart: number | null;
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

export function AgendaRow(props: AgendaRowProps) {
  const { reading, acts, row, current } = props;
  const { item, times, group } = reading;
  if (times !== null) return <ItemRow {...props} times={times} />;
  const sum = group === null ? null : sumWords(group);
  const { title } = item.plan;
  return (
    <li
      className="console-row console-agenda-row"
      data-sort={item.plan.row}
      aria-label={sum === null ? panel().noteLabel(title) : panel().groupLabel(title, sum)}
      {...row}
    >
      <span className="console-item">
        <span className="console-item-title" title={title}>
          {title}
        </span>
        {sum === null ? null : <small>{sum}</small>}
        <PlanProblems problems={reading.problems} />
        {current ? <AgendaRowButtons item={item} acts={acts} /> : null}
      </span>
    </li>
  );
}

const minutes = (ms: number): string => formatMinutes(Math.round(ms / MINUTE_MS));

const sumWords = ({ plannedMs, targetMs }: GroupTimes): string =>
  panel().groupSum(minutes(plannedMs), targetMs === null ? null : minutes(targetMs));

function ItemRow({ reading, times, latestStart, acts, row, current }: AgendaRowProps & { readonly times: ItemTimes }) {
  const { item } = reading;
  const { title } = item.plan;
  const { status } = item.progress;
  const presenter = item.presenter === null ? null : personWords(item.presenter);
  const start = formatTime(times.planned.start);
  return (
    <li
      className="console-row console-agenda-row"
      data-sort="item"
      data-status={status}
      aria-label={words().rowLabel(words().status[status], start, title)}
      aria-current={status === 'live' ? 'step' : undefined}
      {...row}
    >
      <StateMark tone={MARKS[status]} word={words().status[status]} bare />
      <span className="console-plan">{start}</span>
      <span className="console-item">
        <span className="console-item-title" title={presenter === null ? title : `${title} · ${presenter}`}>
          {title}
        </span>
        <small>{happening(times, latestStart).join(' · ')}</small>
        {status === 'live' ? <LiveItemClock times={times} /> : null}
        {status === 'live' ? <LiveItemCounts item={item} /> : null}
        <PlanProblems problems={reading.problems} />
        {current ? <CurrentRow item={item} presenter={presenter} acts={acts} /> : null}
      </span>
    </li>
  );
}

interface CurrentRowProps {
  readonly item: AgendaItem;
  readonly presenter: string | null;
  readonly acts: AgendaActs;
}

/** What the row says and offers while somebody is at it. */
function CurrentRow({ item, presenter, acts }: CurrentRowProps) {
  return (
    <>
      {presenter === null ? null : <small>{presenter}</small>}
      {item.cues.length === 0 ? null : <small>{panel().cueCount(item.cues.length)}</small>}
      <AgendaRowButtons item={item} acts={acts} />
    </>
  );
}

/** What happened, or how long it is to take and what is to be expected where that differs from the plan. */
function happening(times: ItemTimes, latestStart: number | null): readonly string[] {
  const { item, expected } = times;
  switch (item.progress.status) {
    case 'finished':
      return [words().took(formatTime(expected.start), formatTime(expected.end))];
    case 'live':
      return [words().running(formatTime(expected.start), formatTime(expected.end)), ...addedWords(item)];
    case 'skipped':
      return [words().status.skipped];
    case 'waiting':
      return [
        ...expectedWords(times),
        ...lengthWords(times),
        ...addedWords(item),
        ...(latestStart === null ? [] : [panel().latest(formatTime(latestStart))]),
      ];
  }
}

function expectedWords({ planned, expected }: ItemTimes): readonly string[] {
  const differs = Math.abs(expected.start - planned.start) >= MINUTE_MS;
  return differs ? [panel().expected(formatTime(expected.start))] : [];
}

function lengthWords({ item, planned }: ItemTimes): readonly string[] {
  const { span } = item.plan;
  const length = minutes(planned.end - planned.start);
  return span.lock === 'end' && span.deadline ? [length, panel().ends(formatTime(span.end))] : [length];
}

const addedWords = ({ addedMs }: AgendaItem): readonly string[] =>
  addedMs === 0 ? [] : [panel().added(signedMinutes(addedMs))];

const signedMinutes = (ms: number): string => `${ms < 0 ? '−' : '+'}${Math.round(Math.abs(ms) / MINUTE_MS)}`;
