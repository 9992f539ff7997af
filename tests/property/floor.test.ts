import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf, valuesOf } from '../../shared/base/persistent-map.ts';
import { NO_ROLLS } from '../../shared/domain/attendance/delegate.ts';
import { bridgeOf, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { askingRefusal } from '../../shared/domain/floor/asking.ts';
import { isInLine, speechOf, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { isExempt, type SpeechKind, seatsOf, speechKinds } from '../../shared/domain/floor/rules.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { nextToCall } from '../../shared/views/queue.ts';
import { speechClock } from '../../shared/views/speech-clock.ts';
import { moderator, NOW } from '../support/builders.ts';
import { floorConductArbitrary, hold } from '../support/conduct.ts';
import { spokenByBridge } from '../support/spoken-intervals.ts';

const RUNS = { seed: 20210930, numRuns: 70, endOnFailure: true };
const conduct = floorConductArbitrary(110);
const YEARS_LATER = NOW + 1_000 * 3_600_000;

type Fact = (before: ConferenceState, event: ConferenceEvent, after: ConferenceState) => void;

/** Looks at every fact that random people bring about. */
const everyFact = (onEvent: Fact): void =>
  fc.assert(
    fc.property(conduct, (one) => {
      hold(one, { onEvent });
    }),
    RUNS,
  );

/** Looks at some of the states, live ones: each look costs more than the fact that led there. */
function someStates(look: (state: ConferenceState) => void): number {
  let seen = 0;
  let looked = 0;
  everyFact((_, __, after) => {
    if (after.conference.phase !== 'live' || ++seen % 6 !== 0) return;
    looked += 1;
    look(after);
  });
  return looked;
}

function given(state: ConferenceState, command: Command, now = YEARS_LATER) {
  let last = 0;
  const moment = { now, newId: () => `later-${++last}`, position: 0, actor: moderator };
  const decided = decide(state, command, moment, NO_ROLLS);
  const events = decided.ok ? decided.value.events : [];
  return { decided, events, state: events.reduce(evolve, state) };
}

describe('whatever random people do on the floor', () => {
  test('[SPK160] at most one main speech is on, N in the modes in which halls take the floor', () => {
    let together = 0;
    everyFact((_, event, { floor }) => {
      if (event.type !== 'speakerCalled') return;
      expect(floor.onFloor.length).toBeLessThanOrEqual(seatsOf(floor.rules));
      together = Math.max(together, floor.onFloor.length);
    });
    expect(together).toBeGreaterThan(2);
  });

  test('[SPK161] the order of the line is dense: nobody twice, nobody who does not wait, nobody left out', () => {
    everyFact((_, { type }, { floor }) => {
      const waiting = [...valuesOf(floor.speeches)].filter(isInLine).map(({ speechId }) => speechId);
      expect([...floor.queue].toSorted(), type).toEqual(waiting.toSorted());
    });
  });

  test('[SPK162] the ledger is the sum of the spoken intervals', () => {
    let charged = 0;
    fc.assert(
      fc.property(conduct, (one) => {
        const { history, state } = hold(one);
        const ledger = entriesOf(state.floor.ledger).map(([id, { chargedMs }]) => [id, chargedMs] as const);
        const told = new Map(ledger.filter(([, ms]) => ms !== 0));
        const spoken = spokenByBridge(history, (kind) => !isExempt(kind));
        expect(told).toEqual(new Map([...spoken].filter(([, ms]) => ms !== 0)));
        charged += told.size;
      }),
      RUNS,
    );
    expect(charged).toBeGreaterThan(RUNS.numRuns / 2);
  });

  test('[SPK163] while a question is in between no main speech’s clock runs', () => {
    let questions = 0;
    everyFact((_, { type }, { floor }) => {
      if (floor.interposed === null) return;
      questions += 1;
      expect(
        floor.onFloor.map((id) => speechOf(floor, id)?.stage.status),
        type,
      ).not.toContain('speaking');
    });
    expect(questions).toBeGreaterThan(50);
  });

  test('[SPK164] the journal, written down and read back, gives the same state', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        const { history, state } = hold(one);
        const replayed = history.map((event) => {
          const { type, ...body } = JSON.parse(JSON.stringify(event));
          return readEvent(type, versionOf(event), body);
        });
        expect(isDeepStrictEqual(replayed.reduce(evolve, initialState), state)).toBe(true);
      }),
      RUNS,
    );
  });

  test('[SPK165] a refusal changes nothing: it carries a code and no fact', () => {
    let refused = 0;
    fc.assert(
      fc.property(conduct, (one) => {
        hold(one, {
          onDecided: (state, decided, { command, now }) => {
            if (decided === 'not-permitted' || decided.ok) return;
            refused += 1;
            expect(Object.keys(decided.error).toSorted()).toEqual(['code', 'params']);
            if (refused % 20 !== 0) return;
            const before = JSON.stringify(encodeState(state));
            expect(given(state, command, now).decided.ok).toBe(false);
            expect(JSON.stringify(encodeState(state))).toBe(before);
          },
        });
      }),
      RUNS,
    );
    expect(refused).toBeGreaterThan(500);
  });

  test('[SPK166] no clock runs backwards, nor faster than the world', () => {
    everyFact((_, __, { floor }) => {
      for (const speech of floor.onFloor.flatMap((id) => speechOf(floor, id) ?? [])) {
        const [sooner, later] = [speechClock(speech, YEARS_LATER), speechClock(speech, YEARS_LATER + 1_000)];
        expect(sooner.elapsedMs).toBeGreaterThanOrEqual(0);
        expect([0, 1_000]).toContain(later.elapsedMs - sooner.elapsedMs);
      }
    });
  });
});

