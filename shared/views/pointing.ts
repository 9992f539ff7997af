import type { Actor } from '../domain/actor.ts';
import { mayUse } from '../domain/capabilities.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Who may point at what lies on the desk: who directs, and the bridge that the slides were handed to. */
export function mayPoint(actor: Actor, { conference, onair }: ConferenceState): boolean {
  const { document } = onair;
  if (document === null || conference.classifiedSince !== null) return false;
  if (mayUse(actor, 'pointAtDesk')) return true;
  const { bridgeId } = actor;
  return mayUse(actor, 'standAtBridge') && document.kind === 'slides' && document.presenter === bridgeId;
}
