import type { Actor } from '../actor.ts';
import type { ConferenceEvent } from '../event.ts';

/** Who cast a secret vote stands nowhere beside it: not in the journal's column of actors either. */
const SOMEBODY: Actor = { seat: 'delegate', session: 'secret', bridgeId: null };

export const recordedActor = (actor: Actor, { type }: ConferenceEvent): Actor =>
  type === 'secretVoteCast' ? SOMEBODY : actor;

export const isNobody = ({ seat, session }: Actor): boolean => seat === SOMEBODY.seat && session === SOMEBODY.session;
