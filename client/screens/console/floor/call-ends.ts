import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { callEnding } from '../../../../shared/views/chair-line.ts';
import { text } from '../../../text/text.ts';

const words = () => text.console.stage;

/** Said before the press: whom it ends, where that is not plain. */
export function callEnds(state: ConferenceState, now: number): string | null {
  const ending = callEnding(state, now);
  if (ending === null) return null;
  return ending.heldBack ? words().callEndsHeldBack(ending.bridge) : words().callEnds(ending.bridge);
}
