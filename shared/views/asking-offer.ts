import { isTimed, liveItem, takesSpeeches } from '../domain/agenda/agenda.ts';
import { askingRefusal } from '../domain/floor/asking.ts';
import { isOfTheMoment } from '../domain/floor/line.ts';
import { type SpeechKind, seatsOf } from '../domain/floor/rules.ts';
import type { AgendaItemId, BridgeId } from '../domain/ids.ts';
import type { PersonInput } from '../domain/person.ts';
import type { Rejection } from '../domain/rejection.ts';
import type { ConferenceState } from '../domain/state.ts';

/** A list on which a hall may ask to speak: that of an item, or (null) of the conference as a whole. */
export interface AskedList {
  readonly itemId: AgendaItemId | null;
  readonly title: string | null;
}

/** The list of the live item first, then that of the conference, then those of items to come that are for speaking. */
export function askedLists({ agenda }: ConferenceState): readonly AskedList[] {
  const list = ({ itemId, plan: { title } }: { itemId: AgendaItemId; plan: { title: string } }) => ({ itemId, title });
  const live = liveItem(agenda);
  const toCome = agenda.items
    .filter(isTimed)
    .filter(({ progress, plan }) => progress.status === 'waiting' && takesSpeeches(plan));
  const ofLive = live !== undefined && takesSpeeches(live.plan) ? [list(live)] : [];
  return [...ofLive, { itemId: null, title: null }, ...toCome.map(list)];
}

export interface Wish {
  readonly bridgeId: BridgeId;
  readonly kind: SpeechKind;
  readonly itemId: AgendaItemId | null;
  readonly category: string | null;
  readonly speaker: PersonInput | null;
}

/** Why a hall on the line cannot ask for this; null when it can. */
export const wishRefusal = (state: ConferenceState, wish: Wish, now: number): Rejection | null =>
  askingRefusal(state, { ...wish, byBridge: true, present: true, overridden: false }, now);

/** Why a hall can ask for nothing at all, in the words of the list that comes first; null while one of them takes it. */
export function doorClosed(state: ConferenceState, bridgeId: BridgeId, now: number): Rejection | null {
  const refusals = askedLists(state).map(({ itemId }) =>
    wishRefusal(state, { bridgeId, kind: 'opinion', itemId, category: null, speaker: null }, now),
  );
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

/**
 * What a request does at once. `asks`: the moderator answers; `enters`: it is in line by itself; `speaks`: a free seat
 * is taken; `takesOver`: whoever spoke longest gives way.
 */
export type AskingEffect = 'asks' | 'enters' | 'speaks' | 'takesOver';

export function askingEffect(state: ConferenceState, wish: Pick<Wish, 'kind' | 'itemId'>): AskingEffect {
  const { rules, onFloor, interposed } = state.floor;
  if (rules.mode !== 'open' && rules.mode !== 'override') return 'asks';
  // A question is put in between by the moderator, and while it is on nobody else begins.
  if (wish.kind === 'question' || interposed !== null) return 'enters';
  if (state.conference.phase !== 'live' || !isOfTheMoment(state)(wish)) return 'enters';
  if (onFloor.length < seatsOf(rules)) return 'speaks';
  return rules.mode === 'override' ? 'takesOver' : 'enters';
}
