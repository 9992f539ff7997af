import type { Actor } from '../../shared/domain/actor.ts';
import { isNobody } from '../../shared/domain/ballots/secrecy.ts';

/**
 * Whether a repeat comes from whoever sent the command first, by what the journal says of the sender. A seat stays itself
 * over another sign-in with its link; delegates are one each. Of a secret vote the journal does not say whose it was.
 */
export function isSameSender(first: Actor | null, actor: Actor): boolean {
  if (first === null) return true;
  if (first.seat !== actor.seat) return false;
  if (isNobody(first)) return true;
  return first.bridgeId === actor.bridgeId && (actor.seat !== 'delegate' || first.session === actor.session);
}
