import type { Actor } from '../domain/actor.ts';
import type { ConferenceState } from '../domain/state.ts';

const DIRECTING: ReadonlySet<Actor['seat']> = new Set(['secretariat', 'moderator', 'director']);

/** Who may point at what lies on the desk: who directs, and the bridge that the slides were handed to. */
export function mayPoint({ seat, bridgeId }: Actor, { conference, onair }: ConferenceState): boolean {
  const { document } = onair;
  if (document === null || conference.classifiedSince !== null) return false;
  if (DIRECTING.has(seat)) return true;
  return seat === 'operator' && bridgeId !== null && document.kind === 'slides' && document.presenter === bridgeId;
}
