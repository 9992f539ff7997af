import { valuesOf } from '../../base/persistent-map.ts';
import type { EventOf } from '../event.ts';
import type { AgendaItemId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import { isWaiting, queuedSpeeches, type Speech } from './floor.ts';

/** Whoever waits on a list, those in line first and in their order. */
export function waitingOn({ floor }: ConferenceState, itemId: AgendaItemId | null): readonly Speech[] {
  const inLine = queuedSpeeches(floor);
  const before = [...valuesOf(floor.speeches)].filter((speech) => isWaiting(speech) && !inLine.includes(speech));
  return [...inLine, ...before].filter((speech) => speech.itemId === itemId);
}

/** What happens to those who wait for an item that ends: their turn does not come any more. */
export const lapsing = (state: ConferenceState, itemId: AgendaItemId, at: number): readonly EventOf<'speechLapsed'>[] =>
  waitingOn(state, itemId).map(({ speechId }) => ({ type: 'speechLapsed', at, speechId, cause: 'itemEnded' }));
