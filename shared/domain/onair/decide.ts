import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { OnAirCommand } from './commands.ts';
import { type Source, sameSource } from './onair.ts';
import { programSource } from './program.ts';

export function decideOnAir(state: ConferenceState, command: OnAirCommand, { now: at }: Moment): Decided {
  switch (command.type) {
    case 'armSource':
      return exists(state, command.source) ? emit({ type: 'sourceArmed', at, source: command.source }) : unknown();
    case 'disarmSource':
      return state.onair.armed === null ? refuse('nothing-to-change') : emit({ type: 'sourceDisarmed', at });
    case 'takeSource':
      return decideTake(state, command, at);
    case 'followFloor':
      return state.onair.mode.kind === 'followFloor'
        ? refuse('nothing-to-change')
        : emit({ type: 'programFollowsFloor', at });
    default:
      return unreachable(command);
  }
}

function decideTake(
  state: ConferenceState,
  command: Extract<OnAirCommand, { type: 'takeSource' }>,
  at: number,
): Decided {
  if (!exists(state, command.source)) return unknown();
  if (!sameSource(programSource(state), command.expectedProgram)) return refuse('program-changed');
  return emit(
    { type: 'sourceTaken', at, source: command.source },
    ...(state.onair.armed === null ? [] : [{ type: 'sourceDisarmed', at } as const]),
  );
}

const unknown = (): Decided => refuse('source-unknown');

const exists = ({ bridges }: ConferenceState, source: Source): boolean =>
  source.kind === 'hold' || bridgeOf(bridges, source.bridgeId) !== undefined;
