import type { BridgeId } from '../../../../shared/domain/ids.ts';
import type { DeviceKind } from '../../../../shared/domain/lines/device.ts';
import { type Call, callOf, isRinging, type Messages, ringEndsAt } from '../../../../shared/domain/messages/message.ts';
import { openMicrophones } from '../../../../shared/domain/onair/microphones.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';

/**
 * How a ring shows on a machine of the bridge. `whole`: over everything, with the bell. `quiet`: the conference hears
 * this hall, so its machine neither sounds nor covers the picture, and cannot answer.
 */
type RingShown = { readonly call: Call; readonly how: 'whole' | 'quiet' } | null;

interface Asked {
  readonly messages: Messages;
  readonly isHeard: boolean;
  readonly own: BridgeId;
  readonly kind: DeviceKind;
  readonly now: number;
}

/** Past its time a ring is over here too, whether or not the line has said so. */
export function ringShown({ messages, isHeard, own, kind, now }: Asked): RingShown {
  const call = callOf(messages, own);
  if (!isRinging(call) || now >= ringEndsAt(call)) return null;
  return { call, how: isHeard && kind !== 'phone' ? 'quiet' : 'whole' };
}

export const isHeardByAll = (state: ConferenceState, own: BridgeId): boolean => openMicrophones(state).includes(own);
