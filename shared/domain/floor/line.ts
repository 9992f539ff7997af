import { liveItem } from '../agenda/agenda.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import type { SpeechId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import { queuedSpeeches, type Speech, speechOf } from './floor.ts';

/** Whether the entry may be called now: it stands on the list of the live item, or of the conference as a whole. */
export function isOfTheMoment({ agenda }: ConferenceState): (speech: Pick<Speech, 'itemId'>) => boolean {
  const live = liveItem(agenda);
  return ({ itemId }) => live === undefined || itemId === null || itemId === live.itemId;
}

/** Entries in line that may be called now, in speaking order. While no item is live, all of them. */
export const presentLine = (state: ConferenceState): readonly Speech[] =>
  queuedSpeeches(state.floor).filter(isOfTheMoment(state));

/** The first that `wanted` accepts, without reading the whole line. */
export function firstInLine(
  state: ConferenceState,
  wanted: (speech: Speech) => boolean = () => true,
): Speech | undefined {
  const ofTheMoment = isOfTheMoment(state);
  const speeches = (id: SpeechId): Speech | undefined => speechOf(state.floor, id);
  for (const id of state.floor.queue) {
    const speech = speeches(id);
    if (speech !== undefined && ofTheMoment(speech) && wanted(speech)) return speech;
  }
  return undefined;
}

export const isOnLine = ({ bridges }: ConferenceState, { bridgeId }: Pick<Speech, 'bridgeId'>): boolean =>
  bridgeOf(bridges, bridgeId)?.link.status === 'online';
