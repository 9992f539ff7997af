import { entriesOf, getFrom } from '../base/persistent-map.ts';
import { type Bridge, isOnStage, isTestable } from '../domain/bridges/bridge.ts';
import type { BridgeId } from '../domain/ids.ts';
import {
  type BridgeLine,
  type CheckResult,
  type CheckSlot,
  LINE_FAULTS,
  type LineFault,
  type Lines,
  lineOf,
} from '../domain/lines/line.ts';
import type { HelpCall } from '../domain/messages/message.ts';
import type { ConferenceState } from '../domain/state.ts';
import type { Telemetry } from '../protocol/telemetry.ts';
import { bridgeOrder } from './bridge-order.ts';
import { type Weakness, weaknessesOf } from './line-figures.ts';

/** How a line stands, the worst first. `absent`: it never joined; `unstable`: it is there, and its figures are weak. */
export const LINE_STANDINGS = [
  'lost',
  'fault',
  'failed',
  'absent',
  'checking',
  'unchecked',
  'unstable',
  'remark',
  'ready',
  'excused',
] as const;
export type LineStanding = (typeof LINE_STANDINGS)[number];

export interface LineRow {
  readonly bridge: Bridge;
  readonly standing: LineStanding;
  /** Since when it stands so; null: nobody knows, or it does not matter. */
  readonly since: number | null;
  /** Found by measuring, the oldest first. */
  readonly faults: readonly LineFault[];
  readonly weaknesses: readonly Weakness[];
  /** The result that counts. */
  readonly result: CheckResult | null;
  readonly slot: CheckSlot | null;
  readonly help: HelpCall | null;
  /** A check is running. */
  readonly checking: boolean;
  /** It has pictures and sound of its own, and can be tested. */
  readonly hasMedia: boolean;
}

/** What a board reads of the state. */
export type Tended = Pick<ConferenceState, 'bridges' | 'lines' | 'messages' | 'attendance'>;

/** The last measurements of the halls that have media; null: nobody has listened long enough to say that one is silent. */
export type Measurements = ReadonlyMap<BridgeId, Telemetry | null> | null;

/** A line that came back so short a time ago may go again. */
export const UNSTABLE_MS = 3 * 60_000;

/** Every bridge, worst first. */
export function lineBoard(state: Tended, measured: Measurements, now: number): readonly LineRow[] {
  const slots = slotsOf(state.lines);
  const help = new Map(entriesOf(state.messages.help));
  const rows = bridgeOrder(state.bridges).all.map((bridge) => {
    const { bridgeId } = bridge;
    const extras = { slot: slots.get(bridgeId) ?? null, help: help.get(bridgeId) ?? null };
    return rowOf(state, { bridge, measured, now }, extras);
  });
  // In protocol order already, and the sort is stable.
  return rows.toSorted((a, b) => severity(a) - severity(b));
}

/** One bridge alone. */
export function lineRow(state: Tended, bridge: Bridge, measured: Measurements, now: number): LineRow {
  const extras = {
    slot: slotsOf(state.lines).get(bridge.bridgeId) ?? null,
    help: getFrom(state.messages.help, bridge.bridgeId) ?? null,
  };
  return rowOf(state, { bridge, measured, now }, extras);
}

interface Looked {
  readonly bridge: Bridge;
  readonly measured: Measurements;
  readonly now: number;
}

function rowOf(state: Tended, looked: Looked, extras: Pick<LineRow, 'slot' | 'help'>): LineRow {
  const { bridge, measured } = looked;
  const { bridgeId, link } = bridge;
  const line = lineOf(state.lines, bridgeId);
  const hasMedia = isOnStage(bridge);
  const told = hasMedia && link.status === 'online' && measured !== null;
  const weaknesses = told ? weaknessesOf(measured.get(bridgeId) ?? null) : [];
  // What was found before the line went is no news of it.
  const faults = LINE_FAULTS.filter((fault) => link.status !== 'lost' && line.faults[fault] !== undefined).toSorted(
    (a, b) => (line.faults[a] ?? 0) - (line.faults[b] ?? 0),
  );
  const standing = standingOf(state, looked, { line, weaknesses, isFaulty: faults.length > 0 });
  const [oldest] = faults;
  const since = standing === 'fault' && oldest !== undefined ? (line.faults[oldest] ?? null) : sinceOf(bridge);
  return {
    bridge,
    standing,
    since,
    faults,
    weaknesses,
    result: line.results.at(-1) ?? null,
    checking: line.check !== null,
    hasMedia,
    ...extras,
  };
}

