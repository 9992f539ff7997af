import { valuesOf } from '../base/persistent-map.ts';
import { type Agenda, type TimedItem, timedItems } from '../domain/agenda/agenda.ts';
import { hasFloor, type Speech } from '../domain/floor/floor.ts';
import type { AgendaItemId } from '../domain/ids.ts';
import { type Note, noteOf } from '../domain/records/minutes.ts';
import type { ConferenceState } from '../domain/state.ts';

export interface CourseSpeech {
  readonly speech: Speech;
  /** From 1, in the order in which all speeches were called; null: it was handed in and not held. */
  readonly number: number | null;
  readonly outcome: 'onFloor' | 'spoken' | 'unheard' | 'handedInWriting';
  /** When it began, or was called where nobody was heard; null: it was not held. */
  readonly from: number | null;
  /** null while it is not over. */
  readonly to: number | null;
}

/** An item of the programme as it came; `item` null: what was said before, between and after the items. */
export interface CoursePart {
  readonly item: TimedItem | null;
  readonly status: 'live' | 'finished' | 'waiting' | 'skipped';
  readonly from: number | null;
  readonly to: number | null;
  readonly speeches: readonly CourseSpeech[];
}

export type CourseSource = Pick<ConferenceState, 'agenda' | 'floor' | 'records'>;

/**
 * The conference as it happened: the items that began in the order in which they began, under each the speeches in
 * the order of their calls and then the papers that were handed in; behind them what is still to come.
 */
export function minutesCourse(state: CourseSource): readonly CoursePart[] {
  const items = [...begunItems(state.agenda), ...yetToCome(state)];
  const byItem = new Map<AgendaItemId | null, CourseSpeech[]>();
  for (const one of courseSpeeches(state)) {
    const itemId = itemOfSpeech(one.speech, items);
    byItem.set(itemId, [...(byItem.get(itemId) ?? []), one]);
  }
  const parts = items.map((item) => coursePart(item, byItem.get(item.itemId) ?? []));
  const outside = byItem.get(null) ?? [];
  return outside.length === 0 ? parts : [outsidePart(outside), ...parts];
}

/** The speech that is written on now: of those on the floor the one that was called last; null: nobody speaks. */
export function liveSpeech(course: readonly CoursePart[]): CourseSpeech | null {
  const onFloor = course.flatMap(({ speeches }) => speeches).filter(({ outcome }) => outcome === 'onFloor');
  return onFloor.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)).at(-1) ?? null;
}

/** How many speeches have been held, and of how many of them something is written. */
export function writtenCount({ records }: Pick<CourseSource, 'records'>, course: readonly CoursePart[]) {
  const held = course.flatMap(({ speeches }) => speeches).filter(({ outcome }) => outcome !== 'unheard');
  const noteOfSpeech = ({ speech: { speechId } }: CourseSpeech): Note | undefined =>
    noteOf(records.minutes, { kind: 'speech', speechId });
  return { held: held.length, written: held.filter((one) => noteOfSpeech(one) !== undefined).length };
}

const startOf = ({ progress }: TimedItem): number | null => ('run' in progress ? progress.run.startedAt : null);

const begunItems = (agenda: Agenda): readonly TimedItem[] =>
  timedItems(agenda)
    .filter((item) => startOf(item) !== null)
    .toSorted((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0));

/** A skipped item is no part of the course, unless somebody has written of it. */
const yetToCome = ({ agenda, records }: CourseSource): readonly TimedItem[] =>
  timedItems(agenda).filter(({ itemId, progress: { status } }) => {
    const isWritten = noteOf(records.minutes, { kind: 'item', itemId }) !== undefined;
    return status === 'waiting' || (status === 'skipped' && isWritten);
  });

function coursePart(item: TimedItem, speeches: readonly CourseSpeech[]): CoursePart {
  const { progress } = item;
  const to = progress.status === 'finished' ? progress.finishedAt : null;
  return { item, status: progress.status, from: startOf(item), to, speeches };
}

const outsidePart = (speeches: readonly CourseSpeech[]): CoursePart => ({
  item: null,
  status: 'finished',
  from: null,
  to: null,
  speeches,
});

/** As the papers have it: a speech belongs to the item on whose list it stands, if that began, else to the one that ran. */
function itemOfSpeech({ stage, itemId }: Speech, items: readonly TimedItem[]): AgendaItemId | null {
  const own = items.find((item) => item.itemId === itemId);
  if (!('calledAt' in stage) || (own !== undefined && startOf(own) !== null)) return own?.itemId ?? null;
  const { calledAt } = stage;
  const running = items.findLast((item) => {
    const over = item.progress.status === 'finished' ? item.progress.finishedAt : Number.POSITIVE_INFINITY;
    return (startOf(item) ?? Number.POSITIVE_INFINITY) <= calledAt && calledAt <= over;
  });
  return running?.itemId ?? null;
}

function courseSpeeches({ floor }: CourseSource): readonly CourseSpeech[] {
  const all = [...valuesOf(floor.speeches)];
  const calls = all.flatMap((speech) => ('calledAt' in speech.stage ? [{ speech, at: speech.stage.calledAt }] : []));
  const papers = all.flatMap((speech) =>
    speech.stage.status === 'handedInWriting' ? [{ speech, at: speech.stage.at }] : [],
  );
  const inOrder = (ones: typeof calls) => ones.toSorted((a, b) => a.at - b.at).map(({ speech }) => speech);
  return [
    ...inOrder(calls).map((speech, index) => calledSpeech(speech, index + 1)),
    ...inOrder(papers).map(
      (speech): CourseSpeech => ({ speech, number: null, outcome: 'handedInWriting', from: null, to: null }),
    ),
  ];
}

function calledSpeech(speech: Speech, number: number): CourseSpeech {
  const { stage } = speech;
  const run = 'run' in stage ? stage.run : null;
  const calledAt = 'calledAt' in stage ? stage.calledAt : null;
  const from = run?.startedAt ?? calledAt;
  if (hasFloor(speech)) return { speech, number, outcome: 'onFloor', from, to: null };
  const to = stage.status === 'spoken' ? stage.endedAt : null;
  return { speech, number, outcome: run === null ? 'unheard' : 'spoken', from, to };
}
