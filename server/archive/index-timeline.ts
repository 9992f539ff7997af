import { valuesOf } from '../../shared/base/persistent-map.ts';
import { type AgendaItem, isTimed } from '../../shared/domain/agenda/agenda.ts';
import { plannedTimes } from '../../shared/domain/agenda/planned.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { indexWords as words } from './archive-words.ts';
import { escaped } from './escaped.ts';

interface Stretch {
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly label: string;
  readonly beside: string;
  readonly planned: Stretch | null;
  readonly actual: Stretch | null;
  readonly kind: 'item' | 'speech';
}

/** Items and the speeches under them, each as planned (dashed) and as it was (solid), on one axis. */
export function timelineOf(state: ConferenceState): string {
  const rows = rowsOf(state);
  const all = rows.flatMap(({ planned, actual }) => [planned, actual].filter((one) => one !== null));
  if (rows.length === 0) return '';
  const axis = {
    from: all.reduce((least, { from }) => Math.min(least, from), Number.POSITIVE_INFINITY),
    to: all.reduce((most, { to }) => Math.max(most, to), Number.NEGATIVE_INFINITY),
  };
  return `<p>${escaped(words.legend)}</p>${rows.map((row) => lineOf(row, axis)).join('\n')}`;
}

function rowsOf(state: ConferenceState): readonly Row[] {
  const times = new Map(plannedTimes(state.agenda).map((one) => [one.item.itemId, one]));
  const spoken = [...valuesOf(state.floor.speeches)]
    .filter(({ stage }) => stage.status === 'spoken')
    .toSorted((a, b) => calledAt(a) - calledAt(b));
  const under = (itemId: string | null): readonly Row[] =>
    spoken.filter((speech) => speech.itemId === itemId).map((speech) => speechRow(state, speech));
  const items = state.agenda.items.flatMap((item) => {
    const time = times.get(item.itemId);
    const planned = time === undefined ? null : { from: time.start, to: time.end };
    return [itemRow(item, planned), ...under(item.itemId)];
  });
  return [...items, ...under(null)];
}

const calledAt = ({ stage }: Speech): number => (stage.status === 'spoken' ? stage.calledAt : 0);

function itemRow(item: AgendaItem, planned: Stretch | null): Row {
  const { progress } = item;
  const actual = progress.status === 'finished' ? { from: progress.run.startedAt, to: progress.finishedAt } : null;
  const times = isTimed(item) ? [words.planned(spanText(planned)), words.actual(spanText(actual))] : [];
  const skipped = progress.status === 'skipped' ? [words.skipped] : [];
  return { label: item.plan.title, beside: [...times, ...skipped].join('; '), planned, actual, kind: 'item' };
}

function speechRow({ bridges }: ConferenceState, { speaker, subject, bridgeId, stage }: Speech): Row {
  const run = stage.status === 'spoken' ? stage.run : null;
  const actual = run !== null && stage.status === 'spoken' ? { from: run.startedAt, to: stage.endedAt } : null;
  const who = [speaker.fullName ?? '', ...speaker.positions].filter((one) => one !== '').join(', ');
  const where = bridgeOf(bridges, bridgeId)?.name ?? '';
  const said = [where, who].filter((one) => one !== '').join(': ');
  return {
    label: subject,
    beside: `${said}; ${words.actual(spanText(actual))}`,
    planned: null,
    actual,
    kind: 'speech',
  };
}

const clock = new Intl.DateTimeFormat('vi-VN', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });
const spanText = (stretch: Stretch | null): string =>
  stretch === null ? words.unknown : `${clock.format(stretch.from)} – ${clock.format(stretch.to)}`;

const WIDTH = 1_000;

function lineOf({ label, beside, planned, actual, kind }: Row, axis: Stretch): string {
  const length = Math.max(1, axis.to - axis.from);
  const bar = (stretch: Stretch | null, look: string, y: number): string => {
    if (stretch === null) return '';
    const x = ((stretch.from - axis.from) / length) * WIDTH;
    const width = Math.max(2, ((stretch.to - stretch.from) / length) * WIDTH);
    return `<rect class="${look}" x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="10"/>`;
  };
  const bars = bar(planned, 'planned', 1) + bar(actual, kind === 'item' ? 'actual' : 'actual spoken', 14);
  return (
    `<div class="line ${kind}"><div>${escaped(label)}<small>${escaped(beside)}</small></div>` +
    `<svg class="bars" viewBox="0 0 ${WIDTH} 26" preserveAspectRatio="none" aria-hidden="true">${bars}</svg></div>`
  );
}
