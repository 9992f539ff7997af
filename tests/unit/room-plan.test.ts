import { TrackSource } from 'livekit-server-sdk';
import { describe, expect, test } from 'vitest';
import { joinGrant, livePermission } from '../../server/media/grants.ts';
import type { Participant, Permission } from '../../server/media/media-gateway.ts';
import {
  desiredPermission,
  isRoomOf,
  mediaCalls,
  type Place,
  roomOf,
  STAGE,
  type VoiceIn,
  voicesAmong,
  wantedPlaces,
  watcherIdentity,
} from '../../server/media/room-plan.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { callIdSchema } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
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
  NOW,
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

const RIGHTS = ['camera', 'microphone', 'screen', 'receives'] as const;
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

describe('one bridge, several machines', () => {
  const floor = stateAfter(LIVE, paper(an, anGiang), called(an));
  const [first, second] = [bridgeIdentity(anGiang, 'hall-1'), bridgeIdentity(anGiang, 'hall-2')];
  const kinds = ['hall-1', 'camera-1', 'slides-1', 'phone-1'] as const;
  const rightsOf = (state: ConferenceState, present: readonly string[]) =>
    Object.fromEntries(
      present.map((device) => {
        const voice = voicesAmong(
          state,
          present.map((one) => bridgeIdentity(anGiang, one)),
        );
        const wanted = desiredPermission(state, STAGE, bridgeIdentity(anGiang, device), voice);
        return [device, RIGHTS.filter((right) => wanted?.[right] === true)];
      }),
    );

  test('[MED60] one voice: of two machines of the hall the first that came, whatever its name', () => {
    const micOf = (actual: readonly Participant[]) =>
      stageCalls(floor, actual).flatMap((call) =>
        call.kind === 'permit' && call.permission.microphone ? [call.identity] : [],
      );
    expect(micOf([participant(second, { joinedAt: 5 }), participant(first, { joinedAt: 9 })])).toEqual([second]);
    expect(micOf([participant(second, { joinedAt: 5 }), participant(first, { joinedAt: 2 })])).toEqual([first]);
    // The control: alone it is the voice.
    expect(micOf([participant(second, { joinedAt: 5 })])).toEqual([second]);
  });

  test('[MED61] a voice that is thrown out leaves the microphone to the next machine in the same round', () => {
    const actual = [participant(first, { joinedAt: 1 }), participant(second, { joinedAt: 2 })];
    expect(stageCalls(floor, actual, (identity) => identity === first)).toEqual([
      { kind: 'remove', identity: first },
      { kind: 'permit', identity: second, permission: { ...SEEN, microphone: true } },
    ]);
    const smuggling = [participant(first, { joinedAt: 1, smugglesSound: true }), participant(second, { joinedAt: 2 })];
    expect(stageCalls(floor, smuggling).map(({ kind }) => kind)).toEqual(['remove', 'permit']);
  });

  test('[MED62] companions are silent by construction: they receive nothing and open no microphone', () => {
    expect(rightsOf(floor, kinds)).toEqual({
      'hall-1': ['camera', 'microphone', 'receives'],
      'camera-1': ['camera'],
      'slides-1': ['screen'],
      'phone-1': [],
    });
  });

  test('[MED63] a phone that was chosen is the voice and the picture, the hall hears on and is silent', () => {
    const device = deviceSchema.parse('phone-1');
    const chosen = (part: 'picture' | 'sound'): ConferenceEvent => ({
      type: 'deviceChosen',
      at: NOW,
      bridgeId: anGiang,
      part,
      device,
    });
    const state = stateAfter(LIVE, paper(an, anGiang), called(an), [chosen('picture'), chosen('sound')]);
    expect(rightsOf(state, kinds)).toMatchObject({
      'hall-1': ['camera', 'receives'],
      'phone-1': ['camera', 'microphone'],
    });
    // The control: a chosen machine that is not there has no voice; the hall has it.
    expect(rightsOf(state, ['hall-1'])).toEqual({ 'hall-1': ['camera', 'microphone', 'receives'] });
  });
});

