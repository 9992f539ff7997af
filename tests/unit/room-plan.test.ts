import { TrackSource } from 'livekit-server-sdk';
import { describe, expect, test } from 'vitest';
import { joinGrant, livePermission } from '../../server/media/grants.ts';
import type { Participant, Permission } from '../../server/media/media-gateway.ts';
import {
  desiredPermission,
  mediaCalls,
  roomOf,
  STAGE,
  type VoiceIn,
  voicesAmong,
  watcherIdentity,
} from '../../server/media/room-plan.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { bridgeIdentity, bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import {
  ADJOURNED,
  anGiang,
  CLOSED,
  central,
  chauDoc,
  conferenceId,
  created,
  LIVE,
  nowhere,
  operatorOf,
  PREPARING,
  quangBinh,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { called, ended, paper, reserveOpened } from '../support/speech-builders.ts';

const an = speechId('an');
const nested = speechId('nested');
const STATES: Readonly<Record<string, ConferenceState>> = {
  'nothing but a name': stateAfter(created),
  preparing: stateAfter(PREPARING),
  'nobody on the floor': stateAfter(LIVE),
  'An Giang called': stateAfter(LIVE, paper(an, anGiang), called(an)),
  'An Giang and the reserve': stateAfter(LIVE, paper(an, anGiang), called(an), reserveOpened),
  'An Giang has ended': stateAfter(LIVE, paper(an, anGiang), called(an), ended(an)),
  'a sub-bridge called': stateAfter(LIVE, paper(nested, chauDoc), called(nested)),
  'a break': stateAfter(ADJOURNED),
  'the end': stateAfter(CLOSED),
};

const BOOLEANS = [true, false];
const PERMISSIONS: readonly Permission[] = BOOLEANS.flatMap((camera) =>
  BOOLEANS.flatMap((microphone) =>
    BOOLEANS.flatMap((screen) =>
      BOOLEANS.flatMap((receives) => BOOLEANS.map((hidden) => ({ camera, microphone, screen, receives, hidden }))),
    ),
  ),
);
const SEEN: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };
const IDENTITIES = [
  ...[central, anGiang, quangBinh, chauDoc, nowhere].flatMap((id) => [
    bridgeIdentity(id, 'pc'),
    bridgeIdentity(id, 'du-phong'),
  ]),
  watcherIdentity({ seat: 'wall', session: 'w1', bridgeId: null }, 'man-hinh'),
  watcherIdentity(secretariat, 'pc'),
];
const nobody = (_: string): boolean => false;

/** A room in which everybody has this permission. */
const roomWith = (permission: Permission): readonly Participant[] =>
  IDENTITIES.map((identity, index) => participant(identity, { permission, joinedAt: index }));

const participant = (identity: string, changes: Partial<Participant> = {}): Participant => ({
  identity,
  permission: SEEN,
  microphoneLive: false,
  smugglesSound: false,
  joinedAt: 0,
  ...changes,
});

/** What is called on the stage. */
const stageCalls = (state: ConferenceState, actual: readonly Participant[], isBanned = nobody) =>
  mediaCalls(state, { place: STAGE, actual }, isBanned);

const alone = (identity: string): VoiceIn => voicesAmong(stateAfter(LIVE), [identity]);
const wantedOf = (state: ConferenceState, identity: string) =>
  desiredPermission(state, STAGE, identity, alone(identity));

const IN_SILENCE = roomWith(SEEN);

function applied(room: readonly Participant[], calls: ReturnType<typeof mediaCalls>): readonly Participant[] {
  return room.flatMap((one) => {
    const call = calls.find(({ identity }) => identity === one.identity);
    if (call === undefined) return [one];
    return call.kind === 'remove' ? [] : [{ ...one, permission: call.permission }];
  });
}

