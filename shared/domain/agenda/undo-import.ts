import { err, ok, type Result } from '../../base/result.ts';
import type { ConferenceEvent } from '../event.ts';
import { waitingOn } from '../floor/lapse.ts';
import type { AgendaItemId } from '../ids.ts';
import type { Rejection } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import { itemOf } from './agenda.ts';

/** The facts that take a file's rows out of the programme again; refused once one of them has begun or is waited for. */
export function undoAgenda(
  state: ConferenceState,
  itemIds: readonly AgendaItemId[],
  at: number,
): Result<ConferenceEvent[], Rejection> {
  const items = itemIds.flatMap((itemId) => itemOf(state.agenda, itemId) ?? []);
  if (items.some(({ progress }) => progress.status !== 'waiting')) return err({ code: 'item-not-waiting', params: {} });
  if (items.some(({ itemId }) => waitingOn(state, itemId).length > 0)) return err({ code: 'item-in-use', params: {} });
  return ok(items.map(({ itemId }) => ({ type: 'agendaItemRemoved', at, itemId })));
}
