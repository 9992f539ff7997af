import type { Command } from '../../../../shared/domain/command.ts';
import { type Source } from '../../../../shared/domain/onair/onair.ts';
import { programSource } from '../../../../shared/domain/onair/program.ts';
import { text } from '../../../text/text.ts';
import { type Action, actionOf } from '../action.ts';
import { type FloorTools, sourceName } from './floor-tools.ts';

export interface PictureActions {
  readonly take: Action;
  readonly follow: Action;
  readonly disarm: Action;
}

const words = () => text.console.actions;

export function pictureActions({ state, rights }: FloorTools): PictureActions {
  const { armed, mode } = state.onair;
  const take: Command | null =
    armed === null ? null : { type: 'takeSource', source: armed, expectedProgram: programSource(state) };
  const follow: Command | null = mode.kind === 'manual' ? { type: 'followFloor' } : null;
  const disarm: Command | null = armed === null ? null : { type: 'disarmSource' };
  const label = armed === null ? words().take : words().takeSource(sourceName(state, armed));
  return {
    take: actionOf({ label, shortcut: 'F10' }, take, { ...rights, otherwise: words().armFirst }),
    follow: actionOf({ label: words().follow, shortcut: 'F3' }, follow, {
      ...rights,
      otherwise: words().followsAlready,
    }),
    disarm: actionOf({ label: text.console.stage.disarm }, disarm, { ...rights, otherwise: words().armFirst }),
  };
}

export function armOf({ state, rights }: FloorTools, source: Source): Action {
  const label = source.kind === 'hold' ? text.console.stage.armHold : text.conducting.arm(sourceName(state, source));
  return actionOf({ label }, { type: 'armSource', source }, { ...rights, otherwise: '' });
}

/** The chair's microphone beside a remote speaker. */
export function reserveAction({ state: { conference, floor }, rights }: FloorTools): Action {
  const label = floor.reserveOpen ? words().closeReserve : words().openReserve;
  const command: Command = { type: floor.reserveOpen ? 'closeChairMicrophone' : 'openChairMicrophone' };
  // With a free floor the chair is heard anyway: a reserve beside nobody would only confuse. Out of session nobody is.
  const isFree = conference.phase === 'live' && floor.onFloor.length === 0 && floor.interposed === null;
  const needed = isFree && !floor.reserveOpen ? null : command;
  return actionOf({ label, shortcut: 'F7' }, needed, { ...rights, otherwise: words().chairIsHeard });
}