describe('the order of the line', () => {
  test('[SPK167] who comes into the line never changes the order of who stands there', () => {
    everyFact((before, event, after) => {
      if (event.type !== 'speechRegistered' && event.type !== 'speechQueued' && event.type !== 'speechReinstated')
        return;
      const there = new Set(before.floor.queue);
      expect(after.floor.queue.filter((id) => there.has(id))).toEqual(before.floor.queue);
    });
  });

  test('[SPK168] “move X before Y” never fails because of a newcomer, and means the same', () => {
    const moves = someStates((state) => {
      const { queue } = state.floor;
      const [x, y] = [queue.at(-1), queue[0]];
      const [bridge] = bridgesInOrder(state.bridges);
      if (x === undefined || y === undefined || x === y || bridge === undefined) return;
      const move: Command = { type: 'moveSpeech', speechId: x, beforeSpeechId: y };
      const joined = given(state, newcomer(bridge.bridgeId, 'paper'));
      if (!joined.decided.ok || joined.state.floor.queue.length <= queue.length) return;
      const alone = given(state, move).state.floor.queue;
      const { decided, state: both } = given(joined.state, move);
      expect(decided.ok).toBe(true);
      const old = new Set<SpeechId>(queue);
      expect(both.floor.queue.filter((id) => old.has(id))).toEqual(alone.filter((id) => old.has(id)));
    });
    expect(moves).toBeGreaterThan(100);
  });

  test('[SPK169] clearing requests touches nobody who speaks and no paper, and is taken back as if it had not been', () => {
    let cleared = 0;
    someStates((state) => {
      const after = given(state, { type: 'clearRequests', itemId: null });
      if (!after.decided.ok || state.floor.rules.mode !== 'request') return;
      cleared += 1;
      const gone = after.events.flatMap((event) => (event.type === 'speechLapsed' ? [event.speechId] : []));
      expect(gone.map((id) => speechOf(state.floor, id)?.kind)).not.toContain('paper');
      expect([after.state.floor.onFloor, after.state.floor.interposed]).toEqual([
        state.floor.onFloor,
        state.floor.interposed,
      ]);
      const back = given(after.state, { type: 'reinstateSpeeches', speechIds: gone.toReversed() }, YEARS_LATER + 9_999);
      expect(back.decided.ok).toBe(true);
      expect(back.state.floor.queue).toEqual(state.floor.queue);
      const statuses = ({ floor }: ConferenceState) =>
        gone.map((id) => speechOf(floor, id)?.stage.status.replace('standby', 'queued'));
      expect(statuses(back.state)).toEqual(statuses(state));
    });
    expect(cleared).toBeGreaterThan(20);
  });
});

describe('two people at once', () => {
  test('[SPK170] of two moderators who press “next” on the same view one calls, and the other is told who was called', () => {
    let races = 0;
    someStates((state) => {
      const next = nextToCall(state)?.speech;
      if (next === undefined) return;
      const shown = speechOnFloor(state.floor)?.speechId ?? null;
      const press = (speechId: SpeechId): Command => ({
        type: 'callSpeaker',
        speechId,
        expectedOnFloor: shown,
        accepting: ['bridge-lost', 'bridge-absent'],
      });
      const first = given(state, press(next.speechId));
      expect(first.decided.ok).toBe(true);
      const winner = speechOnFloor(first.state.floor);
      const name = winner && bridgeOf(first.state.bridges, winner.bridgeId)?.name;
      for (const id of [next.speechId, state.floor.queue.at(-1) ?? next.speechId]) {
        const second = given(first.state, press(id));
        expect(second.decided).toEqual({ ok: false, error: { code: 'floor-changed', params: { bridge: name } } });
      }
      races += 1;
    });
    expect(races).toBeGreaterThan(100);
  });
});

describe('the sentence beside the button', () => {
  test('[SPK171] it says what the decision would say, and nothing when the decision would be yes', () => {
    const said = new Set<string>();
    const looked = someStates((state) => {
      const itemId = state.agenda.items.at(-1)?.itemId ?? null;
      for (const { bridgeId, link } of bridgesInOrder(state.bridges).slice(0, 3)) {
        for (const kind of speechKinds) {
          const asking = { bridgeId, kind, itemId, category: null, speaker: null, overridden: false };
          const button = askingRefusal(
            state,
            { ...asking, byBridge: true, present: link.status === 'online' },
            YEARS_LATER,
          );
          const { allottedMs: _, override: __, ...wish } = newcomer(bridgeId, kind);
          const { decided } = given(state, { ...wish, type: 'requestSpeech', itemId });
          expect(decided.ok ? null : decided.error).toEqual(button);
          said.add(button?.code ?? 'none');
        }
      }
    });
    expect(looked).toBeGreaterThan(100);
    expect([...said]).toEqual(expect.arrayContaining(['none', 'asking-not-offered', 'bridge-absent', 'list-closed']));
  });
});

function newcomer(bridgeId: BridgeId, kind: SpeechKind) {
  return {
    type: 'registerSpeech' as const,
    bridgeId,
    kind,
    subject: 'Người mới',
    speaker: { fullName: 'Người chưa từng hỏi', positions: [] },
    itemId: null,
    category: null,
    allottedMs: null,
    override: null,
  };
}
