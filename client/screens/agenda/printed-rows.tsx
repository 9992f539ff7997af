import { Fragment } from 'react';
import type { Agenda, AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Cue } from '../../../shared/domain/agenda/cue.ts';
import { type PlannedTimes, plannedTimes } from '../../../shared/domain/agenda/planned.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { startOfDay } from '../../../shared/views/day-time.ts';
import { formatDate, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.agenda.print;
const COLUMNS = ['time', 'title', 'who', 'note'] as const;

/** The table of the programme: times as they are planned; what is announced and what happened stand as remarks. */
export function PrintedRows({ agenda, withCues }: { readonly agenda: Agenda; readonly withCues: boolean }) {
  const times = new Map(plannedTimes(agenda).map((one) => [one.item.itemId, one]));
  const first = times.values().next().value?.start ?? null;
  return (
    <table>
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
        {agenda.items.map((item) => (
          <Fragment key={item.itemId}>
            <PrintedRow item={item} times={times.get(item.itemId) ?? null} firstStart={first} />
            {withCues && item.cues.length > 0 ? <Cues cues={item.cues} /> : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface PrintedRowProps {
  readonly item: AgendaItem;
  readonly times: PlannedTimes | null;
  readonly firstStart: number | null;
}

function PrintedRow({ item, times, firstStart }: PrintedRowProps) {
  const { plan, presenter, progress } = item;
  if (times === null) {
    return (
      <tr data-sort={plan.row}>
        <th colSpan={4} scope={plan.row === 'group' ? 'rowgroup' : 'row'}>
          {plan.title}
        </th>
      </tr>
    );
  }
  const otherDay = firstStart !== null && startOfDay(times.start) !== startOfDay(firstStart);
  return (
    <tr data-sort="item" data-status={progress.status}>
      <td className="paper-time">
        {otherDay ? <span>{formatDate(times.start)}</span> : null}
        {formatTime(times.start)}
        {times.end > times.start ? ` – ${formatTime(times.end)}` : null}
      </td>
      <td>{plan.title}</td>
      <td>{presenter === null ? '' : personWords(presenter)}</td>
      <td>{remark(item, times)}</td>
    </tr>
  );
}

function remark({ progress }: AgendaItem, { item: { plan } }: PlannedTimes): string {
  switch (progress.status) {
    case 'skipped':
      return words().skipped;
    case 'finished':
      return words().actual(formatTime(progress.run.startedAt), formatTime(progress.finishedAt));
    case 'live':
    case 'waiting':
      return plan.span.lock === 'end' && plan.span.deadline ? words().deadline : '';
  }
}

function Cues({ cues }: { readonly cues: readonly Cue[] }) {
  return cues.map((cue, index) => (
    <tr key={cue.cueId} className="paper-cue">
      <td className="paper-step">{index + 1}</td>
      <td>
        {cue.does}
        {cue.says === null ? null : <q>{cue.says}</q>}
      </td>
      <td>{cue.who}</td>
      <td>
        <SourceWords source={cue.source} />
      </td>
    </tr>
  ));
}

function SourceWords({ source }: Pick<Cue, 'source'>) {
  const name = useConference(({ bridges }) =>
    source?.kind === 'bridge' ? (bridgeOf(bridges, source.bridgeId)?.shortName ?? text.console.goneBridge) : null,
  );
  if (source === null) return null;
  return words().source(name ?? text.agenda.cues.sources[source.kind === 'floor' ? 'floor' : 'hold']);
}
