import { unreachable } from '../../base/assert.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { type AgendaItemId, agendaItemIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { type PersonInput, withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { type AgendaItem, type AgendaItemFacts, type AgendaPlan, itemOf, liveItem, MAX_ITEMS } from './agenda.ts';
import type { AgendaCommand } from './commands.ts';

type Of<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>;

export function decideAgenda(state: ConferenceState, command: AgendaCommand, moment: Moment): Decided {
  if (command.type === 'addAgendaItem') return decideAdd(state, command, moment);
  const item = itemOf(state.agenda, command.itemId);
  if (item === undefined) return refuse('item-unknown');
  const at = moment.now;
  const { itemId } = command;
  switch (command.type) {
    case 'correctAgendaItem':
      return emit({ type: 'agendaItemCorrected', at, item: factsOf(itemId, command, moment) });
    case 'moveAgendaItem':
      return decideMove(state, command, at);
    case 'removeAgendaItem':
      return ifWaiting(item, emit({ type: 'agendaItemRemoved', at, itemId }));
    case 'startAgendaItem':
      return decideStart(state, command, at);
    case 'finishAgendaItem':
      return item.progress.status === 'live'
        ? emit({ type: 'agendaItemFinished', at, itemId })
        : refuse('item-not-live');
    case 'skipAgendaItem':
      return ifWaiting(item, emit({ type: 'agendaItemSkipped', at, itemId }));
    case 'restoreAgendaItem':
      return item.progress.status === 'skipped'
        ? emit({ type: 'agendaItemRestored', at, itemId })
        : refuse('nothing-to-change');
    default:
      return unreachable(command);
  }
}

const ifWaiting = ({ progress }: AgendaItem, decided: Decided): Decided =>
  progress.status === 'waiting' ? decided : refuse('item-not-waiting');

function factsOf(
  itemId: AgendaItemId,
  { plan, presenter }: { plan: AgendaPlan; presenter: PersonInput | null },
  { newId }: Moment,
): AgendaItemFacts {
  return {
    ...plan,
    itemId,
    presenter: presenter === null ? null : withPersonId(presenter, personIdSchema.parse(newId())),
  };
}

function decideAdd({ agenda }: ConferenceState, command: Of<'addAgendaItem'>, moment: Moment): Decided {
  const { beforeItemId } = command;
  if (agenda.items.length >= MAX_ITEMS) return refuse('too-many-items', { max: MAX_ITEMS });
  if (beforeItemId !== null && itemOf(agenda, beforeItemId) === undefined) return refuse('agenda-changed');
  const item = factsOf(agendaItemIdSchema.parse(moment.newId()), command, moment);
  return emit({ type: 'agendaItemAdded', at: moment.now, item, beforeItemId });
}

function decideMove({ agenda }: ConferenceState, { itemId, beforeItemId }: Of<'moveAgendaItem'>, at: number): Decided {
  if (itemId === beforeItemId) return refuse('nothing-to-change');
  if (beforeItemId !== null && itemOf(agenda, beforeItemId) === undefined) return refuse('agenda-changed');
  return emit({ type: 'agendaItemMoved', at, itemId, beforeItemId });
}

/** One command ends the running item and starts the next at the same instant: a programme has no hole between them. */
function decideStart({ agenda }: ConferenceState, command: Of<'startAgendaItem'>, at: number): Decided {
  const running = liveItem(agenda);
  if ((running?.itemId ?? null) !== command.expectedLive) return refuse('agenda-changed');
  const item = itemOf(agenda, command.itemId);
  if (item?.progress.status !== 'waiting') return refuse('item-not-waiting');
  const started = { type: 'agendaItemStarted', at, itemId: command.itemId } as const;
  return running === undefined
    ? emit(started)
    : emit({ type: 'agendaItemFinished', at, itemId: running.itemId }, started);
}
