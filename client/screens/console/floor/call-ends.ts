import { seatsOf } from '../../../../shared/domain/floor/rules.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { callEffect } from '../../../../shared/views/chair-line.ts';
import { nextToCall } from '../../../../shared/views/queue.ts';
import { text } from '../../../text/text.ts';

const words = () => text.console.stage;

/** With one speaker a call plainly ends that one. With a question between, or several, it must be said whom. */
export function callEnds(state: ConferenceState, now: number): string | null {
  const { floor, conference } = state;
  const next = nextToCall(state)?.speech;
  const plain = floor.interposed === null && floor.onFloor.length < 2;
  if (conference.phase !== 'live' || next === undefined || plain) return null;
  const effect = callEffect(state, next, now);
  if (effect.kind !== 'ends') return null;
  // While a seat is left the call ends the question alone, and nothing is there to go back to.
  const full = floor.onFloor.length >= seatsOf(floor.rules);
  const heldBack = floor.interposed !== null && next.kind !== 'question' && full;
  return heldBack ? words().callEndsHeldBack(effect.bridge) : words().callEnds(effect.bridge);
}
