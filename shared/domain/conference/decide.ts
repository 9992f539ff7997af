import { unreachable } from '../../base/assert.ts';
import { liveItem } from '../agenda/agenda.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { ConferenceCommand } from './commands.ts';

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
      return withFreeFloor(state, emit({ type: 'conferenceAdjourned', at }));
    case 'resumeConference':
      return emit({ type: 'conferenceResumed', at });
    case 'closeConference':
      return withFreeFloor(state, decideClose(state, at));
    case 'archiveConference':
      return emit({ type: 'conferenceArchived', at });
    default:
      return unreachable(command);
  }
}

/** The item that is live ends with the conference: the record has no open end. */
function decideClose({ agenda }: ConferenceState, at: number): Decided {
  const live = liveItem(agenda);
  const closed = { type: 'conferenceClosed', at } as const;
  return live === undefined ? emit(closed) : emit({ type: 'agendaItemFinished', at, itemId: live.itemId }, closed);
}

/** A conference never stops in the middle of somebody's speech. */
const withFreeFloor = ({ floor }: ConferenceState, decided: Decided): Decided =>
  floor.onFloor === null ? decided : refuse('floor-occupied');
