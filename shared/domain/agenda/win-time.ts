import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { isWaiting, speechOf } from '../floor/floor.ts';
import { waitingOn } from '../floor/lapse.ts';
import type { AgendaItemId, SpeechId } from '../ids.ts';
import type { RejectionCode } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import { isTimed, itemOf } from './agenda.ts';
import type { AgendaCommand } from './commands.ts';

type WinTime = Extract<AgendaCommand, { type: 'winTime' }>;

export function decideWinTime(state: ConferenceState, command: WinTime, at: number): Decided {
  const refusal = refusalOf(state, command);
  if (refusal !== null) return refuse(refusal);
  const { handIn, shorten, items, skip } = command;
  const events: readonly ConferenceEvent[] = [
    ...handIn.map((speechId) => ({ type: 'speechHandedInWriting', at, speechId }) as const),
    ...shorten.map(({ speechId, byMs }) => {
      const allottedMs = Math.max(0, (speechOf(state.floor, speechId)?.allottedMs ?? 0) - byMs);
      return { type: 'speechAllotted', at, speechId, allottedMs } as const;
    }),
    ...skip.map((itemId) => ({ type: 'agendaItemSkipped', at, itemId }) as const),
    ...items.map(({ itemId, byMs }) => ({ type: 'agendaItemTimeAdded', at, itemId, byMs }) as const),
  ];
  return events.length === 0 ? refuse('nothing-to-change') : emit(...events);
}

function refusalOf(state: ConferenceState, { handIn, shorten, items, skip }: WinTime): RejectionCode | null {
  const speeches = [...handIn, ...shorten.map(({ speechId }) => speechId)];
  if (new Set(speeches).size < speeches.length || new Set(skip).size < skip.length) return 'nothing-to-change';
  if (!speeches.every((id) => stillWaits(state, id))) return 'queue-changed';
  if (!skip.every((id) => progressOf(state, id) === 'waiting' && waitingOn(state, id).length === 0)) {
    return 'agenda-changed';
  }
  if (!shorten.every(({ speechId, seenMs }) => speechOf(state.floor, speechId)?.allottedMs === seenMs)) {
    return 'queue-changed';
  }
  const isAsSeen = ({ itemId, seenMs }: WinTime['items'][number]): boolean =>
    ['waiting', 'live'].includes(progressOf(state, itemId) ?? '') && itemOf(state.agenda, itemId)?.addedMs === seenMs;
  return items.every(isAsSeen) ? null : 'agenda-changed';
}

function stillWaits({ floor }: ConferenceState, id: SpeechId): boolean {
  const speech = speechOf(floor, id);
  return speech !== undefined && isWaiting(speech);
}

function progressOf({ agenda }: ConferenceState, id: AgendaItemId) {
  const item = itemOf(agenda, id);
  return item === undefined || !isTimed(item) ? undefined : item.progress.status;
}
