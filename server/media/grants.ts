import { TrackSource, type VideoGrant } from 'livekit-server-sdk';
import type { Permission } from './media-gateway.ts';

/** Publishing sources; an empty list would mean "all", so who may publish nothing is told so by `canPublish`. */
const sourcesOf = ({ camera, microphone, screen }: Permission): TrackSource[] => [
  ...(camera ? [TrackSource.CAMERA] : []),
  ...(microphone ? [TrackSource.MICROPHONE] : []),
  // Without the sound of the screen: a bridge has one voice.
  ...(screen ? [TrackSource.SCREEN_SHARE] : []),
];

/** The complete permission: LiveKit reads every field that is left out as false. */
export function livePermission(permission: Permission) {
  const canPublishSources = sourcesOf(permission);
  return {
    canSubscribe: permission.receives,
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
  canSubscribe: permission.receives,
  canPublish: sourcesOf(permission).length > 0,
  canPublishSources: sourcesOf(permission),
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: permission.hidden,
});
