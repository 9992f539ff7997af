import { unreachable } from '../../base/assert.ts';
import { liveItem } from '../agenda/agenda.ts';
import { openBallots } from '../ballots/ballot.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { speechesOnFloor } from '../floor/floor.ts';
import { lapsing } from '../floor/lapse.ts';
import { abandoningChecks } from '../lines/ending.ts';
import { cuttingCalls } from '../messages/ending.ts';
import type { Moment } from '../moment.ts';
import { clipAt } from '../onair/document-on-desk.ts';
import { endingRecording } from '../recording/decide.ts';
import type { ConferenceState } from '../state.ts';
import type { ConferenceCommand } from './commands.ts';
import { MAX_REHEARSALS } from './conference.ts';

type Of<T extends ConferenceCommand['type']> = Extract<ConferenceCommand, { type: T }>;

/** Which phase a command needs stands in phases.ts; here is only what else must be true. */
export function decideConference(state: ConferenceState, command: ConferenceCommand, { now: at }: Moment): Decided {
  switch (command.type) {
    case 'createConference':
      return emit({ type: 'conferenceCreated', at, details: command.details });
    case 'correctConferenceDetails':
      return emit({ type: 'conferenceDetailsCorrected', at, details: command.details });
    case 'startPreparation':
      return emit({ type: 'preparationStarted', at });
    case 'openConference':
      return state.bridges.centralId === null
        ? refuse('central-bridge-missing')
        : emit({ type: 'conferenceOpened', at });
    case 'adjournConference':
      return withFreeFloor(state, emit({ type: 'conferenceAdjourned', at }, ...holdingItem(state, at)));
    case 'resumeConference':
      return emit({ type: 'conferenceResumed', at }, ...releasingItem(state, at));
    case 'closeConference':
      return openBallots(state.ballots).length > 0
        ? refuse('ballot-open')
        : withFreeFloor(state, decideClose(state, at));
    case 'archiveConference':
      return emit({ type: 'conferenceArchived', at });
    case 'createRehearsal':
      // Its journal is on its own clock from the first line.
      return emit(...rehearsalOf(command, at + command.rehearsalOf.clockOffsetMs));
    case 'createSuccessor':
      return emit(...successorOf(command, at));
    case 'recordRehearsal':
      return decideRehearsal(state, command, at);
    case 'recordTakeover':
      return emit({ type: 'seatTakenOver', at, seat: command.seat });
    case 'beginClassified':
      return state.conference.classifiedSince === null
        ? emit({ type: 'classifiedSessionBegan', at }, ...closingLines(state, 'classified', at))
        : refuse('nothing-to-change');
    case 'endClassified':
      return state.conference.classifiedSince === null
        ? refuse('nothing-to-change')
        : emit({ type: 'classifiedSessionEnded', at });
    default:
      return unreachable(command);
  }
}

/** The item that is live ends with the conference: the record has no open end. */
function decideClose(state: ConferenceState, at: number): Decided {
  const live = liveItem(state.agenda);
  const closed = [...closingLines(state, 'closed', at), { type: 'conferenceClosed', at } as const];
  if (live === undefined) return emit(...closed);
  const { itemId } = live;
  return emit(...lapsing(state, itemId, at), { type: 'agendaItemFinished', at, itemId }, ...closed);
}

/** Whatever carries sound or pictures besides the program ends with it: recording, calls, checks, a clip. */
function closingLines(state: ConferenceState, cause: 'classified' | 'closed', at: number): readonly ConferenceEvent[] {
  const { document } = state.onair;
  return [
    ...endingRecording(state, cause, at),
    ...cuttingCalls(state, at),
    ...abandoningChecks(state, at),
    ...(document?.kind === 'clip' && document.running !== null
      ? [{ type: 'clipPaused', at, atMs: clipAt(document, at) } as const]
      : []),
  ];
}

/** A conference never stops in the middle of somebody's speech. */
const withFreeFloor = ({ floor }: ConferenceState, decided: Decided): Decided =>
  speechesOnFloor(floor).length === 0 ? decided : refuse('floor-occupied');

/** While the conference is adjourned the clock of its item stands still. */
function holdingItem({ agenda }: ConferenceState, at: number): readonly ConferenceEvent[] {
  const live = liveItem(agenda);
  const runs = live?.progress.status === 'live' && live.progress.run.held === null;
  return runs ? [{ type: 'agendaItemPaused', at, itemId: live.itemId }] : [];
}

function releasingItem({ agenda }: ConferenceState, at: number): readonly ConferenceEvent[] {
  const live = liveItem(agenda);
  const isHeld = live?.progress.status === 'live' && live.progress.run.held !== null;
  return isHeld ? [{ type: 'agendaItemContinued', at, itemId: live.itemId }] : [];
}

function decideRehearsal({ conference }: ConferenceState, command: Of<'recordRehearsal'>, at: number): Decided {
  const { rehearsal, phase } = command;
  const running = conference.rehearsals.find(({ endedAt }) => endedAt === null);
  if (phase === 'started') {
    if (conference.rehearsals.length >= MAX_REHEARSALS) return refuse('too-many-items', { max: MAX_REHEARSALS });
    return running === undefined ? emit({ type: 'rehearsalStarted', at, rehearsal }) : refuse('rehearsal-running');
  }
  return running?.conference === rehearsal
    ? emit({ type: 'rehearsalEnded', at, rehearsal })
    : refuse('nothing-to-change');
}

const bridgesOf = (bridges: Of<'createRehearsal'>['bridges'], at: number): readonly ConferenceEvent[] =>
  bridges.length === 0 ? [] : [{ type: 'bridgesAdded', at, bridges }];

const itemsOf = (items: Of<'createRehearsal'>['items'], at: number): readonly ConferenceEvent[] =>
  items.flatMap(({ item, cues }) => [
    { type: 'agendaItemAdded', at, item, beforeItemId: null } as const,
    ...(cues.length === 0 ? [] : [{ type: 'cuesScripted', at, itemId: item.itemId, cues } as const]),
  ]);

/** The halls, the programme and what is still to be done; nothing of what has happened. */
function successorOf(command: Of<'createSuccessor'>, at: number): readonly ConferenceEvent[] {
  const { follows, details, bridges, items, rules, head, tasks } = command;
  return [
    { type: 'conferenceCreated', at, details },
    { type: 'conferenceFollows', at, follows },
    ...bridgesOf(bridges, at),
    { type: 'floorRulesAdopted', at, rules },
    ...itemsOf(items, at),
    ...(head === null ? [] : [{ type: 'paperHeadWritten', at, head } as const]),
    ...tasks.map((task) => ({ type: 'taskAssigned', at, task }) as const),
  ];
}

/** The same bridges, items and papers under the same ids: a seat of the conference finds its own hall in the rehearsal. */
function rehearsalOf(command: Of<'createRehearsal'>, at: number): readonly ConferenceEvent[] {
  const { rehearsalOf: of, details, bridges, items, speeches, rules } = command;
  return [
    { type: 'rehearsalCreated', at, details, rehearsalOf: of },
    ...bridgesOf(bridges, at),
    { type: 'floorRulesAdopted', at, rules },
    ...itemsOf(items, at),
    ...speeches.map((speech) => ({ type: 'speechRegistered', at, speech, inLine: { beforeSpeechId: null } }) as const),
  ];
}
