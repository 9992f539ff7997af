import { TrackSource, type VideoGrant } from 'livekit-server-sdk';
import type { Permission } from './media-gateway.ts';

/** Publishing sources; an empty list would mean "all", so who may publish nothing is told so by `canPublish`. */
const sourcesOf = ({ camera, microphone }: Permission): TrackSource[] => [
  ...(camera ? [TrackSource.CAMERA] : []),
  ...(microphone ? [TrackSource.MICROPHONE] : []),
];

/** The complete permission: LiveKit reads every field that is left out as false. */
export function livePermission(permission: Permission) {
  const canPublishSources = sourcesOf(permission);
  return {
    canSubscribe: true,
    canPublish: canPublishSources.length > 0,
    canPublishData: false,
    canPublishSources,
    hidden: permission.hidden,
    canUpdateMetadata: false,
    recorder: false,
    agent: false,
    canSubscribeMetrics: false,
    canManageAgentSession: false,
  };
}

/** The same permission as the claims of a token, for one room and nothing that an administrator could do. */
export const joinGrant = (room: string, permission: Permission): VideoGrant => ({
  room,
  roomJoin: true,
  canSubscribe: true,
  canPublish: sourcesOf(permission).length > 0,
  canPublishSources: sourcesOf(permission),
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: permission.hidden,
});
