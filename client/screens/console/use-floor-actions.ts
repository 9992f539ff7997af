import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { Source } from '../../../shared/domain/onair/onair.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { nextInLine } from '../../../shared/views/queue.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { type Action, actionOf } from './action.ts';
import { type CallGuard, useCallGuard } from './use-call-guard.ts';
import { type Rights, useRights, wholeState } from './use-rights.ts';

export interface FloorActions {
  readonly call: Action;
  readonly end: Action;
  readonly extend: Action;
  readonly begin: Action;
  readonly reserve: Action;
  readonly take: Action;
  readonly follow: Action;
}

const MINUTE_MS = 60_000;

/** What the function keys do now; the buttons and the key row show the same. */
export function useFloorActions(): FloorActions {
  const state = useConference(wholeState);
  const rights = useRights();
  const guard = useCallGuard();
  const speech = speechOnFloor(state.floor);
  return {
    call: callAction(state, rights, guard),
    ...speechActions(speech, rights),
    reserve: reserveAction(state, rights),
    ...pictureActions(state, rights),
  };
}

const words = text.console.actions;

function callAction(state: ConferenceState, { reason }: Rights, guard: CallGuard): Action {
  const next = nextInLine(state.floor);
  const command: Command | null =
    next === undefined ? null : { type: 'callSpeaker', speechId: next.speechId, expectedOnFloor: state.floor.onFloor };
  const label = next === undefined ? words.call : words.callBridge(placeOf(state, next));
  const action = actionOf({ label, shortcut: 'F8' }, command, { reason, otherwise: words.nobodyWaits });
  return { ...action, make: () => guard(command) };
}

const placeOf = ({ bridges }: ConferenceState, { bridgeId }: Speech): string =>
  bridgeOf(bridges, bridgeId)?.shortName ?? text.console.goneBridge;

function speechActions(speech: Speech | undefined, { reason }: Rights): Pick<FloorActions, 'end' | 'extend' | 'begin'> {
  const speechId = speech?.speechId;
  const otherwise = words.nobodySpeaks;
  const of = (make: (id: Speech['speechId']) => Command) => (speechId === undefined ? null : make(speechId));
  return {
    end: actionOf(
      { label: words.end, shortcut: 'F9' },
      of((id) => ({ type: 'endSpeech', speechId: id })),
      { reason, otherwise },
    ),
    extend: actionOf(
      { label: words.extend, shortcut: 'F2' },
      of((id) => ({ type: 'extendSpeech', speechId: id, byMs: MINUTE_MS })),
      { reason, otherwise },
    ),
    begin: actionOf(
      { label: words.begin, shortcut: 'F4' },
      of((id) => ({ type: 'beginSpeech', speechId: id })),
      { reason, otherwise: words.nobodyCalled },
    ),
  };
}

function reserveAction({ floor }: ConferenceState, { reason }: Rights): Action {
  const label = floor.reserveOpen ? words.closeReserve : words.openReserve;
  const command: Command = { type: floor.reserveOpen ? 'closeChairMicrophone' : 'openChairMicrophone' };
  // With a free floor the chair is heard anyway: a reserve beside nobody would only confuse.
  const needed = floor.onFloor !== null || floor.reserveOpen ? command : null;
  return actionOf({ label, shortcut: 'F7' }, needed, { reason, otherwise: words.chairIsHeard });
}

function pictureActions(state: ConferenceState, { reason }: Rights): Pick<FloorActions, 'take' | 'follow'> {
  const { armed, mode } = state.onair;
  const take: Command | null =
    armed === null ? null : { type: 'takeSource', source: armed, expectedProgram: programSource(state) };
  const follow: Command | null = mode.kind === 'manual' ? { type: 'followFloor' } : null;
  const label = armed === null ? words.take : words.takeSource(sourceName(state, armed));
  return {
    take: actionOf({ label, shortcut: 'F10' }, take, { reason, otherwise: words.armFirst }),
    follow: actionOf({ label: words.follow, shortcut: 'F3' }, follow, { reason, otherwise: words.followsAlready }),
  };
}

export const sourceName = ({ bridges }: ConferenceState, source: Source): string =>
  source.kind === 'hold'
    ? text.console.holdSlide
    : (bridgeOf(bridges, source.bridgeId)?.shortName ?? text.console.goneBridge);
