import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { livePermission } from '../../server/media/grants.ts';
import type { Participant } from '../../server/media/media-gateway.ts';
import { desiredPermission, mediaCalls, STAGE } from '../../server/media/room-plan.ts';
import { liveItem, timedItems } from '../../shared/domain/agenda/agenda.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { queuedSpeeches, speechesOnFloor, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { armedShot, armedSource, programShot, programSource } from '../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { agendaTimes } from '../../shared/views/agenda-clock.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { heardBy, publishingOf } from '../../shared/views/media-plan.ts';
import { turns } from '../../shared/views/queue.ts';
import { hallsIn, sceneOf } from '../../shared/views/scene.ts';
import { lowerThird, tallyOf } from '../../shared/views/stage.ts';
import { NOW, nowhere } from '../support/builders.ts';
import { conductArbitrary, floorConductArbitrary, hold } from '../support/conduct.ts';

const RUNS = { seed: 20210930, numRuns: 60 };
const conduct = fc.oneof(conductArbitrary(120), floorConductArbitrary(90));

/** Every state that random people bring about. */
const everyState = (look: (state: ConferenceState) => void): void =>
  fc.assert(
    fc.property(conduct, (one) => {
      hold(one, { onEvent: (_, __, after) => look(after) });
    }),
    RUNS,
  );

const bridgesOf = ({ bridges }: ConferenceState): readonly BridgeId[] =>
  bridgesInOrder(bridges).map(({ bridgeId }) => bridgeId);

const inRoom = (state: ConferenceState, flip: boolean): readonly Participant[] =>
  [...bridgesOf(state), nowhere].map((id) => ({
    identity: bridgeIdentity(id, 'pc'),
    permission: { camera: flip, microphone: !flip, screen: flip, receives: !flip, hidden: flip },
    microphoneLive: false,
    smugglesSound: false,
    joinedAt: 0,
  }));

describe('media, in every conference', () => {
  test('[MED15] open are the microphones of who has the floor, of the central hall, and no other; a question alone', () => {
    let together = 0;
    everyState((state) => {
      const open = openMicrophones(state);
      const { floor, bridges } = state;
      expect(new Set(open).size).toBe(open.length);
      const speakers = floor.interposed === null ? speechesOnFloor(floor) : [speechOnFloor(floor)];
      const may = new Set([bridges.centralId, ...speakers.map((speech) => speech?.bridgeId)]);
      expect(open.filter((id) => !may.has(id))).toEqual([]);
      expect(open.length).toBeLessThanOrEqual(Math.max(1, floor.onFloor.length) + 1);
      together = Math.max(together, open.length);
      const publishing = bridgesOf(state).filter(
        (id) => publishingOf(state, { bridgeId: id, device: 'hall-1', isVoice: true }).microphone,
      );
      expect(publishing.filter((id) => !open.includes(id))).toEqual([]);
    });
    expect(together).toBeGreaterThan(1);
  });

  test('[MED16] nobody is shown or played the own hall, and nobody unknown', () => {
    everyState((state) => {
      for (const id of bridgesOf(state)) {
        for (const shot of [programShot(state), armedShot(state)]) {
          expect(hallsIn(sceneOf(state, shot, { own: id, single: false }))).not.toContain(id);
        }
        expect(heardBy(state, id)).not.toContain(id);
      }
      const named = [programSource(state), armedSource(state)].flatMap((source) =>
        source.kind === 'bridge' ? [source.bridgeId] : [],
      );
      expect(named.filter((id) => !bridgesOf(state).includes(id))).toEqual([]);
    });
  });

  test('[MED17] whatever a room looks like, one round of calls makes it what the journal wants', () => {
    everyState((state) => {
      for (const flip of [true, false]) {
        const before = inRoom(state, flip);
        const calls = mediaCalls(state, { place: STAGE, actual: before }, () => false);
        const after = before.flatMap((one): readonly Participant[] => {
          const call = calls.find(({ identity }) => identity === one.identity);
          if (call?.kind === 'remove') return [];
          return [call === undefined ? one : { ...one, permission: call.permission }];
        });
        expect(mediaCalls(state, { place: STAGE, actual: after }, () => false)).toEqual([]);
      }
    });
  });

  test('[MED18] no conference leads to a permission that says one may publish and leaves open what', () => {
    everyState((state) => {
      for (const id of bridgesOf(state)) {
        const permission = desiredPermission(state, STAGE, bridgeIdentity(id, 'pc'), () => 'pc');
        if (permission === null) continue;
        const { canPublish, canPublishSources } = livePermission(permission);
        expect(canPublish && canPublishSources.length === 0).toBe(false);
      }
    });
  });
});

describe('what screens read, in every conference', () => {
  test('[AIR18] at most one bridge is on air, at most one is next, and each picture can be named', () => {
    everyState((state) => {
      const tallies = bridgesOf(state).map((id) => tallyOf(state, id));
      for (const tally of ['onAir', 'next']) {
        expect(tallies.filter((one) => one === tally).length).toBeLessThanOrEqual(1);
      }
      const source = programSource(state);
      expect(lowerThird(state, source) === null).toBe(source.kind === 'hold');
    });
  });

  test('[AGD34] no item ends before it starts, and what waits starts after what was before it, never in the past', () => {
    everyState(({ agenda }) => {
      const now = NOW + 45_000;
      const times = agendaTimes(agenda, now);
      expect(times.map(({ item }) => item.itemId)).toEqual(timedItems(agenda).map(({ itemId }) => itemId));
      let free = now;
      for (const { item, expected } of times) {
        expect(expected.end).toBeGreaterThanOrEqual(expected.start);
        if (item.progress.status !== 'waiting') continue;
        expect(expected.start).toBeGreaterThanOrEqual(free);
        free = expected.end;
      }
    });
  });

  test('[FLR51] turns come in the order of the queue and never in the past', () => {
    everyState((state) => {
      const now = NOW + 45_000;
      const told = turns(state, now);
      const ids = told.map(({ speech }) => speech.speechId);
      const live = liveItem(state.agenda);
      const called = queuedSpeeches(state.floor).filter(
        ({ itemId }) => live === undefined || itemId === null || itemId === live.itemId,
      );
      expect(ids).toEqual(called.map(({ speechId }) => speechId));
      expect(told.map(({ ahead }) => ahead)).toEqual(told.map((_, index) => index));
      const times = told.map(({ expectedAt }) => expectedAt);
      expect(times.toSorted((a, b) => a - b)).toEqual(times);
      expect(times.every((time) => time >= now)).toBe(true);
    });
  });
});
