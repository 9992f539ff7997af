import { unreachable } from '../../base/assert.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceState } from '../state.ts';
import type { AgendaCommand } from './commands.ts';
import { settledPlan } from './planned.ts';

type OfTheDay = Extract<AgendaCommand, { type: 'announceDelay' | 'revokeDelay' | 'makeDelayPermanent' | 'demandEnd' }>;

/** What is said of the whole day: a delay laid over the plan, the end that must hold. */
export function decideDay({ agenda }: ConferenceState, command: OfTheDay, at: number): Decided {
  switch (command.type) {
    case 'announceDelay':
      return command.delayMs === 0 || command.delayMs === agenda.delayMs
        ? refuse('nothing-to-change')
        : emit({ type: 'delayAnnounced', at, delayMs: command.delayMs });
    case 'revokeDelay':
      return agenda.delayMs === 0 ? refuse('nothing-to-change') : emit({ type: 'delayRevoked', at });
    case 'makeDelayPermanent':
      return agenda.delayMs === 0
        ? refuse('nothing-to-change')
        : emit({ type: 'delayMadePermanent', at, items: [...settledPlan(agenda)] });
    case 'demandEnd':
      if (command.endsBy === agenda.endsBy) return refuse('nothing-to-change');
      return command.endsBy !== null && command.endsBy <= at
        ? refuse('end-passed')
        : emit({ type: 'endDemanded', at, endsBy: command.endsBy });
    default:
      return unreachable(command);
  }
}
