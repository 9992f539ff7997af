import { valuesOf } from '../../shared/base/persistent-map.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { AgendaItemId, BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { bridgeId, HOLD, itemId, speechId } from './builders.ts';
import type { Try } from './random.ts';

export const UNKNOWN = 'unknown';

/** Mostly one that is there; now and then one that is not. */
export const pickFrom = <T>(there: readonly T[], pick: number, unknown: T): T =>
  pick % 23 === 0 ? unknown : (there[pick % Math.max(1, there.length)] ?? unknown);

export const oneOf = <T>(list: readonly [T, ...T[]] | readonly T[], pick: number): T => {
  const one = list[pick % list.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** What there is to choose from in this conference. */
export interface Choice {
  readonly state: ConferenceState;
  readonly picks: Try['picks'];
  readonly bridge: (pick: number) => BridgeId;
  readonly speech: (pick: number) => SpeechId;
  readonly item: (pick: number) => AgendaItemId;
  readonly source: (pick: number) => Source;
}

export function choiceIn(state: ConferenceState, picks: Try['picks']): Choice {
  const bridges = () => bridgesInOrder(state.bridges).map((bridge) => bridge.bridgeId);
  const speeches = () => [...valuesOf(state.floor.speeches)].map((speech) => speech.speechId);
  const items = () => state.agenda.items.map((item) => item.itemId);
  const bridge = (pick: number) => pickFrom(bridges(), pick, bridgeId(UNKNOWN));
  return {
    state,
    picks,
    bridge,
    speech: (pick) => pickFrom(speeches(), pick, speechId(UNKNOWN)),
    item: (pick) => pickFrom(items(), pick, itemId(UNKNOWN)),
    source: (pick) => (pick % 4 === 0 ? HOLD : { kind: 'bridge', bridgeId: bridge(pick) }),
  };
}
