import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse, unconfirmed } from '../decision.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { OnAirCommand } from './commands.ts';
import { decideDesk } from './decide-desk.ts';
import { devicesOf, sameSource } from './onair.ts';
import { programSource } from './program.ts';

type Of<T extends OnAirCommand['type']> = Extract<OnAirCommand, { type: T }>;

export function decideOnAir(state: ConferenceState, command: OnAirCommand, moment: Moment): Decided {
  const { now: at } = moment;
  const { onair } = state;
  switch (command.type) {
    case 'armSource':
      return (
        cannotShow(state, command) ??
        emit({ type: 'sourceArmed', at, source: command.source, frame: command.frame ?? null })
      );
    case 'disarmSource':
      return onair.armed === null ? refuse('nothing-to-change') : emit({ type: 'sourceDisarmed', at });
    case 'takeSource':
      return decideTake(state, command, at);
    case 'followFloor':
      return onair.mode.kind === 'followFloor'
        ? refuse('nothing-to-change')
        : emit({ type: 'programFollowsFloor', at });
    case 'frameProgram':
      return onair.frame === command.frame
        ? refuse('nothing-to-change')
        : emit({ type: 'programFramed', at, frame: command.frame });
    case 'limitPictures':
      return onair.limit === command.limit
        ? refuse('nothing-to-change')
        : emit({ type: 'picturesLimited', at, limit: command.limit });
    case 'chooseDevice':
      return decideDevice(state, command, at);
    default:
      return decideDesk(state, command, moment);
  }
}

/** Whoever takes must have seen what is on air: of two directors who press together one is told so. */
function decideTake(state: ConferenceState, command: Of<'takeSource'>, at: number): Decided {
  const obstacle = cannotShow(state, command);
  if (obstacle !== null) return obstacle;
  if (!sameSource(programSource(state), command.expectedProgram)) return refuse('program-changed');
  const frame = command.frame ?? state.onair.frame;
  return emit(
    { type: 'sourceTaken', at, source: command.source, frame },
    ...(state.onair.armed === null ? [] : [{ type: 'sourceDisarmed', at } as const]),
  );
}

/** A hall that is gone, or a desk with nothing on it, would leave the country a dark screen. */
function cannotShow(
  state: ConferenceState,
  { source, accepting = [] }: Of<'armSource' | 'takeSource'>,
): Decided | null {
  if (source.kind === 'document') return state.onair.document === null ? refuse('desk-empty') : null;
  if (source.kind !== 'bridge') return null;
  const bridge = bridgeOf(state.bridges, source.bridgeId);
  if (bridge === undefined) return refuse('source-unknown');
  const isGone = bridge.link.status === 'lost' && !accepting.includes('bridge-lost');
  return isGone ? unconfirmed('bridge-lost', { bridge: bridge.name }) : null;
}

function decideDevice({ bridges, onair }: ConferenceState, command: Of<'chooseDevice'>, at: number): Decided {
  const { bridgeId, part, device } = command;
  if (bridgeOf(bridges, bridgeId) === undefined) return refuse('bridge-unknown');
  if ((devicesOf(onair, bridgeId)[part] ?? null) === device) return refuse('nothing-to-change');
  return emit({ type: 'deviceChosen', at, bridgeId, part, device });
}
