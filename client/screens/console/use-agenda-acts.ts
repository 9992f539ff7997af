import { type Agenda, type AgendaItem, isTimed, liveItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { text } from '../../text/text.ts';
import { anchorFor, successorOf } from './move-one.ts';
import { useAct } from './use-act.ts';

const words = () => text.console.agenda;

export interface AgendaActs {
  /** Starts a waiting item (the live one ends with it), finishes the live one, takes a skipped one up again. */
  readonly advance: (agenda: Agenda, item: AgendaItem) => void;
  readonly pause: (item: AgendaItem) => void;
  readonly addTime: (item: AgendaItem, byMs: number) => void;
  readonly skip: (item: AgendaItem) => void;
  readonly move: (agenda: Agenda, item: AgendaItem, way: 'up' | 'down') => void;
}

export function advanceCommand(agenda: Agenda, item: AgendaItem): Command | null {
  const { itemId, progress } = item;
  if (!isTimed(item)) return null;
  switch (progress.status) {
    case 'waiting':
      return { type: 'startAgendaItem', itemId, expectedLive: liveItem(agenda)?.itemId ?? null, accepting: [] };
    case 'live':
      return { type: 'finishAgendaItem', itemId, accepting: [] };
    case 'skipped':
      return { type: 'restoreAgendaItem', itemId };
    case 'finished':
      return null;
  }
}

/** Stops the clock of the live item, or lets it run on. */
export function pauseCommand({ itemId, progress }: AgendaItem): Command | null {
  if (progress.status !== 'live') return null;
  return { type: progress.run.held === null ? 'pauseAgendaItem' : 'continueAgendaItem', itemId };
}

export function useAgendaActs(): AgendaActs {
  const act = useAct();
  return {
    advance: (agenda, item) => act(advanceCommand(agenda, item)),
    pause: (item) => act(pauseCommand(item)),
    addTime: ({ itemId }, byMs) => act({ type: 'addAgendaItemTime', itemId, byMs }),
    skip: ({ itemId, plan, progress }) =>
      progress.status === 'skipped'
        ? act({ type: 'restoreAgendaItem', itemId })
        : act(
            { type: 'skipAgendaItem', itemId, accepting: [] },
            { sentence: words().skipped(plan.title), undo: { type: 'restoreAgendaItem', itemId } },
          ),
    move: ({ items }, { itemId, plan }, way) => {
      const ids = items.map((item) => item.itemId);
      const beforeItemId = anchorFor(ids, itemId, way);
      if (beforeItemId === undefined) return;
      act(
        { type: 'moveAgendaItem', itemId, beforeItemId },
        {
          sentence: words().moved(plan.title),
          undo: { type: 'moveAgendaItem', itemId, beforeItemId: successorOf(ids, itemId) },
        },
      );
    },
  };
}
