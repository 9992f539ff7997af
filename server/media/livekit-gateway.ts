import { AccessToken, RoomServiceClient, TrackSource, TrackType, WebhookReceiver } from 'livekit-server-sdk';
import { joinGrant, livePermission } from './grants.ts';
import type { LiveKitEndpoint } from './livekit/livekit-server.ts';
import type { MediaGateway, Participant, VerifyWebhook } from './media-gateway.ts';

const ROOM_STAYS_EMPTY_SECONDS = 24 * 3_600;
/** The session lives on by LiveKit's own refresh. */
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
    rooms: async () => (await rooms.listRooms()).map(({ name }) => name),
    closeRoom: async (room) => rooms.deleteRoom(room),
    participants: async (room) => (await rooms.listParticipants(room)).map(participantOf),
    permit: async (room, identity, permission) => {
      await rooms.updateParticipant(room, identity, { permission: livePermission(permission) });
    },
    remove: async (room, identity) => rooms.removeParticipant(room, identity),
    joinToken: async ({ room, identity, name, permission }) => {
      const token = new AccessToken(apiKey, apiSecret, { identity, name, ttl: TOKEN_LIVES });
      token.addGrant(joinGrant(room, permission));
      return token.toJwt();
    },
  };
}

type LiveParticipant = Awaited<ReturnType<RoomServiceClient['listParticipants']>>[number];

function participantOf({ identity, permission, tracks, joinedAtMs }: LiveParticipant): Participant {
  const publishes = (source: TrackSource): boolean =>
    permission?.canPublish === true &&
    (permission.canPublishSources.length === 0 || permission.canPublishSources.includes(source));
  return {
    identity,
    permission: {
      camera: publishes(TrackSource.CAMERA),
      microphone: publishes(TrackSource.MICROPHONE),
      screen: publishes(TrackSource.SCREEN_SHARE),
      receives: permission?.canSubscribe === true,
      hidden: permission?.hidden === true,
    },
    smugglesSound: tracks.some(({ type, source }) => type === TrackType.AUDIO && source !== TrackSource.MICROPHONE),
    microphoneLive: tracks.some(({ source, muted }) => source === TrackSource.MICROPHONE && !muted),
    joinedAt: Number(joinedAtMs),
  };
}

export async function verifyWebhook(
  { apiKey, apiSecret }: LiveKitEndpoint,
  body: string,
  authorization: string | undefined,
): ReturnType<VerifyWebhook> {
  if (!isSignedAsAgreed(authorization)) return null;
  const receiver = new WebhookReceiver(apiKey, apiSecret);
  const event = await receiver.receive(body, authorization).catch(() => null);
  return event === null ? null : { id: event.id, room: event.room?.name ?? null };
}

/** LiveKit signs by one algorithm; a token that names another one is not read at all. */
function isSignedAsAgreed(token: string | undefined): boolean {
  try {
    const head: unknown = JSON.parse(Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString());
    return typeof head === 'object' && head !== null && 'alg' in head && head.alg === 'HS256';
  } catch {
    return false;
  }
}
