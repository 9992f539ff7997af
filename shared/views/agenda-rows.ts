import type { Agenda, AgendaItem } from '../domain/agenda/agenda.ts';
import type { AgendaItemId } from '../domain/ids.ts';
import { ranMs } from '../domain/run.ts';
import {
  agendaTimes,
  type GroupTimes,
  groups,
  type ItemTimes,
  type PlanProblem,
  planProblems,
  type SpeakingNeeds,
} from './agenda-clock.ts';

/** A row of the programme with all that stands in it: an item with its times, a group with its sum, or a bare note. */
export interface AgendaRowReading {
  readonly item: AgendaItem;
  readonly times: ItemTimes | null;
  readonly group: GroupTimes | null;
  readonly problems: readonly PlanProblem[];
}

/** Every row in programme order, skipped ones too: they stay visible. */
export function agendaRows(agenda: Agenda, now: number, needs: SpeakingNeeds): readonly AgendaRowReading[] {
  const times = byId(agendaTimes(agenda, now, needs));
  const headings = byId(groups(agenda));
  const problems = planProblems(agenda, now, needs);
  return agenda.items.map((item) => ({
    item,
    times: times.get(item.itemId) ?? null,
    group: headings.get(item.itemId) ?? null,
    problems: problems.filter(({ itemId }) => itemId === item.itemId),
  }));
}

const byId = <T extends { readonly item: AgendaItem }>(all: readonly T[]): ReadonlyMap<AgendaItemId, T> =>
  new Map(all.map((one) => [one.item.itemId, one]));

export interface ItemClock {
  /** Below zero: overrun. A deadline item counts towards its clock time, paused or not. */
  readonly remainingMs: number;
  readonly paused: boolean;
}

/** The clock of the item that is live; null for every other. */
export function itemClock({ item, announced }: ItemTimes, now: number): ItemClock | null {
  const { progress, plan, addedMs } = item;
  if (progress.status !== 'live') return null;
  const { span } = plan;
  const lengthMs = Math.max(0, announced.end - announced.start + addedMs);
  const remainingMs =
    span.lock === 'end' && span.deadline ? announced.end + addedMs - now : lengthMs - ranMs(progress.run, now);
  return { remainingMs, paused: progress.run.held !== null };
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface PictureRow {
  readonly item: AgendaItem;
  readonly planned: Stretch;
  /** Where the announced delay puts it; null where that changes nothing. */
  readonly announced: Stretch | null;
  readonly actual: Stretch | null;
  readonly expected: Stretch | null;
}

export interface AgendaPicture extends Stretch {
  readonly rows: readonly PictureRow[];
  readonly endsBy: number | null;
}

/** The day as it is drawn: what was planned, what happened, what is to be expected of each item. */
export function agendaPicture(agenda: Agenda, now: number, needs: SpeakingNeeds): AgendaPicture | null {
  const rows = agendaTimes(agenda, now, needs).map((times) => pictureRow(times, now));
  const stretches = rows.flatMap(({ planned, announced, actual, expected }) =>
    [planned, announced, actual, expected].filter((one) => one !== null),
  );
  if (stretches.length === 0) return null;
  const { endsBy } = agenda;
  const ends = [...stretches.map(({ to }) => to), ...(endsBy === null ? [] : [endsBy])];
  return { rows, endsBy, from: Math.min(...stretches.map(({ from }) => from)), to: Math.max(...ends) };
}

function pictureRow({ item, planned, announced, expected }: ItemTimes, now: number): PictureRow {
  const { status } = item.progress;
  const moved = announced.start !== planned.start || announced.end !== planned.end;
  return {
    item,
    planned: stretch(planned),
    announced: moved && status !== 'skipped' ? stretch(announced) : null,
    actual:
      status === 'finished' || status === 'live'
        ? { from: expected.start, to: status === 'live' ? Math.max(now, expected.start) : expected.end }
        : null,
    expected: status === 'waiting' || status === 'live' ? expectedStretch(expected, status === 'live' ? now : 0) : null,
  };
}

const stretch = ({ start, end }: ItemTimes['planned']): Stretch => ({ from: start, to: end });

const expectedStretch = ({ start, end }: ItemTimes['expected'], since: number): Stretch => {
  const from = Math.max(start, since);
  return { from, to: Math.max(from, end) };
};
