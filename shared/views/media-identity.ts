import { type BridgeId, bridgeIdSchema } from '../domain/ids.ts';

/** Bridge and device: a second machine of a bridge does not throw out the first, and the roll counts bridges. */
export const bridgeIdentity = (bridgeId: BridgeId, device: string): string => `bridge_${bridgeId}_${device}`;

/** The bridge that an identity in a room belongs to; null for walls and consoles, which only watch. */
export function bridgeOfIdentity(identity: string): BridgeId | null {
  const [kind, id, device] = identity.split('_');
  if (kind !== 'bridge' || device === undefined) return null;
  return bridgeIdSchema.safeParse(id).data ?? null;
}
