import { unreachable } from '../../base/assert.ts';
import type { AgendaItemId } from '../ids.ts';
import { holdRun, type Run, releaseRun, startRun } from '../run.ts';
import {
  type Agenda,
  type AgendaItem,
  type AgendaItemFacts,
  isDeadline,
  isTimed,
  itemOf,
  type Progress,
  type Retiming,
} from './agenda.ts';
import type { AgendaEvent } from './events.ts';

export function evolveAgenda(agenda: Agenda, event: AgendaEvent): Agenda {
  switch (event.type) {
    case 'agendaItemAdded':
      return withItems(agenda, insertedBefore(agenda.items, newItem(event.item), event.beforeItemId));
    case 'agendaItemCorrected':
      return amended(agenda, event.item.itemId, () => event.item);
    case 'agendaItemMoved':
      return onMoved(agenda, event.itemId, event.beforeItemId);
    case 'agendaItemRemoved':
      return withItems(
        agenda,
        agenda.items.filter(({ itemId }) => itemId !== event.itemId),
      );
    case 'delayAnnounced':
      return { ...agenda, delayMs: event.delayMs };
    case 'delayRevoked':
      return { ...agenda, delayMs: 0 };
    case 'delayMadePermanent':
      return { ...event.items.reduce(retimed, agenda), delayMs: 0 };
    case 'endDemanded':
      return { ...agenda, endsBy: event.endsBy };
    case 'cuesScripted':
      return amended(agenda, event.itemId, () => ({ cues: event.cues }));
    case 'agendaItemTimeAdded':
      return amended(agenda, event.itemId, ({ addedMs }) => ({ addedMs: addedMs + event.byMs }));
    default:
      return progressed(agenda, event);
  }
}

type ProgressEvent = Extract<
  AgendaEvent,
  {
    type:
      | 'agendaItemStarted'
      | 'agendaItemFinished'
      | 'agendaItemPaused'
      | 'agendaItemContinued'
      | 'agendaItemSkipped'
      | 'agendaItemRestored';
  }
>;

function progressed(agenda: Agenda, event: ProgressEvent): Agenda {
  const after = amended(agenda, event.itemId, ({ progress }) => ({
    progress: progressAfter(progress, event, agenda.delayMs),
  }));
  return event.type === 'agendaItemStarted' && swallowsDelay(agenda, event.itemId) ? { ...after, delayMs: 0 } : after;
}

/** Behind a deadline the day is as it was planned: the delay that was announced before it is over. */
function swallowsDelay(agenda: Agenda, itemId: AgendaItemId): boolean {
  const item = itemOf(agenda, itemId);
  return item !== undefined && isTimed(item) && isDeadline(item.plan);
}

function progressAfter(progress: Progress, event: ProgressEvent, delayMs: number): Progress {
  const withRun = (change: (run: Run) => Run): Progress =>
    progress.status === 'live' ? { ...progress, run: change(progress.run) } : progress;
  switch (event.type) {
    case 'agendaItemStarted':
      return { status: 'live', run: startRun(event.at), delayMs };
    case 'agendaItemFinished':
      return progress.status === 'live'
        ? { ...progress, status: 'finished', run: releaseRun(progress.run, event.at), finishedAt: event.at }
        : progress;
    case 'agendaItemPaused':
      return withRun((run) => holdRun(run, event.at, 'byHand'));
    case 'agendaItemContinued':
      return withRun((run) => releaseRun(run, event.at));
    case 'agendaItemSkipped':
      return { status: 'skipped' };
    case 'agendaItemRestored':
      return { status: 'waiting' };
    default:
      return unreachable(event);
  }
}

const newItem = (facts: AgendaItemFacts): AgendaItem => ({
  ...facts,
  progress: { status: 'waiting' },
  addedMs: 0,
  cues: [],
});

const withItems = (agenda: Agenda, items: readonly AgendaItem[]): Agenda => ({ ...agenda, items });

/** null, or an anchor that is gone, stands for the end. */
function insertedBefore(
  items: readonly AgendaItem[],
  item: AgendaItem,
  anchor: AgendaItemId | null,
): readonly AgendaItem[] {
  const at = items.findIndex(({ itemId }) => itemId === anchor);
  return at === -1 ? [...items, item] : items.toSpliced(at, 0, item);
}

function onMoved(agenda: Agenda, id: AgendaItemId, anchor: AgendaItemId | null): Agenda {
  const item = itemOf(agenda, id);
  if (item === undefined) return agenda;
  const others = agenda.items.filter(({ itemId }) => itemId !== id);
  return withItems(agenda, insertedBefore(others, item, anchor));
}

const retimed = (agenda: Agenda, { itemId, ...timing }: Retiming): Agenda =>
  amended(agenda, itemId, (item) => (isTimed(item) ? { plan: { ...item.plan, ...timing } } : {}));

const amended = (agenda: Agenda, id: AgendaItemId, change: (item: AgendaItem) => Partial<AgendaItem>): Agenda =>
  withItems(
    agenda,
    agenda.items.map((item) => (item.itemId === id ? { ...item, ...change(item) } : item)),
  );
