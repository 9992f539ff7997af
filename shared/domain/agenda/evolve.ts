import { unreachable } from '../../base/assert.ts';
import type { AgendaItemId } from '../ids.ts';
import { type Agenda, type AgendaItem, itemOf, type Progress } from './agenda.ts';
import type { AgendaEvent } from './events.ts';

export function evolveAgenda(agenda: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'agendaItemAdded':
      return insertedBefore(agenda.items, { ...event.item, progress: { status: 'waiting' } }, event.beforeItemId);
    case 'agendaItemCorrected':
      return amended(agenda, event.item.itemId, event.item);
    case 'agendaItemMoved':
      return onMoved(agenda, event.itemId, event.beforeItemId);
    case 'agendaItemRemoved':
      return { items: agenda.items.filter(({ itemId }) => itemId !== event.itemId) };
    case 'agendaItemStarted':
      return progressed(agenda, event.itemId, { status: 'live', startedAt: event.at });
    case 'agendaItemFinished':
      return onFinished(agenda, event.itemId, event.at);
    case 'agendaItemSkipped':
      return progressed(agenda, event.itemId, { status: 'skipped' });
    case 'agendaItemRestored':
      return progressed(agenda, event.itemId, { status: 'waiting' });
    default:
      return unreachable(event);
  }
}

/** null, or an anchor that is gone, stands for the end. */
function insertedBefore(items: readonly AgendaItem[], item: AgendaItem, anchor: AgendaItemId | null): Agenda {
  const at = items.findIndex(({ itemId }) => itemId === anchor);
  return { items: at === -1 ? [...items, item] : items.toSpliced(at, 0, item) };
}

function onMoved(agenda: Agenda, id: AgendaItemId, anchor: AgendaItemId | null): Agenda {
  const item = itemOf(agenda, id);
  if (item === undefined) return agenda;
  return insertedBefore(
    agenda.items.filter(({ itemId }) => itemId !== id),
    item,
    anchor,
  );
}

function onFinished(agenda: Agenda, id: AgendaItemId, finishedAt: number): Agenda {
  const progress = itemOf(agenda, id)?.progress;
  if (progress?.status !== 'live') return agenda;
  return progressed(agenda, id, { status: 'finished', startedAt: progress.startedAt, finishedAt });
}

const progressed = (agenda: Agenda, id: AgendaItemId, progress: Progress): Agenda => amended(agenda, id, { progress });

const amended = (agenda: Agenda, id: AgendaItemId, amendment: Partial<AgendaItem>): Agenda => ({
  items: agenda.items.map((item) => (item.itemId === id ? { ...item, ...amendment } : item)),
});
