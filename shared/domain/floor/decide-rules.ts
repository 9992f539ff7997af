import { unreachable } from '../../base/assert.ts';
import { itemOf } from '../agenda/agenda.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceState } from '../state.ts';
import { isItemOver } from './asking.ts';
import type { FloorCommand } from './commands.ts';
import { isListOpen, speakersList } from './floor.ts';

type Of<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;
type RulesCommand = Of<
  | 'openSpeakersList'
  | 'closeSpeakersList'
  | 'timeSpeakersList'
  | 'adoptFloorRules'
  | 'correctLedger'
  | 'openChairMicrophone'
  | 'closeChairMicrophone'
>;

/** How halls come to speak: lists, rules, budgets, the chair's own microphone. */
export function decideRules(state: ConferenceState, command: RulesCommand, at: number): Decided {
  const { floor } = state;
  if ('itemId' in command && command.itemId !== null && itemOf(state.agenda, command.itemId)?.plan.row !== 'item') {
    return refuse('item-unknown');
  }
  switch (command.type) {
    case 'openSpeakersList':
      return decideOpen(state, command, at);
    case 'closeSpeakersList':
      return isListOpen(floor, command.itemId, at)
        ? emit({ type: 'speakersListClosed', at, itemId: command.itemId })
        : refuse('nothing-to-change');
    case 'timeSpeakersList':
      return emit({ type: 'speakersListTimed', at, itemId: command.itemId, times: command.times });
    case 'adoptFloorRules':
      return emit({ type: 'floorRulesAdopted', at, rules: command.rules });
    case 'correctLedger':
      return bridgeOf(state.bridges, command.bridgeId) === undefined
        ? refuse('bridge-unknown')
        : emit({ ...command, type: 'ledgerCorrected', at });
    case 'openChairMicrophone':
      return floor.reserveOpen ? refuse('nothing-to-change') : emit({ type: 'chairMicrophoneOpened', at });
    case 'closeChairMicrophone':
      return floor.reserveOpen ? emit({ type: 'chairMicrophoneClosed', at }) : refuse('nothing-to-change');
    default:
      return unreachable(command);
  }
}

function decideOpen(state: ConferenceState, { itemId, closesAt }: Of<'openSpeakersList'>, at: number): Decided {
  const { floor } = state;
  if (isItemOver(state, { itemId })) return refuse('item-over');
  if (closesAt !== null && closesAt <= at) return refuse('end-passed');
  const isAsWished = isListOpen(floor, itemId, at) && speakersList(floor, itemId).closesAt === closesAt;
  return isAsWished ? refuse('nothing-to-change') : emit({ type: 'speakersListOpened', at, itemId, closesAt });
}
