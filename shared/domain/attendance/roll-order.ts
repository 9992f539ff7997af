import { bridgeOf } from '../bridges/bridge.ts';
import type { BridgeId } from '../ids.ts';
import { phasesOf } from '../phases.ts';
import type { ConferenceState } from '../state.ts';
import type { RollCall } from './roll-call.ts';

export type Rolls = Pick<ConferenceState, 'attendance' | 'bridges' | 'conference'>;

/** The roll call of bridges as it runs, without those that were removed meanwhile; null while none runs. */
export function runningRoll({ attendance: { rollCall }, bridges, conference }: Rolls): RollCall | null {
  if (rollCall === null || rollCall.endedAt !== null) return null;
  // A conference that was closed in the middle of it calls nobody any more.
  if (!phasesOf({ type: 'endRollCall' }).includes(conference.phase)) return null;
  const order = rollCall.order.filter((id) => bridgeOf(bridges, id) !== undefined);
  return order.length === rollCall.order.length ? rollCall : { ...rollCall, order };
}

export const hasAnswered = ({ answers }: RollCall, bridgeId: BridgeId): boolean => answers[bridgeId] !== undefined;

/** Whom to call after the present one: those further down first, then those that were passed over. */
export function upcomingInRoll(roll: RollCall): readonly BridgeId[] {
  const current = roll.current?.bridgeId ?? null;
  const at = current === null ? -1 : roll.order.indexOf(current);
  const round = [...roll.order.slice(at + 1), ...roll.order.slice(0, at + 1)];
  return round.filter((id) => id !== current && !hasAnswered(roll, id));
}

export const nextInRoll = (roll: RollCall): BridgeId | null => upcomingInRoll(roll)[0] ?? null;
