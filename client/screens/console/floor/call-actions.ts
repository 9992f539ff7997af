import type { Command } from '../../../../shared/domain/command.ts';
import { type Speech, speechOnFloor } from '../../../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';
import { nextToCall } from '../../../../shared/views/queue.ts';
import { text } from '../../../text/text.ts';
import { type Action, actionOf } from '../action.ts';
import { type FloorTools, placeOf } from './floor-tools.ts';

const words = () => text.console.actions;

export const callCommand = ({ floor }: ConferenceState, speechId: SpeechId): Command => ({
  type: 'callSpeaker',
  speechId,
  expectedOnFloor: speechOnFloor(floor)?.speechId ?? null,
  accepting: [],
});

/** A question is put in between and everything else takes the floor: the press says which. */
function callLabel(state: ConferenceState, speech: Speech): string {
  const place = placeOf(state, speech);
  const interposes = speech.kind === 'question' && state.floor.onFloor.length > 0;
  return interposes ? text.conducting.callQuestion(place) : words().callBridge(place);
}

/** Calls this entry, wherever it stands in the line. */
export function callOf({ state, rights, callGuard }: FloorTools, speech: Speech): Action {
  const command = callCommand(state, speech.speechId);
  const action = actionOf({ label: callLabel(state, speech) }, command, { ...rights, otherwise: '' });
  return { ...action, make: () => callGuard(command) };
}

/** Calls the first whose hall is on the line. Whoever is passed over for that is asked about once. */
export function callNext(tools: FloorTools): Action {
  const { state, rights, callGuard, open } = tools;
  const next = nextToCall(state);
  if (next === null) {
    return actionOf({ label: words().call, shortcut: 'F8' }, null, { ...rights, otherwise: words().nobodyWaits });
  }
  const { speech, passedOver } = next;
  const action = { ...callOf(tools, speech), shortcut: 'F8' };
  if (passedOver.length === 0) return action;
  const ask = () => {
    if (callGuard(callCommand(state, speech.speechId)) !== null) open({ kind: 'passOver' });
    return null;
  };
  return { ...action, make: ask };
}
