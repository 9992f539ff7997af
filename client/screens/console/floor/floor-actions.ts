import type { Action } from '../action.ts';
import { callNext } from './call-actions.ts';
import type { FloorTools } from './floor-tools.ts';
import { type PictureActions, pictureActions, reserveAction } from './picture-actions.ts';
import { actionsOnFloor, type SpeechActions } from './speech-actions.ts';
import { stepAction } from './step-action.ts';

export interface FloorActions extends SpeechActions, PictureActions {
  readonly call: Action;
  readonly reserve: Action;
  readonly step: Action;
}

export const floorActions = (tools: FloorTools): FloorActions => ({
  call: callNext(tools),
  ...actionsOnFloor(tools),
  ...pictureActions(tools),
  reserve: reserveAction(tools),
  step: stepAction(tools),
});

/**
 * The keys that act now, in the order in which they stand in the row. F3 reminds the speaker, and while a picture was
 * chosen by hand it gives the picture back to the floor.
 */
export function keysOfTheMoment(actions: FloorActions): readonly Action[] {
  const { call, end, extend, pace, remind, follow, reserve, take, step } = actions;
  return [call, end, extend, remind.shortcut === null ? follow : remind, pace, reserve, take, step];
}
