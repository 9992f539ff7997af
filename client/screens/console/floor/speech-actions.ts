import type { Command } from '../../../../shared/domain/command.ts';
import { type Speech, speechesOnFloor, speechOnFloor } from '../../../../shared/domain/floor/floor.ts';
import { text } from '../../../text/text.ts';
import { type Action, actionOf } from '../action.ts';
import { type FloorTools, placeOf } from './floor-tools.ts';

export interface SpeechActions {
  readonly end: Action;
  readonly extend: Action;
  /** Its clock: starts, stops or goes on, as the moment has it. */
  readonly pace: Action;
  readonly remind: Action;
}

const words = () => text.console.actions;
const MINUTE_MS = 60_000;

/** What can be done to whoever everybody sees; the keys are for that speech. */
export function actionsOnFloor(tools: FloorTools): SpeechActions {
  const speech = speechOnFloor(tools.state.floor);
  const { end, extend, pace, remind } = speechActions(tools, speech);
  // While a picture was chosen by hand F3 gives it back to the floor.
  const f3 = tools.state.onair.mode.kind === 'manual' ? null : 'F3';
  return {
    end: { ...end, shortcut: 'F9' },
    extend: { ...extend, shortcut: 'F2' },
    pace: { ...pace, shortcut: 'F4', make: () => tools.paceGuard(pace.make()) },
    remind: { ...remind, shortcut: f3 },
  };
}

/** The same of any speech that has the floor. */
export function speechActions(tools: FloorTools, speech: Speech | undefined): SpeechActions {
  const { state, rights } = tools;
  const of = (label: string, make: (speechId: Speech['speechId']) => Command): Action =>
    actionOf({ label }, speech === undefined ? null : make(speech.speechId), {
      ...rights,
      otherwise: words().nobodySpeaks,
    });
  const remind = of(text.conducting.remind, (speechId) => ({ type: 'remindOfTime', speechId }));
  const place = speech === undefined ? '' : placeOf(state, speech);
  return {
    end: of(endLabel(tools, speech), (speechId) => ({ type: 'endSpeech', speechId })),
    extend: of(words().extend, (speechId) => ({ type: 'extendSpeech', speechId, byMs: MINUTE_MS })),
    pace: paceOf(tools, speech),
    remind: { ...remind, done: { sentence: text.conducting.reminded(place) } },
  };
}

/** Alone on the floor it needs no name. */
function endLabel({ state }: FloorTools, speech: Speech | undefined): string {
  if (speech === undefined || speechesOnFloor(state.floor).length < 2) return words().end;
  return text.conducting.endOf(placeOf(state, speech));
}

function paceOf({ rights }: FloorTools, speech: Speech | undefined): Action {
  const { pause, goOn } = text.conducting;
  const of = (label: string, command: Command) => actionOf({ label }, command, { ...rights, otherwise: '' });
  switch (speech?.stage.status) {
    case 'called':
      return of(words().begin, { type: 'beginSpeech', speechId: speech.speechId });
    case 'speaking':
      return of(pause, { type: 'pauseSpeech', speechId: speech.speechId });
    case 'paused':
      return of(goOn, { type: 'continueSpeech', speechId: speech.speechId });
    default:
      return actionOf({ label: words().begin }, null, { ...rights, otherwise: words().nobodyCalled });
  }
}
