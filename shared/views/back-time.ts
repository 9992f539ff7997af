import { SYSTEM } from '../domain/actor.ts';
import { deadlineOf, isDeadline, isTimed, liveItem, type TimedItem, takesSpeeches } from '../domain/agenda/agenda.ts';
import { NO_ROLLS } from '../domain/attendance/delegate.ts';
import type { CommandOf } from '../domain/command.ts';
import { decide } from '../domain/decide.ts';
import { evolve } from '../domain/evolve.ts';
import { queuedSpeeches, type Speech } from '../domain/floor/floor.ts';
import { presentLine } from '../domain/floor/line.ts';
import type { AgendaItemId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';
import { agendaTimes, type ItemTimes, lastOf, type SpeakingNeeds } from './agenda-clock.ts';
import { speakingNeeds } from './queue.ts';

const MINUTE = 60_000;
/** No command takes more from an item. */
const DAY = 24 * 60 * MINUTE;
/** No proposal leaves a speaker less. */
const LEAST_MS = 2 * MINUTE;
const MAX_PROPOSALS = 4;
/** Trying one out reads the whole day again: of 200 items only those that promise most are tried. */
const MAX_TRIED = 8;

/** What would win time, and how much: accepted by one press, which sends its one command. */
export interface Proposal {
  readonly kind: 'handInWriting' | 'shortenEach' | 'skipItem' | 'shortenItem';
  /** Speeches handed in or shortened; 1 for an item. */
  readonly count: number;
  /** Taken from each, in milliseconds. */
  readonly eachMs: number;
  /** How much earlier the day ends, in milliseconds: found by doing it on a copy. */
  readonly effectMs: number;
  /** Of the item that is skipped or shortened, else of the item under which the speeches stand. */
  readonly title: string;
  readonly command: CommandOf<'winTime'>;
}

export interface BackTime {
  readonly endsBy: number;
  /** When the day ends if nothing changes. */
  readonly expectedEnd: number;
  /** How much is missing; zero or less: the end holds. */
  readonly missingMs: number;
  /** Latest start of every item that waits, so that the end still holds. */
  readonly latestStarts: ReadonlyMap<AgendaItemId, number>;
  /** Those that are enough by themselves first. Empty when the end holds. */
  readonly proposals: readonly Proposal[];
}

/** Counts the day back from the end that must hold; null when none was demanded or nothing is left. */
export function backTime(state: ConferenceState, now: number): BackTime | null {
  const { endsBy } = state.agenda;
  const open = openTimes(state, now);
  const last = lastOf(open);
  if (endsBy === null || last === undefined) return null;
  const missingMs = last.expected.end - endsBy;
  return {
    endsBy,
    expectedEnd: last.expected.end,
    missingMs,
    latestStarts: latestStarts(open, endsBy),
    proposals: missingMs > 0 ? proposals(state, open, missingMs, now) : [],
  };
}

/** What is still to come, in the order in which it will: what was passed over waits for the end of the live item. */
function openTimes(state: ConferenceState, now: number): readonly ItemTimes[] {
  const times = agendaTimes(state.agenda, now, speakingNeeds(state, now));
  const inStatus = (wanted: 'live' | 'waiting') => times.filter(({ item }) => item.progress.status === wanted);
  return [...inStatus('live'), ...inStatus('waiting')];
}

/** Milliseconds that it still takes: a live one from now on. */
const restMs = ({ item, expected }: ItemTimes, now: number): number =>
  expected.end - (item.progress.status === 'live' ? now : expected.start);

/** A deadline item can always shrink to its end: what is before it may last until then. */
function latestStarts(open: readonly ItemTimes[], endsBy: number): ReadonlyMap<AgendaItemId, number> {
  const latest = new Map<AgendaItemId, number>();
  let end = endsBy;
  for (const { item, expected } of open.toReversed()) {
    const deadline = deadlineOf(item);
    const start = deadline === null ? end - (expected.end - expected.start) : Math.min(end, deadline);
    if (item.progress.status === 'waiting') latest.set(item.itemId, start);
    end = start;
  }
  return latest;
}

type Draft = Omit<Proposal, 'effectMs' | 'command'> & { readonly wins: Partial<Omit<Proposal['command'], 'type'>> };

function proposals(
  state: ConferenceState,
  open: readonly ItemTimes[],
  missingMs: number,
  now: number,
): readonly Proposal[] {
  const needs = speakingNeeds(state, now);
  const drafts = [
    ...speechDrafts(state, open, missingMs, now),
    ...open.flatMap((times) =>
      itemDrafts(times.item, restMs(times, now), missingMs, needs.get(times.item.itemId) ?? 0),
    ),
  ];
  const isEnough = ({ effectMs }: Proposal): boolean => effectMs >= missingMs;
  const promised = ({ count, eachMs }: Draft): number => Math.min(count * eachMs, missingMs);
  return drafts
    .toSorted((a, b) => promised(b) - promised(a))
    .slice(0, MAX_TRIED)
    .map((draft) => measured(state, draft, now))
    .filter(({ effectMs }) => effectMs > 0)
    .toSorted((a, b) => Number(isEnough(b)) - Number(isEnough(a)) || b.effectMs - a.effectMs)
    .slice(0, MAX_PROPOSALS);
}

/** The effect is what really happens: the command is carried out on a copy, and the day is read again. */
function measured(state: ConferenceState, { wins, ...draft }: Draft, now: number): Proposal {
  const command: Proposal['command'] = { type: 'winTime', handIn: [], shorten: [], items: [], skip: [], ...wins };
  const decided = decide(state, command, { now, newId: () => 'copy', position: 0, actor: SYSTEM }, NO_ROLLS);
  const after = decided.ok ? decided.value.events.reduce(evolve, state) : state;
  const endOf = (one: ConferenceState) => lastOf(openTimes(one, now))?.expected.end ?? now;
  return { ...draft, command, effectMs: endOf(state) - endOf(after) };
}

/** Fewer or shorter speeches under the live item that takes them, else under the next such item. */
function speechDrafts(
  state: ConferenceState,
  open: readonly ItemTimes[],
  missingMs: number,
  now: number,
): readonly Draft[] {
  const live = liveItem(state.agenda);
  const next = state.agenda.items
    .filter(isTimed)
    .find(({ progress, plan }) => progress.status === 'waiting' && takesSpeeches(plan));
  const item = live !== undefined && takesSpeeches(live.plan) ? live : next;
  const times = open.find((one) => one.item === item);
  if (item === undefined || times === undefined) return [];
  const speeches =
    item === live ? presentLine(state) : queuedSpeeches(state.floor).filter(({ itemId }) => itemId === item.itemId);
  const cut: Cut = (wonMs) => {
    const byMs = Math.min(0, restMs(times, now) - wonMs - planRestMs(state, item, now));
    return byMs < 0 && !isDeadline(item.plan)
      ? [{ itemId: item.itemId, seenMs: item.addedMs, byMs: Math.max(-DAY, byMs) }]
      : [];
  };
  return [...handingIn(item, speeches, missingMs, cut), ...shorteningEach(item, speeches, missingMs, cut)];
}

/** What must be taken from the item itself, so that winning this much on its speeches ends it as much earlier. */
type Cut = (wonMs: number) => Proposal['command']['items'];

/** How long the item still takes by its plan, whatever the halls that wait need. */
function planRestMs({ agenda }: ConferenceState, { itemId }: TimedItem, now: number): number {
  const times = agendaTimes(agenda, now).find(({ item }) => item.itemId === itemId);
  return times === undefined ? 0 : restMs(times, now);
}

/** From the end of the line: the last to come hands the paper in, and the item ends as much earlier. */
function handingIn({ plan }: TimedItem, speeches: readonly Speech[], missingMs: number, cut: Cut): readonly Draft[] {
  const handIn: Speech['speechId'][] = [];
  let won = 0;
  for (const { speechId, allottedMs } of speeches.toReversed()) {
    if (won >= missingMs) break;
    handIn.push(speechId);
    won += allottedMs;
  }
  if (won === 0) return [];
  const wins = { handIn, items: cut(won) };
  return [{ kind: 'handInWriting', count: handIn.length, eachMs: won / handIn.length, title: plan.title, wins }];
}

/** Whole minutes from each; everyone is left at least two. */
function shorteningEach(
  { plan }: TimedItem,
  speeches: readonly Speech[],
  missingMs: number,
  cut: Cut,
): readonly Draft[] {
  const longEnough = speeches.filter(({ allottedMs }) => allottedMs > LEAST_MS);
  const shortest = Math.min(...longEnough.map(({ allottedMs }) => allottedMs));
  const wanted = Math.ceil(missingMs / Math.max(1, longEnough.length) / MINUTE) * MINUTE;
  const byMs = Math.min(wanted, Math.floor((shortest - LEAST_MS) / MINUTE) * MINUTE);
  if (longEnough.length === 0 || byMs <= 0) return [];
  const wins = {
    shorten: longEnough.map(({ speechId, allottedMs }) => ({ speechId, seenMs: allottedMs, byMs })),
    items: cut(byMs * longEnough.length),
  };
  return [{ kind: 'shortenEach', count: longEnough.length, eachMs: byMs, title: plan.title, wins }];
}

/**
 * A recess may be left out; an item gives at most half of what is left of it, and nothing that halls still need. What
 * keeps its end (lunch, the hand-over to live television) is not touched.
 */
function itemDrafts(item: TimedItem, lengthMs: number, missingMs: number, needMs: number): readonly Draft[] {
  const { itemId, plan, progress } = item;
  const ofOne = { count: 1, title: plan.title };
  if (isDeadline(plan)) return [];
  if (plan.kind === 'recess') {
    if (progress.status !== 'waiting') return [];
    return [{ ...ofOne, kind: 'skipItem', eachMs: lengthMs, wins: { skip: [itemId] } }];
  }
  const spareMs = takesSpeeches(plan) ? lengthMs - needMs : lengthMs / 2;
  const byMs = Math.min(DAY, Math.ceil(missingMs / MINUTE) * MINUTE, Math.floor(spareMs / MINUTE) * MINUTE);
  if (byMs <= 0) return [];
  return [
    { ...ofOne, kind: 'shortenItem', eachMs: byMs, wins: { items: [{ itemId, seenMs: item.addedMs, byMs: -byMs }] } },
  ];
}

/**
 * Milliseconds that each waiting hall could have, if all are heard and the end holds (or, if none was demanded, the item
 * keeps its length); null: nobody waits.
 */
export function fairTime(
  state: ConferenceState,
  now: number,
): { readonly waiting: number; readonly eachMs: number } | null {
  const live = liveItem(state.agenda);
  if (live === undefined || !takesSpeeches(live.plan)) return null;
  const waiting = presentLine(state).length;
  if (waiting === 0) return null;
  const others: SpeakingNeeds = new Map([...speakingNeeds(state, now)].filter(([itemId]) => itemId !== live.itemId));
  const times = agendaTimes(state.agenda, now, others);
  const own = times.find(({ item }) => item.itemId === live.itemId);
  const { endsBy } = state.agenda;
  const after = times.filter(({ item }) => item.progress.status === 'waiting');
  const afterMs = after.reduce((sum, { expected }) => sum + expected.end - expected.start, 0);
  const until = endsBy === null ? (own?.expected.end ?? now) : endsBy - afterMs;
  const spoken = speakingNeeds({ ...state, floor: { ...state.floor, queue: [] } }, now).get(live.itemId) ?? 0;
  return { waiting, eachMs: Math.max(0, (until - now - spoken) / waiting) };
}