describe('making a room what the journal wants', () => {
  test.each(Object.entries(STATES))('[MED20] applied once there is nothing left to call: %s', (_, state) => {
    for (const permission of PERMISSIONS) {
      const before = roomWith(permission);
      const room = applied(before, stageCalls(state, before));
      expect(stageCalls(state, room)).toEqual([]);
    }
  });

  test('[MED20] and before that there is something to call', () => {
    const state = stateAfter(LIVE);
    for (const permission of PERMISSIONS) expect(stageCalls(state, roomWith(permission))).not.toEqual([]);
  });

  test('[MED21] a call changes two permissions: the one that ends and the one that begins', () => {
    const before = stateAfter(LIVE, paper(an, anGiang));
    const everything: Permission = { ...SEEN, microphone: true };
    const room = applied(roomWith(everything), stageCalls(before, roomWith(everything)));
    const calls = stageCalls(stateAfter(LIVE, paper(an, anGiang), called(an)), room);
    expect(calls.map(({ identity }) => identity).toSorted()).toEqual(
      [bridgeIdentity(anGiang, 'pc'), bridgeIdentity(central, 'pc')].toSorted(),
    );
  });

  test('[MED22] whoever has no place is removed: an unknown bridge, an ended sign-in, all after the end', () => {
    const state = stateAfter(LIVE);
    const removed = (now: ConferenceState, isBanned = nobody) =>
      stageCalls(now, IN_SILENCE, isBanned).flatMap((call) => (call.kind === 'remove' ? [call.identity] : []));
    expect(removed(state)).toEqual([bridgeIdentity(nowhere, 'pc'), bridgeIdentity(nowhere, 'du-phong')]);
    const second = bridgeIdentity(anGiang, 'du-phong');
    expect(removed(state, (identity) => identity === second)).toContain(second);
    expect(removed(stateAfter(CLOSED))).toEqual(IDENTITIES);
  });

  test('[MED30] a sound that calls itself a camera is removed, and nobody else with it', () => {
    const state = stateAfter(LIVE);
    const honest = applied(IN_SILENCE, stageCalls(state, IN_SILENCE));
    expect(stageCalls(state, honest)).toEqual([]);
    const identity = bridgeIdentity(quangBinh, 'pc');
    const smuggled = honest.map((one) => (one.identity === identity ? { ...one, smugglesSound: true } : one));
    expect(stageCalls(state, smuggled)).toEqual([{ kind: 'remove', identity }]);
  });

  test('[MED23] walls and consoles watch unseen and publish nothing', () => {
    const wall = watcherIdentity({ seat: 'wall', session: 'w1', bridgeId: null }, 'man-hinh');
    expect(wantedOf(stateAfter(LIVE), wall)).toEqual({
      camera: false,
      microphone: false,
      screen: false,
      receives: true,
      hidden: true,
    });
  });

  test('[MED24] a sub-bridge watches unseen; the bridges of the stage are seen', () => {
    const state = stateAfter(LIVE);
    expect(wantedOf(state, bridgeIdentity(chauDoc, 'pc'))).toMatchObject({ camera: false, hidden: true });
    expect(wantedOf(state, bridgeIdentity(anGiang, 'pc'))).toMatchObject({ camera: true, hidden: false });
  });
});

describe('permissions as LiveKit reads them', () => {
  test('[MED25] no permission says that one may publish and leaves open what', () => {
    for (const permission of PERMISSIONS) {
      const live = livePermission(permission);
      const grant = joinGrant('stage-x', permission);
      expect(live.canPublish && live.canPublishSources.length === 0).toBe(false);
      expect(grant.canPublish === true && (grant.canPublishSources ?? []).length === 0).toBe(false);
      const { camera, microphone, screen } = permission;
      expect(live.canPublish).toBe(camera || microphone || screen);
      expect(live.canPublishSources).toHaveLength(Number(camera) + Number(microphone) + Number(screen));
      expect([live.canSubscribe, grant.canSubscribe]).toEqual([permission.receives, permission.receives]);
    }
  });

  test('[MED26] a token opens one room, to watch and to publish what is permitted, and nothing else', () => {
    expect(joinGrant(roomOf(conferenceId('hn')), SEEN)).toEqual({
      room: 'stage-hn',
      roomJoin: true,
      canSubscribe: true,
      canPublish: true,
      canPublishSources: [TrackSource.CAMERA],
      canPublishData: false,
      canUpdateOwnMetadata: false,
      hidden: false,
    });
  });

  test('[MED27] a permission is sent whole: every field that LiveKit would read as false is there', () => {
    expect(livePermission({ ...SEEN, microphone: true, screen: true, hidden: true })).toEqual({
      canSubscribe: true,
      canPublish: true,
      canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE, TrackSource.SCREEN_SHARE],
      hidden: true,
      canPublishData: false,
      canUpdateMetadata: false,
      canSubscribeMetrics: false,
      canManageAgentSession: false,
      recorder: false,
      agent: false,
    });
  });
});

describe('identities', () => {
  test('[MED28] an identity is a bridge and a device, and names its bridge', () => {
    expect(bridgeIdentity(anGiang, 'pc')).not.toBe(bridgeIdentity(anGiang, 'du-phong'));
    expect(bridgeOfIdentity(bridgeIdentity(anGiang, 'pc'))).toBe(anGiang);
  });

  test('[MED29] nobody else’s identity is taken for a bridge’s', () => {
    expect(bridgeOfIdentity(watcherIdentity(operatorOf(anGiang), 'pc'))).toBeNull();
    expect(bridgeOfIdentity('bridge')).toBeNull();
    expect(bridgeOfIdentity('bridge_../../etc_pc')).toBeNull();
    expect(bridgeOfIdentity('an-giang')).toBeNull();
  });
});
