import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLiveKitGateway } from '../../server/media/livekit-gateway.ts';
import type { Permission } from '../../server/media/media-gateway.ts';
import { desiredPermission, roomOf, STAGE, voicesAmong, watcherIdentity } from '../../server/media/room-plan.ts';
import { seatSchema } from '../../shared/domain/actor.ts';
import { mayUse } from '../../shared/domain/capabilities.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { anGiang, conferenceId, LIVE, stateAfter } from '../support/builders.ts';

const KEYS = { url: 'http://127.0.0.1:9', apiKey: 'key', apiSecret: 'a-secret-of-at-least-thirty-two-letters' };
const room = roomOf(conferenceId('hn'));
const state = stateAfter(LIVE);
const claimsSchema = z.object({ exp: z.number(), nbf: z.number().optional(), iat: z.number().optional() }).loose();

async function claimsOf(identity: string, permission: Permission) {
  const token = await createLiveKitGateway(KEYS).joinToken({ room, identity, name: 'Điểm cầu', permission });
  const [head = '', body = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
  return { head: JSON.parse(head) as unknown, claims: claimsSchema.parse(JSON.parse(body)) };
}

const WATCHES = {
  room,
  roomJoin: true,
  canSubscribe: true,
  canPublish: false,
  canPublishSources: [],
  canPublishData: false,
  canUpdateOwnMetadata: false,
  hidden: true,
};
/** What each seat's token says of the stage; a seat that is not named gets none. */
const GOLDEN: Readonly<Record<string, object>> = {
  secretariat: WATCHES,
  moderator: WATCHES,
  chair: WATCHES,
  announcer: WATCHES,
  director: WATCHES,
  technician: WATCHES,
  recorder: WATCHES,
  secretary: WATCHES,
  wall: WATCHES,
  operator: { ...WATCHES, canPublish: true, canPublishSources: ['camera'], hidden: false },
};

describe('the token that opens a room', () => {
  test.each(seatSchema.options)(
    '[RGT50] %s: one room, one name, its own rights and nothing of an administrator',
    async (seat) => {
      const bridgeId = seat === 'operator' || seat === 'kiosk' ? anGiang : null;
      expect(mayUse({ seat, bridgeId }, 'enterStage')).toBe(seat in GOLDEN);
      if (!(seat in GOLDEN)) return;
      const identity =
        bridgeId === null
          ? watcherIdentity({ seat, session: 's', bridgeId }, 'hall-1')
          : bridgeIdentity(bridgeId, 'hall-1');
      const permission = desiredPermission(state, STAGE, identity, voicesAmong(state, [identity]));
      if (permission === null) throw new Error('no place on the stage');
      const { head, claims } = await claimsOf(identity, permission);
      expect(head).toEqual({ alg: 'HS256' });
      const { exp, nbf, iat, ...rest } = claims;
      expect(rest).toEqual({ iss: 'key', sub: identity, name: 'Điểm cầu', video: GOLDEN[seat] });
      const lives = exp - (iat ?? nbf ?? Math.floor(Date.now() / 1_000));
      expect([lives > 0, lives <= 120]).toEqual([true, true]);
    },
  );

  test('[RGT51] control: whatever is permitted is what the token says', async () => {
    const all: Permission = { camera: true, microphone: true, screen: true, receives: false, hidden: false };
    const { claims } = await claimsOf('x', all);
    expect(claims['video']).toMatchObject({
      canPublish: true,
      canPublishSources: ['camera', 'microphone', 'screen_share'],
      canSubscribe: false,
    });
  });
});
