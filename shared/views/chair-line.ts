import { bridgeOf } from '../domain/bridges/bridge.ts';
import { longestFirst, type Speech, speechOf } from '../domain/floor/floor.ts';
import { seatsOf } from '../domain/floor/rules.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';
import { nextToCall, type Turn, turns } from './queue.ts';

export interface ChairLine {
  /** The next two; whoever "next" would call is always one of them. */
  readonly cards: readonly Turn[];
  readonly more: number;
  /** Whom "next" calls: the first whose bridge is on the line. */
  readonly next: Speech | null;
}

const CARDS = 2;

export function chairLine(state: ConferenceState, now: number): ChairLine {
  const line = turns(state, now);
  const next = nextToCall(state)?.speech ?? null;
  const at = line.findIndex(({ speech }) => speech.speechId === next?.speechId);
  const cards = at < CARDS ? line.slice(0, CARDS) : [...line.slice(0, CARDS - 1), ...line.slice(at, at + 1)];
  return { cards, more: line.length - cards.length, next };
}

/** What a call does to whoever has the floor. */
export type CallEffect =
  | { readonly kind: 'begins' }
  /** They are held, and go on after the question. */
  | { readonly kind: 'interposes'; readonly bridge: string }
  | { readonly kind: 'ends'; readonly bridge: string };

export function callEffect(state: ConferenceState, { kind }: Speech, now: number): CallEffect {
  const { floor } = state;
  const question = floor.interposed === null ? undefined : speechOf(floor, floor.interposed);
  const mains = longestFirst(floor, now);
  if (kind === 'question' && mains.length > 0) {
    const [held] = question === undefined ? mains : [];
    return held === undefined ? ends(state, question) : { kind: 'interposes', bridge: nameOf(state, held.bridgeId) };
  }
  const [leaving] = mains.slice(0, Math.max(0, mains.length + 1 - seatsOf(floor.rules)));
  return ends(state, leaving ?? question);
}

const ends = (state: ConferenceState, speech: Speech | undefined): CallEffect =>
  speech === undefined ? { kind: 'begins' } : { kind: 'ends', bridge: nameOf(state, speech.bridgeId) };

const nameOf = ({ bridges }: ConferenceState, id: BridgeId): string => bridgeOf(bridges, id)?.shortName ?? '';

/** Whom a call would end, where that is not plain: with one speaker and no question between, it ends that one. */
export interface CallEnding {
  readonly bridge: string;
  /** It is held back for a question, and could be gone back to instead. */
  readonly heldBack: boolean;
}

export function callEnding(state: ConferenceState, now: number): CallEnding | null {
  const { floor, conference } = state;
  const next = nextToCall(state)?.speech;
  const plain = floor.interposed === null && floor.onFloor.length < 2;
  if (conference.phase !== 'live' || next === undefined || plain) return null;
  const effect = callEffect(state, next, now);
  if (effect.kind !== 'ends') return null;
  // While a seat is left the call ends the question alone, and nothing is there to go back to.
  const full = floor.onFloor.length >= seatsOf(floor.rules);
  return { bridge: effect.bridge, heldBack: floor.interposed !== null && next.kind !== 'question' && full };
}
