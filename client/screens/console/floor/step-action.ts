import { liveItem } from '../../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { neighbours } from '../../../../shared/views/agenda-clock.ts';
import { text } from '../../../text/text.ts';
import { type Action, actionOf } from '../action.ts';
import { advanceCommand } from '../use-agenda-acts.ts';
import type { FloorTools } from './floor-tools.ts';

const SHORTCUT = 'Shift+F8';

/** The way on through the day: prepare, open, each item after the other, close. */
export function stepAction(tools: FloorTools): Action {
  const { rights, stepGuard, state } = tools;
  const phase = text.console.phaseControls;
  const of = (label: string, command: Command | null): Action => ({
    ...actionOf({ label, shortcut: SHORTCUT }, command, { ...rights, otherwise: text.conducting.dayIsOver }),
    make: () => stepGuard(command),
  });
  switch (state.conference.phase) {
    case 'draft':
      return rights.may({ type: 'startPreparation' })
        ? of(phase.startPreparation, { type: 'startPreparation' })
        : of(phase.openConference, { type: 'openConference' });
    case 'preparing':
      return of(phase.openConference, { type: 'openConference' });
    case 'adjourned':
      return of(phase.resumeConference, { type: 'resumeConference' });
    case 'live':
      return itemStep(tools, of);
    default:
      return of(text.conducting.nextItem, null);
  }
}

function itemStep(tools: FloorTools, of: (label: string, command: Command | null) => Action): Action {
  const { agenda } = tools.state;
  const { next } = neighbours(agenda);
  if (next !== null) return of(text.conducting.startItem(next.plan.title), advanceCommand(agenda, next));
  const live = liveItem(agenda);
  if (live !== undefined) return of(text.conducting.finishItem(live.plan.title), advanceCommand(agenda, live));
  const close = of(text.console.phaseControls.closeConference, { type: 'closeConference' });
  const ask = () => {
    tools.open({ kind: 'ending', command: 'closeConference' });
    return null;
  };
  return { ...close, make: ask };
}
