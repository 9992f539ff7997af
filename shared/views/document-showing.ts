import { armedShot, programShot } from '../domain/onair/program.ts';
import type { ConferenceState } from '../domain/state.ts';
import { type Scene, sceneOf } from './scene.ts';

/** How near what lies on the desk is to being seen. */
export type DocumentShowing = 'onAir' | 'armed' | 'waiting';

const EVERYWHERE = { own: null, single: false } as const;

const hasDocument = (scene: Scene): boolean =>
  scene.kind === 'places' && scene.places.some(({ kind }) => kind === 'document');

/** Whether program shows the document, or would after the next take. */
export function documentShowing(state: ConferenceState): DocumentShowing {
  if (hasDocument(sceneOf(state, programShot(state), EVERYWHERE))) return 'onAir';
  return hasDocument(sceneOf(state, armedShot(state), EVERYWHERE)) ? 'armed' : 'waiting';
}
