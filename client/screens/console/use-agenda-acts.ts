import { type Agenda, type AgendaItem, liveItem } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { text } from '../../text/text.ts';
import { anchorFor, successorOf } from './move-one.ts';
import { useAct } from './use-act.ts';

const words = text.console.agenda;

export interface AgendaActs {
  /** Starts a waiting item (the live one ends with it), finishes the live one, takes a skipped one up again. */
  readonly advance: (agenda: Agenda, item: AgendaItem) => void;
  readonly skip: (item: AgendaItem) => void;
  readonly move: (agenda: Agenda, item: AgendaItem, way: 'up' | 'down') => void;
}

export function advanceCommand(agenda: Agenda, { itemId, progress }: AgendaItem): Command | null {
  switch (progress.status) {
    case 'waiting':
      return { type: 'startAgendaItem', itemId, expectedLive: liveItem(agenda)?.itemId ?? null };
    case 'live':
      return { type: 'finishAgendaItem', itemId };
    case 'skipped':
      return { type: 'restoreAgendaItem', itemId };
    case 'finished':
      return null;
  }
}

export function useAgendaActs(): AgendaActs {
  const act = useAct();
  return {
    advance: (agenda, item) => act(advanceCommand(agenda, item)),
    skip: ({ itemId, title, progress }) =>
      progress.status === 'skipped'
        ? act({ type: 'restoreAgendaItem', itemId })
        : act(
            { type: 'skipAgendaItem', itemId },
            { sentence: words.skipped(title), undo: { type: 'restoreAgendaItem', itemId } },
          ),
    move: ({ items }, { itemId, title }, way) => {
      const ids = items.map((item) => item.itemId);
      const beforeItemId = anchorFor(ids, itemId, way);
      if (beforeItemId === undefined) return;
      act(
        { type: 'moveAgendaItem', itemId, beforeItemId },
        {
          sentence: words.moved(title),
          undo: { type: 'moveAgendaItem', itemId, beforeItemId: successorOf(ids, itemId) },
        },
      );
    },
  };
}
