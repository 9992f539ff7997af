import { describe, expect, test } from 'vitest';
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
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import {
  anGiang,
  CLOSED,
  central,
  conferenceId,
  LIVE,
  NOW,
  quangBinh,
  secretariat,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { called, paper } from '../support/speech-builders.ts';

const an = speechId('an');
const RIGHTS = ['camera', 'microphone', 'screen', 'receives'] as const;
const SEEN: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };

const participant = (identity: string, changes: Partial<Participant> = {}): Participant => ({
  identity,
  permission: SEEN,
  microphoneLive: false,
  smugglesSound: false,
  joinedAt: 0,
  ...changes,
});

const nobody = (_: string): boolean => false;
const stageCalls = (state: ConferenceState, actual: readonly Participant[], isBanned = nobody) =>
  mediaCalls(state, { place: STAGE, actual }, isBanned);
const alone = (identity: string): VoiceIn => voicesAmong(stateAfter(LIVE), [identity]);

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
    const everybody = [hall, bridgeIdentity(central, 'hall-1'), watcherIdentity(secretariat, 'pc')];
    expect(
      stageCalls(
        secret,
        everybody.map((one) => participant(one)),
      ).map(({ kind }) => kind),
    ).toEqual(['remove', 'remove', 'remove']);
    expect(wantedPlaces(stateAfter(CLOSED))).toEqual([]);
  });

  test('[MED69] a room’s name says whose it is, and no conference takes another’s for its own', () => {
    const [one, longer] = [conferenceId('hn'), conferenceId('hn-2')];
    expect(isRoomOf(one, roomOf(one)) && isRoomOf(one, roomOf(one, room))).toBe(true);
    expect(isRoomOf(one, roomOf(longer)) || isRoomOf(one, roomOf(longer, room))).toBe(false);
  });
});
