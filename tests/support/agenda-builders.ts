import type { Agenda, AgendaPlan, ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import { announcedTimes, plannedTimes } from '../../shared/domain/agenda/planned.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import type { AgendaItemId } from '../../shared/domain/ids.ts';
import { agendaTimes, offset, type SpeakingNeeds } from '../../shared/views/agenda-clock.ts';
import { deadline, itemId, itemPlan, lasting, MINUTE, NOW, rowAdded, until } from './builders.ts';

/** Minute 0 is the instant at which the programme begins; everything below is in minutes from it. */
export const clock = (minute: number): number => NOW + minute * MINUTE;
const minute = (at: number): number => (at - NOW) / MINUTE;

/** The rows of `programme` in their order. */
export const row = (index: number): AgendaItemId => itemId(`muc-${index}`);

type Rest = Partial<Pick<ItemPlan, 'kind' | 'title'>>;

/** Begins at its own clock time and lasts so long. */
export const hard = (start: number, length: number, rest: Rest = {}): ItemPlan =>
  itemPlan({ start: clock(start), span: lasting(length * MINUTE), ...rest });
/** Follows the item before it. Its written start is far away, to show where it is used. */
export const soft = (length: number, rest: Rest = {}): ItemPlan =>
  itemPlan({ start: clock(-600), soft: true, span: lasting(length * MINUTE), ...rest });
/** From one clock time to another; its end is locked. */
export const fromTo = (start: number, end: number): ItemPlan =>
  itemPlan({ start: clock(start), span: until(clock(end)) });
/** Follows the item before it, until a clock time. */
export const softUntil = (end: number): ItemPlan =>
  itemPlan({ start: clock(-600), soft: true, span: until(clock(end)) });
/** Keeps its end. */
export const deadlineItem = (start: number, end: number, rest: Rest = {}): ItemPlan =>
  itemPlan({ start: clock(start), span: deadline(clock(end)), kind: 'recess', ...rest });
export const group = (targetMinutes: number | null): AgendaPlan => ({
  row: 'group',
  title: 'Phần thứ nhất',
  targetMs: targetMinutes === null ? null : targetMinutes * MINUTE,
});
export const note: AgendaPlan = { row: 'note', title: 'Chụp ảnh lưu niệm' };

export const programme = (...plans: readonly AgendaPlan[]): readonly ConferenceEvent[] =>
  plans.map((plan, index) => rowAdded(row(index), plan));

export const started = (index: number, at: number): EventOf<'agendaItemStarted'> => ({
  type: 'agendaItemStarted',
  at: clock(at),
  itemId: row(index),
});
export const finished = (index: number, at: number): EventOf<'agendaItemFinished'> => ({
  type: 'agendaItemFinished',
  at: clock(at),
  itemId: row(index),
});
export const paused = (index: number, at: number): EventOf<'agendaItemPaused'> => ({
  type: 'agendaItemPaused',
  at: clock(at),
  itemId: row(index),
});
export const continued = (index: number, at: number): EventOf<'agendaItemContinued'> => ({
  type: 'agendaItemContinued',
  at: clock(at),
  itemId: row(index),
});
export const skipped = (index: number): EventOf<'agendaItemSkipped'> => ({
  type: 'agendaItemSkipped',
  at: NOW,
  itemId: row(index),
});
export const restored = (index: number): EventOf<'agendaItemRestored'> => ({
  type: 'agendaItemRestored',
  at: NOW,
  itemId: row(index),
});
export const timeAdded = (index: number, by: number): EventOf<'agendaItemTimeAdded'> => ({
  type: 'agendaItemTimeAdded',
  at: NOW,
  itemId: row(index),
  byMs: by * MINUTE,
});
export const delayed = (by: number): EventOf<'delayAnnounced'> => ({
  type: 'delayAnnounced',
  at: NOW,
  delayMs: by * MINUTE,
});
export const delayRevoked: EventOf<'delayRevoked'> = { type: 'delayRevoked', at: NOW };
export const endDemanded = (at: number): EventOf<'endDemanded'> => ({
  type: 'endDemanded',
  at: NOW,
  endsBy: clock(at),
});

interface Span {
  readonly start: number;
  readonly end: number;
}
type Minutes = readonly [start: number, end: number];
const inMinutes = ({ start, end }: Span): Minutes => [minute(start), minute(end)];

/** Start and end of each row that has times, in minutes. */
export const plannedMinutes = (agenda: Agenda): readonly Minutes[] => plannedTimes(agenda).map(inMinutes);
export const announcedMinutes = (agenda: Agenda): readonly Minutes[] => announcedTimes(agenda).map(inMinutes);
export const expectedMinutes = (agenda: Agenda, now: number, needs?: SpeakingNeeds): readonly Minutes[] =>
  agendaTimes(agenda, clock(now), needs).map(({ expected }) => inMinutes(expected));
export const gapMinutes = (agenda: Agenda): readonly (number | null)[] =>
  plannedTimes(agenda).map(({ gapMs }) => (gapMs === null ? null : gapMs / MINUTE));

/** How late the day is, in minutes: absolute and relative. */
export function lateMinutes(agenda: Agenda, now: number): readonly [absolute: number, relative: number] | null {
  const late = offset(agenda, clock(now));
  return late === null ? null : [late.absoluteMs / MINUTE, late.relativeMs / MINUTE];
}
