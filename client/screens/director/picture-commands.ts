import type { Command } from '../../../shared/domain/command.ts';
import { type Frame, type Source, sameSource } from '../../../shared/domain/onair/onair.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { hallToFrame } from '../../../shared/views/multiview.ts';

/** What the presses of the director send, read from the state that the screen shows at the press. */

/** A layout that was chosen for the picture before goes over to the next one. */
export function armCommand({ onair }: ConferenceState, source: Source): Command {
  const frame = onair.armed === null ? null : onair.armedFrame;
  return { type: 'armSource', source, ...(frame === null ? {} : { frame }) };
}

/** Straight onto program. null: it is there already. */
export function cutCommand(state: ConferenceState, source: Source): Command | null {
  const expectedProgram = programSource(state);
  return sameSource(expectedProgram, source) ? null : { type: 'takeSource', source, expectedProgram };
}

/**
 * What was armed by hand goes on air; null: nothing was. The hall that has the floor needs no more than its new layout:
 * taken by hand it would stay when the floor goes on.
 */
export function takeCommand(state: ConferenceState): Command | null {
  const { armed, armedFrame, frame, mode } = state.onair;
  if (armed === null) return null;
  const expectedProgram = programSource(state);
  if (mode.kind === 'followFloor' && sameSource(armed, expectedProgram)) {
    const isNew = armedFrame !== null && armedFrame !== frame;
    return isNew ? { type: 'frameProgram', frame: armedFrame } : { type: 'disarmSource' };
  }
  return { type: 'takeSource', source: armed, expectedProgram, ...(armedFrame === null ? {} : { frame: armedFrame }) };
}

/** The layout in the preview, of the hall that it is for. null: there is no hall. */
export function armFrameCommand(state: ConferenceState, frame: Frame): Command | null {
  const bridgeId = hallToFrame(state);
  return bridgeId === null ? null : { type: 'armSource', source: { kind: 'bridge', bridgeId }, frame };
}

/** Straight onto program. null: it stands so. */
export const cutFrameCommand = ({ onair }: ConferenceState, frame: Frame): Command | null =>
  onair.frame === frame ? null : { type: 'frameProgram', frame };

const MINUTE_MS = 60_000;

/** A break ends at a full minute, as it is announced in the hall. 0: open. */
export const breakOf = (now: number, minutes: number): Extract<Source, { kind: 'break' }> => ({
  kind: 'break',
  until: minutes === 0 ? null : Math.ceil((now + minutes * MINUTE_MS) / MINUTE_MS) * MINUTE_MS,
});
