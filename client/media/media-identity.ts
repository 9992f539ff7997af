import { type BridgeId, bridgeIdSchema } from '../../shared/domain/ids.ts';

/** In the room a bridge's device is called `bridge_<id>_<device>`; other screens only watch and are nobody's picture. */
export function bridgeOfIdentity(identity: string): BridgeId | null {
  const [kind, id, device] = identity.split('_');
  if (kind !== 'bridge' || id === undefined || device === undefined) return null;
  const parsed = bridgeIdSchema.safeParse(id);
  return parsed.success ? parsed.data : null;
}
