import type { RollCall } from '../domain/attendance/roll-call.ts';
import { hasAnswered, nextInRoll, type Rolls, runningRoll } from '../domain/attendance/roll-order.ts';
import type { BridgeId } from '../domain/ids.ts';
import { programSource } from '../domain/onair/program.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Which bridge is called in a running roll call, and its place in the order. */
export interface CalledInRoll {
  readonly bridgeId: BridgeId;
  /** From 1. */
  readonly place: number;
  readonly of: number;
}

export function calledInRoll(state: Rolls): CalledInRoll | null {
  const roll = runningRoll(state);
  const bridgeId = roll?.current?.bridgeId;
  if (roll === null || bridgeId === undefined) return null;
  const place = roll.order.indexOf(bridgeId) + 1;
  return place === 0 ? null : { bridgeId, place, of: roll.order.length };
}

/** The bridge that is called, while it is the one that everybody sees; another picture may be taken in between. */
export function shownInRoll(state: ConferenceState): CalledInRoll | null {
  const called = calledInRoll(state);
  const source = programSource(state);
  return called !== null && source.kind === 'bridge' && source.bridgeId === called.bridgeId ? called : null;
}

/** Who has not answered, in the order of the roll; the one that is called now is asked and not left out. */
export const unansweredInRoll = (roll: RollCall): readonly BridgeId[] =>
  roll.order.filter((id) => !hasAnswered(roll, id));

/** Whom the pace calls: it goes through the order once, and never back by itself. */
export function nextByPace(roll: RollCall): BridgeId | null {
  const next = nextInRoll(roll);
  const current = roll.current?.bridgeId;
  if (next === null || current === undefined) return next;
  return roll.order.indexOf(next) > roll.order.indexOf(current) ? next : null;
}

/** The one before the present one in the order, answered or not: a press too many is taken back with it. */
export function previousInRoll(roll: RollCall): BridgeId | null {
  const current = roll.current?.bridgeId;
  const at = current === undefined ? 0 : roll.order.indexOf(current);
  return roll.order[at - 1] ?? null;
}

export interface RollFigures {
  readonly all: number;
  readonly answered: number;
  readonly heard: number;
  readonly silent: number;
  readonly missing: number;
  /** The people of the bridges that gave a number. */
  readonly present: number;
}

export function rollFigures({ order, answers }: RollCall): RollFigures {
  const entries = order.flatMap((id) => answers[id] ?? []);
  const of = (wanted: (typeof entries)[number]['answer']): number =>
    entries.filter(({ answer }) => answer === wanted).length;
  return {
    all: order.length,
    answered: entries.length,
    heard: of('heard'),
    silent: of('silent'),
    missing: of('missing'),
    present: entries.reduce((sum, { present }) => sum + (present ?? 0), 0),
  };
}

/** A call that comes by itself, and when. */
export interface PacedCall {
  readonly at: number;
  readonly expectedBridgeId: BridgeId | null;
  readonly bridgeId: BridgeId;
}

/** The first is called at once, each other when the one before has had its time; null: by hand alone, or nobody left. */
export function pacedCall(state: Rolls): PacedCall | null {
  const roll = runningRoll(state);
  if (roll === null || roll.holdMs === null) return null;
  const bridgeId = nextByPace(roll);
  if (bridgeId === null) return null;
  const { current, startedAt, holdMs } = roll;
  return current === null
    ? { at: startedAt, expectedBridgeId: null, bridgeId }
    : { at: current.since + holdMs, expectedBridgeId: current.bridgeId, bridgeId };
}
