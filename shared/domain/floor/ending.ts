import { bridgeOf } from '../bridges/bridge.ts';
import type { EventOf } from '../event.ts';
import type { BridgeId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import { type EndCause, type Speech, speechesOnFloor, speechOf } from './floor.ts';

type Pausing = EventOf<'speechPaused' | 'speechContinued'>;

/** A speech ends; if it was the question in between, the main speeches go on where they were held. */
export const ending = (
  state: ConferenceState,
  speech: Speech,
  cause: EndCause,
  at: number,
): readonly (EventOf<'speechEnded'> | Pausing)[] => [
  { type: 'speechEnded', at, speechId: speech.speechId, cause },
  ...leaving(state, speech, at),
];

/** What goes on when this speech leaves the floor. A hall whose line is gone stays held until it is back. */
export function leaving({ floor, bridges }: ConferenceState, speech: Speech, at: number): readonly Pausing[] {
  if (floor.interposed !== speech.speechId) return [];
  return floor.onFloor.flatMap((id) => {
    const main = speechOf(floor, id);
    if (main?.stage.status !== 'paused') return [];
    const { speechId, bridgeId } = main;
    const isLost = bridgeOf(bridges, bridgeId)?.link.status === 'lost';
    const cause = main.stage.run.held?.cause;
    if (cause === 'byHand' || (cause === 'lineLost' && isLost)) return [];
    const lost = { type: 'speechPaused', at, speechId, since: at, cause: 'lineLost' } as const;
    return [{ type: 'speechContinued', at, speechId } as const, ...(isLost ? [lost] : [])];
  });
}

/** The line of a bridge is gone, since an instant in the past: its clock stands still from then on. */
export const losingLine = (
  { floor }: ConferenceState,
  bridgeId: BridgeId,
  since: number,
  at: number,
): readonly EventOf<'speechPaused'>[] =>
  speechesOnFloor(floor)
    .filter((speech) => speech.bridgeId === bridgeId && speech.stage.status === 'speaking')
    .map(({ speechId }) => ({ type: 'speechPaused', at, speechId, since, cause: 'lineLost' }));

/** It is back: whoever was cut off speaks on, without a press, unless a question is in between. */
export const regainingLine = (
  { floor }: ConferenceState,
  bridgeId: BridgeId,
  at: number,
): readonly EventOf<'speechContinued'>[] =>
  speechesOnFloor(floor)
    .filter(({ speechId }) => floor.interposed === null || floor.interposed === speechId)
    .filter(
      (speech) =>
        speech.bridgeId === bridgeId && speech.stage.status === 'paused' && speech.stage.run.held?.cause === 'lineLost',
    )
    .map(({ speechId }) => ({ type: 'speechContinued', at, speechId }));
