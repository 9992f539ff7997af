import { nextInRoll, runningRoll } from '../attendance/roll-order.ts';
import { speechOnFloor } from '../floor/floor.ts';
import { firstInLine } from '../floor/line.ts';
import type { BridgeId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import type { Shot, Source } from './onair.ts';

const HOLD: Source = { kind: 'hold' };
const bridge = (bridgeId: BridgeId): Source => ({ kind: 'bridge', bridgeId });

/**
 * What everyone sees: the taken source, else who has the floor, else the central bridge; outside the session the slide,
 * and in a classified one nothing but the slide.
 */
export function programSource({ conference, bridges, floor, onair }: ConferenceState): Source {
  if (conference.classifiedSince !== null) return HOLD;
  if (onair.mode.kind === 'manual') return onair.mode.source;
  if (conference.phase !== 'live') return HOLD;
  const speech = speechOnFloor(floor);
  if (speech !== undefined) return bridge(speech.bridgeId);
  return bridges.centralId === null ? HOLD : bridge(bridges.centralId);
}

function nextOfRoll(state: ConferenceState): BridgeId | null {
  const roll = runningRoll(state);
  return roll === null ? null : nextInRoll(roll);
}

/** What screens prepare unseen: the source armed by hand, in a roll call the bridge to be called next, else the next in line, else what the floor falls back to. */
export function armedSource(state: ConferenceState): Source {
  const { bridges, onair } = state;
  if (onair.armed !== null) return onair.armed;
  const rolled = nextOfRoll(state);
  if (rolled !== null) return bridge(rolled);
  const next = firstInLine(state);
  if (next !== undefined) return bridge(next.bridgeId);
  return bridges.centralId === null ? HOLD : bridge(bridges.centralId);
}

export const programShot = (state: ConferenceState): Shot => ({
  source: programSource(state),
  frame: state.onair.frame,
});

export const armedShot = (state: ConferenceState): Shot => ({
  source: armedSource(state),
  frame: state.onair.armedFrame ?? state.onair.frame,
});
