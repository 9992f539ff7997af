import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { Phase } from '../../shared/domain/conference/conference.ts';
import { MAX_DOCUMENTS } from '../../shared/domain/documents/document.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Rejection } from '../../shared/domain/rejection.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

export interface UploadObstacle extends Pick<Rejection, 'params'> {
  readonly code: 'classified' | 'wrong-phase' | 'bridge-unknown' | 'too-many-items' | 'too-many-uploads';
}

/** One bridge leaves room for the others. */
const MAX_OF_BRIDGE = 20;
/** On their way in at once: of the conference, and of one bridge. */
export const MAX_UNDER_WAY = { centre: 4, bridge: 1 } as const;

const CLOSED: ReadonlySet<Phase> = new Set(['uncreated', 'closed', 'archived']);

/** Why the conference takes no document now; null: it does. */
export function uploadObstacle(
  { conference, bridges, documents }: ConferenceState,
  bridgeId: BridgeId | null,
): UploadObstacle | null {
  if (conference.classifiedSince !== null) return { code: 'classified', params: {} };
  if (CLOSED.has(conference.phase)) return { code: 'wrong-phase', params: {} };
  if (bridgeId !== null && bridgeOf(bridges, bridgeId) === undefined) return { code: 'bridge-unknown', params: {} };
  const ofBridge = documents.list.filter(({ file }) => file.bridgeId === bridgeId).length;
  const max = bridgeId === null ? MAX_DOCUMENTS : MAX_OF_BRIDGE;
  const isFull = documents.list.length >= MAX_DOCUMENTS || ofBridge >= max;
  return isFull ? { code: 'too-many-items', params: { max } } : null;
}
