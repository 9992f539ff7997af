import { type BridgeId, bridgeIdSchema } from '../domain/ids.ts';

/** Bridge and device: a second machine of a bridge does not throw out the first, and the roll counts bridges. */
export const bridgeIdentity = (bridgeId: BridgeId, device: string): string => `bridge_${bridgeId}_${device}`;

export interface BridgeMachine {
  readonly bridgeId: BridgeId;
  readonly device: string;
}

/** The machine of a bridge that an identity in a room belongs to; null for walls and consoles, which only watch. */
export function machineOfIdentity(identity: string): BridgeMachine | null {
  const [kind, id, device] = identity.split('_');
  if (kind !== 'bridge' || device === undefined) return null;
  const bridgeId = bridgeIdSchema.safeParse(id).data;
  return bridgeId === undefined ? null : { bridgeId, device };
}

export const bridgeOfIdentity = (identity: string): BridgeId | null => machineOfIdentity(identity)?.bridgeId ?? null;
