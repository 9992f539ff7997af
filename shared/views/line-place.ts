import { speechesOnFloor } from '../domain/floor/floor.ts';
import type { BridgeId } from '../domain/ids.ts';
import { openMicrophones } from '../domain/onair/microphones.ts';
import { armedShot, programShot } from '../domain/onair/program.ts';
import type { ConferenceState } from '../domain/state.ts';
import { type Turn, turns } from './queue.ts';
import { hallsIn, sceneOf } from './scene.ts';

/** How near a hall is to being seen and heard by all, the nearest first. */
export const LINE_PLACES = ['onAir', 'armed', 'next', 'second', 'inLine', 'elsewhere'] as const;
export type LinePlace = (typeof LINE_PLACES)[number];

export interface Placed {
  readonly place: LinePlace;
  /** When it is likely to speak; null: it stands in no line. */
  readonly turn: Turn | null;
}

const ELSEWHERE: Placed = { place: 'elsewhere', turn: null };
const OF_TURN = ['next', 'second'] as const satisfies readonly LinePlace[];
const WHOLE = { own: null, single: false } as const;

/** Where every hall stands that is on air, prepared or in line; the others stand nowhere. */
export function linePlaces(state: ConferenceState, now: number): ReadonlyMap<BridgeId, Placed> {
  const placed = new Map<BridgeId, Placed>();
  const own = new Map<BridgeId, Turn>();
  for (const turn of turns(state, now)) {
    const { bridgeId } = turn.speech;
    if (!own.has(bridgeId)) own.set(bridgeId, turn);
  }
  const put = (bridgeId: BridgeId, place: LinePlace) => {
    if (!placed.has(bridgeId)) placed.set(bridgeId, { place, turn: own.get(bridgeId) ?? null });
  };
  for (const bridgeId of onAir(state)) put(bridgeId, 'onAir');
  for (const bridgeId of hallsIn(sceneOf(state, armedShot(state), WHOLE))) put(bridgeId, 'armed');
  for (const [bridgeId, { ahead }] of own) put(bridgeId, OF_TURN[ahead] ?? 'inLine');
  return placed;
}

export const placeOf = (places: ReadonlyMap<BridgeId, Placed>, bridgeId: BridgeId): Placed =>
  places.get(bridgeId) ?? ELSEWHERE;

/** Seen, heard, or on the floor with the line gone. */
const onAir = (state: ConferenceState): readonly BridgeId[] => [
  ...hallsIn(sceneOf(state, programShot(state), WHOLE)),
  ...openMicrophones(state),
  ...(state.conference.phase === 'live' ? speechesOnFloor(state.floor).map(({ bridgeId }) => bridgeId) : []),
];
