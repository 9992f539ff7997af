import { unreachable } from '../../base/assert.ts';
import { type Decided, emit, refuse, unconfirmed } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { lapsing, waitingOn } from '../floor/lapse.ts';
import { agendaItemIdSchema, cueIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { type PersonInput, withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import {
  type AgendaItem,
  type AgendaItemFacts,
  type AgendaPlan,
  deadlineOf,
  isTimed,
  itemOf,
  liveItem,
  MAX_ITEMS,
} from './agenda.ts';
import type { AgendaCommand } from './commands.ts';
import { decideDay } from './decide-day.ts';
import { isBeyondClocks, planFault } from './plan-fault.ts';
import { plannedTimes } from './planned.ts';
import { decideWinTime } from './win-time.ts';

type Of<T extends AgendaCommand['type']> = Extract<AgendaCommand, { type: T }>;
type OfOneItem = Extract<AgendaCommand, { itemId: unknown }>;

export function decideAgenda(state: ConferenceState, command: AgendaCommand, moment: Moment): Decided {
  switch (command.type) {
    case 'addAgendaItems':
      return decideAdd(state, command, moment);
    case 'announceDelay':
    case 'revokeDelay':
    case 'makeDelayPermanent':
    case 'demandEnd':
      return decideDay(state, command, moment.now);
    case 'winTime':
      return decideWinTime(state, command, moment.now);
    default:
      return decideOneItem(state, command, moment);
  }
}

function decideOneItem(state: ConferenceState, command: OfOneItem, moment: Moment): Decided {
  const item = itemOf(state.agenda, command.itemId);
  if (item === undefined) return refuse('item-unknown');
  const at = moment.now;
  const { itemId } = command;
  switch (command.type) {
    case 'correctAgendaItem':
      return decideCorrect(item, command, moment);
    case 'moveAgendaItem':
      return decideMove(state, command, at);
    case 'removeAgendaItem':
      return waitingOn(state, itemId).length > 0
        ? refuse('item-in-use')
        : ifWaiting(item, emit({ type: 'agendaItemRemoved', at, itemId }));
    case 'scriptCues':
      return decideScript(command, moment);
    case 'skipAgendaItem':
      return ifTimed(item, ifWaiting(item, endingList(state, command, at, { type: 'agendaItemSkipped', at, itemId })));
    case 'restoreAgendaItem':
      return item.progress.status === 'skipped'
        ? emit({ type: 'agendaItemRestored', at, itemId })
        : refuse('nothing-to-change');
    default:
      return ifTimed(item, decideRunning(state, item, command, at));
  }
}

type OfTheRunning = Extract<
  OfOneItem,
  {
    type: 'startAgendaItem' | 'finishAgendaItem' | 'pauseAgendaItem' | 'continueAgendaItem' | 'addAgendaItemTime';
  }
>;

function decideRunning(state: ConferenceState, item: AgendaItem, command: OfTheRunning, at: number): Decided {
  const { itemId } = item;
  const { progress } = item;
  switch (command.type) {
    case 'startAgendaItem':
      return decideStart(state, item, command, at);
    case 'finishAgendaItem':
      return progress.status === 'live'
        ? endingList(state, command, at, { type: 'agendaItemFinished', at, itemId })
        : refuse('item-not-live');
    case 'pauseAgendaItem':
      if (progress.status !== 'live') return refuse('item-not-live');
      return progress.run.held === null ? emit({ type: 'agendaItemPaused', at, itemId }) : refuse('nothing-to-change');
    case 'continueAgendaItem':
      if (progress.status !== 'live') return refuse('item-not-live');
      return progress.run.held === null
        ? refuse('nothing-to-change')
        : emit({ type: 'agendaItemContinued', at, itemId });
    case 'addAgendaItemTime':
      return progress.status === 'finished' || progress.status === 'skipped'
        ? refuse('item-over')
        : decideTime(state, item, command.byMs, at);
    default:
      return unreachable(command);
  }
}

/** No more is taken than the item has: what is given later must count. */
function decideTime({ agenda }: ConferenceState, { itemId, addedMs }: AgendaItem, wishedMs: number, at: number) {
  const times = plannedTimes(agenda).find(({ item }) => item.itemId === itemId);
  const leftMs = times === undefined ? 0 : Math.max(0, times.end - times.start + addedMs);
  const byMs = Math.max(wishedMs, -leftMs);
  return byMs === 0 ? refuse('nothing-to-change') : emit({ type: 'agendaItemTimeAdded', at, itemId, byMs });
}

const ifWaiting = ({ progress }: AgendaItem, decided: Decided): Decided =>
  progress.status === 'waiting' ? decided : refuse('item-not-waiting');

const ifTimed = (item: AgendaItem, decided: Decided): Decided => (isTimed(item) ? decided : refuse('item-untimed'));

function factsOf(
  itemId: AgendaItemFacts['itemId'],
  { plan, presenter }: { plan: AgendaPlan; presenter: PersonInput | null },
  { newId }: Moment,
): AgendaItemFacts {
  const nobody = presenter === null || plan.row !== 'item';
  return { itemId, plan, presenter: nobody ? null : withPersonId(presenter, personIdSchema.parse(newId())) };
}

function decideAdd({ agenda, attendance }: ConferenceState, command: Of<'addAgendaItems'>, moment: Moment): Decided {
  const { beforeItemId, items, file } = command;
  if (attendance.imports.some(({ importId }) => importId === file?.importId)) return refuse('import-applied');
  if (agenda.items.length + items.length > MAX_ITEMS) return refuse('too-many-items', { max: MAX_ITEMS });
  if (beforeItemId !== null && itemOf(agenda, beforeItemId) === undefined) return refuse('agenda-changed');
  for (const [index, { plan }] of items.entries()) {
    const fault = planFault(plan, moment.now);
    if (fault !== null) return refuse(fault, { row: index + 1, title: plan.title });
  }
  const at = moment.now;
  const added = items.map((one) => {
    const item = factsOf(agendaItemIdSchema.parse(moment.newId()), one, moment);
    return { type: 'agendaItemAdded', at, item, beforeItemId } as const;
  });
  if (file === undefined) return emit(...added);
  const itemIds = added.map(({ item }) => item.itemId);
  const counts = { list: 'agenda', added: itemIds.length, changed: 0 } as const;
  return emit(...added, { type: 'importApplied', at, ...file, ...counts, itemIds, bridgeIds: [], replaced: [] });
}

/** A row stays what it is: an item that has times does not become a note. */
function decideCorrect(item: AgendaItem, command: Of<'correctAgendaItem'>, moment: Moment): Decided {
  const { plan, itemId } = command;
  if (plan.row !== item.plan.row) return refuse('row-kind-fixed');
  if (isBeyondClocks(plan)) return refuse('malformed');
  const fault = item.progress.status === 'finished' ? null : planFault(plan, moment.now);
  if (fault !== null) return refuse(fault, { row: 1, title: plan.title });
  return emit({ type: 'agendaItemCorrected', at: moment.now, item: factsOf(itemId, command, moment) });
}

function decideMove({ agenda }: ConferenceState, { itemId, beforeItemId }: Of<'moveAgendaItem'>, at: number): Decided {
  if (itemId === beforeItemId) return refuse('nothing-to-change');
  if (beforeItemId !== null && itemOf(agenda, beforeItemId) === undefined) return refuse('agenda-changed');
  return emit({ type: 'agendaItemMoved', at, itemId, beforeItemId });
}

/** One command ends the running item and starts the next at the same instant: a programme has no hole between them. */
function decideStart(state: ConferenceState, item: AgendaItem, command: Of<'startAgendaItem'>, at: number): Decided {
  const running = liveItem(state.agenda);
  if ((running?.itemId ?? null) !== command.expectedLive) return refuse('agenda-changed');
  if (item.progress.status !== 'waiting') return refuse('item-not-waiting');
  if (endsBefore(item, at) && !command.accepting.includes('deadline-passed')) {
    return unconfirmed('deadline-passed', { title: item.plan.title });
  }
  const started = { type: 'agendaItemStarted', at, itemId: command.itemId } as const;
  if (running === undefined) return emit(started);
  const { accepting } = command;
  const finished = { type: 'agendaItemFinished', at, itemId: running.itemId } as const;
  return endingList(state, { itemId: running.itemId, accepting }, at, finished, started);
}

/** With the item goes its list: whoever still waits on it lapses, if that is wanted. */
function endingList(
  state: ConferenceState,
  { itemId, accepting }: Pick<Of<'finishAgendaItem'>, 'itemId' | 'accepting'>,
  at: number,
  ...then: readonly ConferenceEvent[]
): Decided {
  const lapsed = lapsing(state, itemId, at);
  return lapsed.length > 0 && !accepting.includes('speeches-lapse')
    ? unconfirmed('speeches-lapse', { count: lapsed.length })
    : emit(...lapsed, ...then);
}

function endsBefore(item: AgendaItem, at: number): boolean {
  const deadline = isTimed(item) ? deadlineOf(item) : null;
  return deadline !== null && deadline <= at;
}

function decideScript({ itemId, cues }: Of<'scriptCues'>, { now, newId }: Moment): Decided {
  const scripted = cues.map((cue) => ({ ...cue, cueId: cueIdSchema.parse(newId()) }));
  return emit({ type: 'cuesScripted', at: now, itemId, cues: scripted });
}
