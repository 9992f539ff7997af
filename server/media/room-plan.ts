import type { Actor } from '../../shared/domain/actor.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { machineOfIdentity } from '../../shared/views/media-identity.ts';
import { hasMedia, publishingOf } from '../../shared/views/media-plan.ts';
import type { Participant, Permission } from './media-gateway.ts';

/** Which room a screen of the conference stands in. One stage room now; rooms per tier would be decided here. */
export const roomOf = (conference: ConferenceId): string => `stage-${conference}`;

/** Sub-bridges are hidden subscribers of the stage; a node carries this many in one room. */
export const MAX_SUB_BRIDGES_ON_STAGE = 150;

/** Walls and consoles only watch; each browser is somebody of its own. */
export const watcherIdentity = ({ seat, session }: Actor, device: string): string => `${seat}_${session}_${device}`;

/** What the journal wants of an identity; null: it has no place in the room. */
export function desiredPermission(state: ConferenceState, identity: string): Permission | null {
  if (!hasMedia(state)) return null;
  const machine = machineOfIdentity(identity);
  if (machine === null) return { camera: false, microphone: false, hidden: true };
  const bridge = bridgeOf(state.bridges, machine.bridgeId);
  return bridge === undefined
    ? null
    : { ...publishingOf(state, { ...machine, isVoice: true }), hidden: bridge.tier > 1 };
}

export type MediaCall =
  | { readonly kind: 'permit'; readonly identity: string; readonly permission: Permission }
  | { readonly kind: 'remove'; readonly identity: string };

/** The calls that make the room what the journal wants. Applied, there is nothing left to call. */
export function mediaCalls(
  state: ConferenceState,
  actual: readonly Participant[],
  isBanned: (identity: string) => boolean,
): readonly MediaCall[] {
  return actual.flatMap(({ identity, permission: is, smugglesSound }): readonly MediaCall[] => {
    const wanted = isBanned(identity) || smugglesSound ? null : desiredPermission(state, identity);
    if (wanted === null) return [{ kind: 'remove', identity }];
    const agrees = is.camera === wanted.camera && is.microphone === wanted.microphone && is.hidden === wanted.hidden;
    return agrees ? [] : [{ kind: 'permit', identity, permission: wanted }];
  });
}
