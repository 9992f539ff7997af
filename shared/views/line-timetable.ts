import { type Bridge, type Bridges, isTestable } from '../domain/bridges/bridge.ts';
import type { BridgeId } from '../domain/ids.ts';
import { type CheckGroup, type Lines, lineOf, MAX_CHECK_GROUPS } from '../domain/lines/line.ts';
import { bridgeOrder } from './bridge-order.ts';

export type GroupDraft = Omit<CheckGroup, 'groupId'>;

export interface TimetableWish {
  /** One after the other in protocol order, or region by region. */
  readonly by: 'order' | 'region';
  readonly startsAt: number;
  /** Bridges in a group at most. */
  readonly size: number;
  readonly minutesEach: number;
  /** Between one group and the next. */
  readonly pauseMinutes: number;
  /** The name of the n-th group, of a region or of none. */
  readonly nameOf: (place: number, region: string | null) => string;
}

const MINUTE_MS = 60_000;

/** The halls that can be tested: with pictures and sound of their own, and not the centre itself. */
export const testable = (bridges: Bridges): readonly Bridge[] =>
  bridgeOrder(bridges).top.filter((bridge) => isTestable(bridges, bridge));

/** Groups that follow one another, so that one technician at the centre can take them all. */
export function filledTimetable(bridges: Bridges, wish: TimetableWish): readonly GroupDraft[] {
  const { by, size, minutesEach, pauseMinutes, nameOf } = wish;
  const halls = testable(bridges);
  const parts = by === 'region' ? byRegion(halls) : [{ region: null, halls }];
  const groups = parts.flatMap(({ region, halls: own }) => chunks(own, size).map((chunk) => ({ region, chunk })));
  let startsAt = wish.startsAt;
  return groups.slice(0, MAX_CHECK_GROUPS).map(({ region, chunk }, place) => {
    const group = {
      name: nameOf(place + 1, region),
      startsAt,
      minutesEach,
      bridgeIds: chunk.map(({ bridgeId }) => bridgeId),
    };
    startsAt += (chunk.length * minutesEach + pauseMinutes) * MINUTE_MS;
    return group;
  });
}

/** In the order in which the regions first come; those of none together. */
function byRegion(halls: readonly Bridge[]) {
  const parts = new Map<string | null, Bridge[]>();
  for (const hall of halls) {
    const own = parts.get(hall.region);
    if (own === undefined) parts.set(hall.region, [hall]);
    else own.push(hall);
  }
  return [...parts].map(([region, own]) => ({ region, halls: own }));
}

const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

export const groupEndsAt = ({ startsAt, minutesEach, bridgeIds }: GroupDraft): number =>
  startsAt + bridgeIds.length * minutesEach * MINUTE_MS;

/** The bridge at the end of the named group, or in none (null). */
export function movedTo(groups: readonly GroupDraft[], bridgeId: BridgeId, to: number | null): readonly GroupDraft[] {
  return groups.map((group, place) => {
    const others = group.bridgeIds.filter((id) => id !== bridgeId);
    if (place === to) return { ...group, bridgeIds: [...others, bridgeId] };
    return others.length === group.bridgeIds.length ? group : { ...group, bridgeIds: others };
  });
}

/** Halls that stand in no group. */
export function unplaced(bridges: Bridges, groups: readonly GroupDraft[]): readonly Bridge[] {
  const placed = new Set(groups.flatMap(({ bridgeIds }) => bridgeIds));
  return testable(bridges).filter(({ bridgeId }) => !placed.has(bridgeId));
}

/** Groups that begin before one that stands earlier in the list is over, by place. */
export function overlapping(groups: readonly GroupDraft[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [place, group] of groups.entries()) {
    const clashes = groups.slice(0, place).some((one) => overlap(one, group));
    if (clashes) found.add(place);
  }
  return found;
}

const overlap = (a: GroupDraft, b: GroupDraft): boolean =>
  a.bridgeIds.length > 0 && b.bridgeIds.length > 0 && a.startsAt < groupEndsAt(b) && b.startsAt < groupEndsAt(a);

export interface DueTest {
  readonly bridgeId: BridgeId;
  readonly group: string;
  readonly startsAt: number;
}

/** Whoever stands in the timetable and has not passed, in the order of the turns: the overdue come first by themselves. */
export function dueTests(lines: Lines): readonly DueTest[] {
  return lines.timetable
    .flatMap(({ name, startsAt, minutesEach, bridgeIds }) =>
      bridgeIds.map((bridgeId, place) => ({
        bridgeId,
        group: name,
        startsAt: startsAt + place * minutesEach * MINUTE_MS,
      })),
    )
    .filter(({ bridgeId }) => {
      const { check, results } = lineOf(lines, bridgeId);
      return check === null && [undefined, 'fail'].includes(results.at(-1)?.verdict);
    })
    .toSorted((a, b) => a.startsAt - b.startsAt);
}
