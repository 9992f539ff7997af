import { foldForSearch } from '../../base/vietnamese.ts';
import { itemOf } from '../agenda/agenda.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import type { AgendaItemId, BridgeId } from '../ids.ts';
import type { PersonInput } from '../person.ts';
import type { Rejection, RejectionCode } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import { isListOpen, MAX_RECENT_OF_BRIDGE, MAX_WAITING, MAX_WAITING_OF_BRIDGE, recentOf, waitingOf } from './floor.ts';
import type { SpeechKind } from './rules.ts';

export interface Asking {
  readonly bridgeId: BridgeId;
  readonly kind: SpeechKind;
  readonly itemId: AgendaItemId | null;
  readonly category: string | null;
  /** null: not known yet (the button before the form). */
  readonly speaker: PersonInput | null;
  /** A bridge asks for itself; else the moderator's side enters it. */
  readonly byBridge: boolean;
  /** Whether the bridge is on the line. */
  readonly present: boolean;
  /** The secretariat lets a closed list and an empty chair pass. */
  readonly overridden: boolean;
}

type Refusal = Rejection | null;
const no = (code: RejectionCode, params: Rejection['params'] = {}): Rejection => ({ code, params });

/** Why this entry cannot be made, null when it can: the one rule for the decision and for the sentence at the button. */
export const askingRefusal = (state: ConferenceState, asking: Asking, now: number): Refusal =>
  subjectFault(state, asking) ?? doorRefusal(state, asking, now) ?? crowdRefusal(state, asking, now);

/** What it is about does not exist. */
function subjectFault(
  { bridges, agenda, floor }: ConferenceState,
  { bridgeId, itemId, kind, category }: Asking,
): Refusal {
  if (bridgeOf(bridges, bridgeId) === undefined) return no('bridge-unknown');
  if (itemId !== null && itemOf(agenda, itemId)?.plan.row !== 'item') return no('item-unknown');
  const isKnown = category === null || (kind === 'procedural' && floor.rules.categories.includes(category));
  return isKnown ? null : no('category-unknown');
}

/** The door is shut: by the mode, by the list, or because the hall is not there. */
function doorRefusal(state: ConferenceState, asking: Asking, now: number): Refusal {
  const { mode, presentOnly } = state.floor.rules;
  if (asking.byBridge && mode === 'operatorOnly') return no('asking-not-offered');
  if (asking.overridden) return null;
  if (!takesEntries(state, asking.itemId, now)) return no('list-closed');
  return presentOnly && !asking.present ? no('bridge-absent') : null;
}

/** Others, or the same speaker, wait already. */
function crowdRefusal(state: ConferenceState, asking: Asking, now: number): Refusal {
  const { floor } = state;
  if (isWaitingAlready(state, asking)) return no('already-waiting');
  if (waitingOf(floor, asking.bridgeId).length >= MAX_WAITING_OF_BRIDGE) {
    return no('too-many-waiting', { max: MAX_WAITING_OF_BRIDGE });
  }
  // Every entry stays on record: whoever makes them without end would fill the memory of every screen.
  if (asking.byBridge && recentOf(floor, asking.bridgeId, now).length >= MAX_RECENT_OF_BRIDGE) {
    return no('too-many-commands');
  }
  return floor.queue.length >= MAX_WAITING ? no('queue-full', { max: MAX_WAITING }) : null;
}

const takesEntries = (state: ConferenceState, itemId: AgendaItemId | null, now: number): boolean =>
  !isItemOver(state, { itemId }) && isListOpen(state.floor, itemId, now);

/** Nobody is called under an item that is finished or left out. */
export function isItemOver({ agenda }: ConferenceState, { itemId }: Pick<Asking, 'itemId'>): boolean {
  const status = itemId === null ? undefined : itemOf(agenda, itemId)?.progress.status;
  return status === 'finished' || status === 'skipped';
}

/** One waiting entry per speaker and kind. */
export const isWaitingAlready = (
  { floor }: ConferenceState,
  { bridgeId, kind, speaker }: Pick<Asking, 'bridgeId' | 'kind' | 'speaker'>,
): boolean =>
  speaker !== null &&
  waitingOf(floor, bridgeId).some((speech) => speech.kind === kind && sameSpeaker(speech.speaker, speaker));

/** The same person by name, without a name by title; accents and case do not make two of one. */
const sameSpeaker = (a: PersonInput, b: PersonInput): boolean => identity(a) === identity(b);

const identity = ({ fullName, positions }: PersonInput): string => foldForSearch(fullName ?? positions.join(' · '));
