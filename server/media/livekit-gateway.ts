import { AccessToken, RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import { joinGrant, livePermission } from './grants.ts';
import type { LiveKitEndpoint } from './livekit/livekit-server.ts';
import type { MediaGateway, Participant, Permission } from './media-gateway.ts';

const ROOM_STAYS_EMPTY_SECONDS = 24 * 3_600;
const TOKEN_LIVES = '60s';

export function createLiveKitGateway({ url, apiKey, apiSecret }: LiveKitEndpoint): MediaGateway {
  const rooms = new RoomServiceClient(url, apiKey, apiSecret);
  return {
    ensureRoom: async (room) => {
      await rooms.createRoom({
        name: room,
        emptyTimeout: ROOM_STAYS_EMPTY_SECONDS,
        departureTimeout: ROOM_STAYS_EMPTY_SECONDS,
      });
    },
    participants: async (room) => (await rooms.listParticipants(room)).map(participantOf),
    permit: async (room, identity, permission) => {
      await rooms.updateParticipant(room, identity, { permission: livePermission(permission) });
    },
    remove: async (room, identity) => rooms.removeParticipant(room, identity),
  };
}

type LiveParticipant = Awaited<ReturnType<RoomServiceClient['listParticipants']>>[number];

function participantOf({ identity, permission, tracks }: LiveParticipant): Participant {
  const publishes = (source: TrackSource): boolean =>
    permission?.canPublish === true &&
    (permission.canPublishSources.length === 0 || permission.canPublishSources.includes(source));
  return {
    identity,
    permission: {
      camera: publishes(TrackSource.CAMERA),
      microphone: publishes(TrackSource.MICROPHONE),
      hidden: permission?.hidden === true,
    },
    microphoneLive: tracks.some(({ source, muted }) => source === TrackSource.MICROPHONE && !muted),
  };
}

/** A way in for one identity, short because a token cannot be taken back; the session lives on by LiveKit's own refresh. */
export async function joinToken(
  { apiKey, apiSecret }: LiveKitEndpoint,
  guest: { room: string; identity: string; name: string; permission: Permission },
): Promise<string> {
  const token = new AccessToken(apiKey, apiSecret, { identity: guest.identity, name: guest.name, ttl: TOKEN_LIVES });
  token.addGrant(joinGrant(guest.room, guest.permission));
  return token.toJwt();
}
