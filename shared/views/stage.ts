import { bridgeOf } from '../domain/bridges/bridge.ts';
import { speechOnFloor } from '../domain/floor/floor.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { Source } from '../domain/onair/onair.ts';
import { armedSource, programSource } from '../domain/onair/program.ts';
import type { Person } from '../domain/person.ts';
import type { ConferenceState } from '../domain/state.ts';

export type Tally = 'onAir' | 'next' | 'watching';

const isBridge = (source: Source, bridgeId: BridgeId): boolean =>
  source.kind === 'bridge' && source.bridgeId === bridgeId;

/** What the band on a bridge's own screen says. */
export function tallyOf(state: ConferenceState, bridgeId: BridgeId): Tally {
  if (isBridge(programSource(state), bridgeId)) return 'onAir';
  return isBridge(armedSource(state), bridgeId) ? 'next' : 'watching';
}

export interface LowerThird {
  readonly bridge: string;
  /** Who speaks there; at the central bridge, when nobody has the floor, who chairs. */
  readonly person: Person | null;
}

/** The two lines under a picture: where it comes from and who is seen. The hold slide has none. */
export function lowerThird(state: ConferenceState, source: Source): LowerThird | null {
  if (source.kind !== 'bridge') return null;
  const bridge = bridgeOf(state.bridges, source.bridgeId);
  if (bridge === undefined) return null;
  const speech = speechOnFloor(state.floor);
  const speaker = speech?.bridgeId === source.bridgeId ? speech.speaker : null;
  return { bridge: bridge.name, person: speaker ?? bridge.chairs[0] ?? null };
}