describe('the private room', () => {
  const checking = stateAfter(LIVE, [{ type: 'lineCheckStarted', at: NOW, bridgeId: quangBinh }]);
  const room: Place = { kind: 'private', bridgeId: quangBinh };
  const hall = bridgeIdentity(quangBinh, 'hall-1');
  const inRoom = (state: ConferenceState, identity: string) =>
    desiredPermission(state, room, identity, alone(identity));
  const talking = (device: string): readonly ConferenceEvent[] => {
    const callId = callIdSchema.parse('ring');
    return [
      { type: 'bridgeRung', at: NOW, bridgeId: quangBinh, callId },
      { type: 'callAnswered', at: NOW, bridgeId: quangBinh, callId, device: deviceSchema.parse(device) },
    ];
  };
  const TWO_WAY: Permission = { ...SEEN, microphone: true };

  test('[MED64] there is one for each check and call that runs, and none without', () => {
    expect(wantedPlaces(stateAfter(LIVE))).toEqual([STAGE]);
    expect(wantedPlaces(checking)).toEqual([STAGE, room]);
    expect(wantedPlaces(stateAfter(LIVE, talking('phone-1')))).toEqual([STAGE, room]);
    const over: ConferenceEvent = { type: 'lineCheckAbandoned', at: NOW, bridgeId: quangBinh };
    expect(wantedPlaces(stateAfter(LIVE, [{ type: 'lineCheckStarted', at: NOW, bridgeId: quangBinh }, over]))).toEqual([
      STAGE,
    ]);
  });

  test('[MED65] the hall and the seats that talk are let in, nobody else', () => {
    expect(inRoom(checking, hall)).toEqual(TWO_WAY);
    for (const seat of ['secretariat', 'moderator', 'director', 'technician'] as const) {
      expect(inRoom(checking, watcherIdentity({ seat, session: 's', bridgeId: null }, 'pc'))).toEqual(TWO_WAY);
    }
    for (const seat of ['chair', 'announcer', 'recorder', 'wall', 'viewer'] as const) {
      expect(inRoom(checking, watcherIdentity({ seat, session: 's', bridgeId: null }, 'pc'))).toBeNull();
    }
    expect(inRoom(checking, bridgeIdentity(anGiang, 'hall-1'))).toBeNull();
    expect(inRoom(checking, bridgeIdentity(quangBinh, 'camera-1'))).toBeNull();
    expect(inRoom(stateAfter(LIVE), hall)).toBeNull();
  });

  test('[MED66] a call is sound alone, with the machine that answered', () => {
    const state = stateAfter(LIVE, talking('phone-1'));
    const SOUND: Permission = { ...TWO_WAY, camera: false };
    expect(inRoom(state, bridgeIdentity(quangBinh, 'phone-1'))).toEqual(SOUND);
    expect(inRoom(state, hall)).toBeNull();
    expect(inRoom(state, watcherIdentity(secretariat, 'pc'))).toEqual(SOUND);
  });

  test('[MED67] a hall that everybody hears is out of it at once; its technician’s phone may stay', () => {
    const heard = [paper(an, quangBinh), called(an)] as const;
    const withHall = stateAfter(LIVE, talking('hall-1'), ...heard);
    expect(inRoom(withHall, hall)).toBeNull();
    expect(inRoom(stateAfter(LIVE, talking('hall-1')), hall)).not.toBeNull();
    expect(inRoom(stateAfter(LIVE, talking('phone-1'), ...heard), bridgeIdentity(quangBinh, 'phone-1'))).not.toBeNull();
  });

  test('[MED68] nothing of it is on the stage: who only talks in private stays silent there', () => {
    const voice = voicesAmong(checking, [hall]);
    expect(desiredPermission(checking, STAGE, hall, voice)).toEqual(SEEN);
  });

  test('[SEC1] in a classified session there is no room at all, and nobody has a place', () => {
    const secret = stateAfter(LIVE, talking('phone-1'), [{ type: 'classifiedSessionBegan', at: NOW }]);
    expect(wantedPlaces(secret)).toEqual([]);
    expect(inRoom(secret, hall)).toBeNull();
    expect(stageCalls(secret, IN_SILENCE).map(({ kind }) => kind)).toEqual(IDENTITIES.map(() => 'remove'));
    expect(wantedPlaces(stateAfter(CLOSED))).toEqual([]);
  });

  test('[MED69] a room’s name says whose it is, and no conference takes another’s for its own', () => {
    const [one, longer] = [conferenceId('hn'), conferenceId('hn-2')];
    expect(isRoomOf(one, roomOf(one)) && isRoomOf(one, roomOf(one, room))).toBe(true);
    expect(isRoomOf(one, roomOf(longer)) || isRoomOf(one, roomOf(longer, room))).toBe(false);
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