const sinceOf = ({ link }: Bridge): number | null => (link.status === 'untried' ? null : link.since);

interface Signs {
  readonly line: BridgeLine;
  readonly weaknesses: readonly Weakness[];
  readonly isFaulty: boolean;
}

function standingOf(state: Tended, looked: Looked, signs: Signs): LineStanding {
  const { bridge } = looked;
  if (bridge.link.status === 'lost') return 'lost';
  if (signs.isFaulty) return 'fault';
  if (bridge.link.status === 'online') return onlineStanding(state, looked, signs);
  const excuse = getFrom(state.attendance.byBridge, bridge.bridgeId)?.excuse ?? null;
  return excuse === null ? 'absent' : 'excused';
}

/** What a test found goes before what the figures say; who only watches is not tested. */
function onlineStanding(state: Tended, looked: Looked, signs: Signs): LineStanding {
  if (!isOnStage(looked.bridge)) return 'ready';
  const tested = isTestable(state.bridges, looked.bridge) ? testedAs(signs.line) : null;
  if (tested !== null && tested !== 'remark') return tested;
  return signs.weaknesses.length > 0 || hasJustReturned(looked) ? 'unstable' : (tested ?? 'ready');
}

const hasJustReturned = ({ bridge: { losses, link }, now }: Looked): boolean =>
  losses > 0 && link.status === 'online' && now - link.since < UNSTABLE_MS;

/** null: nothing to say of its test. */
function testedAs({ check, results }: BridgeLine): 'failed' | 'checking' | 'unchecked' | 'remark' | null {
  if (check !== null) return 'checking';
  switch (results.at(-1)?.verdict) {
    case 'fail':
      return 'failed';
    case 'passWithRemark':
      return 'remark';
    case 'pass':
      return null;
    case undefined:
      return 'unchecked';
  }
}

const WELL: ReadonlySet<LineStanding> = new Set(['ready', 'excused']);

/**
 * Whatever is wrong with a hall that can go on air stands before whatever is wrong with one that only watches: two
 * thousand communes that have not come yet hide no province.
 */
function severity({ standing, hasMedia, help }: LineRow): number {
  // Somebody there has pressed the key, whatever is measured.
  if (help !== null) return -1;
  const rank = LINE_STANDINGS.indexOf(standing);
  if (WELL.has(standing)) return 2 * LINE_STANDINGS.length + 2 * rank + (hasMedia ? 0 : 1);
  return hasMedia ? rank : LINE_STANDINGS.length + rank;
}

/** When each bridge's turn to be tested begins. */
function slotsOf({ timetable }: Lines): ReadonlyMap<BridgeId, CheckSlot> {
  return new Map(
    timetable.flatMap(({ name, startsAt, minutesEach, bridgeIds }) =>
      bridgeIds.map((id, place) => [id, { group: name, startsAt: startsAt + place * minutesEach * 60_000 }] as const),
    ),
  );
}

export type StandingCounts = Readonly<Record<LineStanding, number>>;

export function standingCounts(rows: readonly LineRow[]): StandingCounts {
  const counts: Record<LineStanding, number> = {
    lost: 0,
    fault: 0,
    failed: 0,
    absent: 0,
    checking: 0,
    unchecked: 0,
    unstable: 0,
    remark: 0,
    ready: 0,
    excused: 0,
  };
  for (const { standing } of rows) counts[standing] += 1;
  return counts;
}

export interface BoardFilter {
  /** Those that stand so; null: all. */
  readonly standing: LineStanding | null;
  /** Halls with pictures and sound of their own, those that only watch, or both. */
  readonly kind: 'all' | 'media' | 'watching';
  readonly region: string | null;
  /** Those of whose names each typed word begins a word; null: nobody typed. */
  readonly named: ReadonlySet<BridgeId> | null;
}

export const filteredRows = (rows: readonly LineRow[], filter: BoardFilter): readonly LineRow[] =>
  rows.filter(
    (row) =>
      (filter.standing === null || row.standing === filter.standing) &&
      (filter.kind === 'all' || row.hasMedia === (filter.kind === 'media')) &&
      (filter.region === null || row.bridge.region === filter.region) &&
      (filter.named === null || filter.named.has(row.bridge.bridgeId)),
  );
