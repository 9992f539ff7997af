import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf, mapValues, valuesOf } from '../../shared/base/persistent-map.ts';
import {
  type Audience,
  bridgesConcernedBy,
  isUrgent,
  PUBLIC,
  redactEvent,
  redactState,
  STAFF,
} from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { type BridgeId, defectIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import {
  anGiang,
  called,
  central,
  counts,
  halls,
  itemId,
  itemStarted,
  LIVE,
  NOW,
  nowhere,
  paper,
  quangBinh,
  reported,
  speechId,
  stateAfter,
  technician,
} from '../support/builders.ts';
import { conductArbitrary, floorConductArbitrary, hold } from '../support/conduct.ts';
import { OURS, PLANTED, type Redaction } from '../support/planted-leaks.ts';

const RUNS = { seed: 20210930, numRuns: 80 };
const conduct = fc.oneof(conductArbitrary(150), floorConductArbitrary(50));

const bridgesOf = ({ bridges }: ConferenceState): readonly BridgeId[] =>
  [...valuesOf(bridges.byId)].map(({ bridgeId }) => bridgeId);

/** Every audience that there is, and one whose bridge is not there. */
const audiencesAt = (state: ConferenceState): readonly Audience[] => [
  STAFF,
  PUBLIC,
  ...[...bridgesOf(state), nowhere].map((bridgeId): Audience => ({ kind: 'bridge', bridgeId })),
];

/** The audiences for whom a screen that folds what it was told is not what the server would show it. */
function breaches(by: Redaction, before: ConferenceState, event: ConferenceEvent): readonly Audience[] {
  const after = evolve(before, event);
  return audiencesAt(after).filter((audience) => {
    const told = by.event(audience, event);
    const screen = by.state(audience, before);
    return !same(told === null ? screen : evolve(screen, told), by.state(audience, after));
  });
}

const same = (a: ConferenceState, b: ConferenceState): boolean => isDeepStrictEqual(encodeState(a), encodeState(b));

/** Runs random conferences until the redaction breaks its law. */
const lawHolds = (by: Redaction): boolean =>
  !fc.check(
    fc.property(conduct, (one) => {
      hold(one, {
        onEvent: (before, event) => {
          if (breaches(by, before, event).length > 0) throw new Error(event.type);
        },
      });
    }),
    { ...RUNS, endOnFailure: true },
  ).failed;

describe('the law of redaction', () => {
  test('[AUD1] what a screen folds is what the server would show it, for every fact and audience', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        hold(one, { onEvent: (before, event) => expect(breaches(OURS, before, event), event.type).toEqual([]) });
      }),
      RUNS,
    );
  });

  test.each(Object.entries(PLANTED))('[AUD2] a planted leak is found: %s', (_, redaction) => {
    expect(lawHolds(redaction)).toBe(false);
  });
});

describe('the streams of the bridges', () => {
  test('[AUD3] only the bridges that a fact concerns are told of it, and each of them is', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        hold(one, {
          onEvent: (before, event, after) => {
            const concerned = bridgesConcernedBy(event);
            for (const bridgeId of [...bridgesOf(before), ...bridgesOf(after), nowhere]) {
              const told = redactEvent({ kind: 'bridge', bridgeId }, event) !== null;
              expect(told, `${event.type} to ${bridgeId}`).toBe(concerned.includes(bridgeId));
            }
          },
        });
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  test('[AUD4] what a bridge’s stream holds is disjoint from the stage: the two are folded apart', () => {
    const state = stateAfter(LIVE, paper(speechId('an'), anGiang), called(speechId('an')));
    const own = redactState({ kind: 'bridge', bridgeId: anGiang }, state);
    expect([own.floor, own.agenda, own.onair, own.conference]).toEqual([
      stateAfter().floor,
      stateAfter().agenda,
      stateAfter().onair,
      stateAfter().conference,
    ]);
    expect(bridgesOf(own)).toEqual([anGiang]);
  });
});

describe('who is told what', () => {
  const noted = { ...reported(anGiang, counts(9, 8)), note: 'một đồng chí ốm' };
  const linked: ConferenceEvent = { type: 'bridgeLinkEstablished', at: NOW, bridgeId: anGiang };
  const text = (audience: Audience, ...events: readonly ConferenceEvent[]) =>
    JSON.stringify([
      encodeState(redactState(audience, stateAfter(LIVE, linked, noted))),
      events.map((event) => redactEvent(audience, event)),
    ]);
  const own: Audience = { kind: 'bridge', bridgeId: anGiang };
  const other: Audience = { kind: 'bridge', bridgeId: quangBinh };

  test('[AUD5] phones are for the staff and the bridge itself', () => {
    const staffed: ConferenceEvent = {
      type: 'bridgeStaffAssigned',
      at: NOW,
      bridgeId: anGiang,
      room: null,
      chairs: [],
      technician,
    };
    for (const audience of [STAFF, own]) expect(text(audience, staffed)).toContain(technician.phone);
    expect(text(PUBLIC, halls, staffed)).not.toContain(technician.phone);
    expect(redactEvent(other, staffed)).toBeNull();
  });

  test('[AUD6] reasons of absence are for the staff and the bridge itself', () => {
    for (const audience of [STAFF, own]) expect(text(audience, noted)).toContain('một đồng chí ốm');
    for (const audience of [PUBLIC, other]) expect(text(audience, noted)).not.toContain('một đồng chí ốm');
  });

  test('[AUD7] the line of a bridge is for the staff and the bridge itself', () => {
    for (const audience of [STAFF, own]) expect(redactEvent(audience, linked)).toEqual(linked);
    for (const audience of [PUBLIC, other]) expect(redactEvent(audience, linked)).toBeNull();
    expect(text(PUBLIC)).not.toContain('online');
  });

  test('[AUD10] in no conference does the public stream hold a phone, a note, a line, a reason, a cue or a defect', () => {
    // Every phone of the random people begins with 0900, every note with vắng; every reason, cue and defect with bí mật.
    const PRIVATE = /0900 \d|vắng \d|"online"|"lost"|Kỹ thuật|bí mật/;
    const staff: string[] = [];
    fc.assert(
      fc.property(conduct, (one) => {
        const { history, state } = hold(one);
        const told = JSON.stringify([
          history.map((event) => redactEvent(PUBLIC, event)),
          encodeState(redactState(PUBLIC, state)),
        ]);
        expect(told).not.toMatch(PRIVATE);
        staff.push(JSON.stringify(history));
      }),
      RUNS,
    );
    // The control: the staff do hold them, in most conferences, and every sort of them in some.
    expect(staff.filter((told) => PRIVATE.test(told)).length).toBeGreaterThan(RUNS.numRuns / 2);
    const secrets = [
      /"override":{"reason":"bí mật/,
      /"ledgerCorrected"[^}]*bí mật/,
      /"does":"bí mật/,
      /"sentence":"bí mật/,
    ];
    expect(secrets.filter((secret) => !staff.some((told) => secret.test(told)))).toEqual([]);
  });

  test('[AUD11] that a rule was set aside is for everybody, why is for the staff', () => {
    const reason = 'Đồng chí Bí thư đến muộn';
    const entered = paper(speechId('an'), anGiang, { override: { reason } });
    expect(redactEvent(STAFF, entered)).toEqual(entered);
    expect(redactEvent(PUBLIC, entered)).toMatchObject({ speech: { override: { reason: null } } });
    expect(redactEvent(own, entered)).toBeNull();
    const state = encodeState(redactState(PUBLIC, stateAfter(LIVE, entered)));
    expect(JSON.stringify(state)).toContain('"override":{"reason":null}');
  });

  test('[AUD12] what a bridge was given or taken is for everybody, the reason for the staff', () => {
    const corrected = {
      type: 'ledgerCorrected',
      at: NOW,
      bridgeId: anGiang,
      byMs: -60_000,
      reason: 'Mất tiếng',
    } as const;
    expect(redactEvent(STAFF, corrected)).toEqual(corrected);
    expect(redactEvent(PUBLIC, corrected)).toEqual({ ...corrected, reason: null });
    expect(redactEvent(own, corrected)).toBeNull();
  });

  test('[AUD13] the running order, the defects and who took over a seat are for the staff', () => {
    const facts: readonly ConferenceEvent[] = [
      { type: 'cuesScripted', at: NOW, itemId: itemId('khai-mac'), cues: [] },
      {
        type: 'defectFound',
        at: NOW,
        defect: { defectId: defectIdSchema.parse('loi-1'), sentence: 'Vọng', bridgeId: anGiang },
      },
      { type: 'defectMended', at: NOW, defectId: defectIdSchema.parse('loi-1') },
      { type: 'seatTakenOver', at: NOW, seat: 'moderator' },
    ];
    for (const event of facts) {
      expect(redactEvent(STAFF, event)).toEqual(event);
      for (const audience of [PUBLIC, own, other]) expect(redactEvent(audience, event)).toBeNull();
    }
  });

  test('[AUD8] names, tiers and totals are for everybody', () => {
    const state = redactState(PUBLIC, stateAfter(LIVE, noted));
    expect(state.attendance.totals).toMatchObject({ bridgesReported: 1, expected: 9, present: 8 });
    expect(entriesOf(state.bridges.byId)).toEqual(
      entriesOf(
        mapValues(stateAfter(LIVE).bridges.byId, (bridge) => ({
          ...bridge,
          technician: null,
          link: { status: 'untried' } as const,
        })),
      ),
    );
    expect(state.bridges.centralId).toBe(central);
  });

  test('[AUD9] what the stage does goes at once, what bridges do may wait', () => {
    expect(isUrgent(called(speechId('an')))).toBe(true);
    expect(isUrgent({ type: 'sourceTaken', at: NOW, source: { kind: 'hold' } })).toBe(true);
    expect(isUrgent(itemStarted(itemId('khai-mac')))).toBe(true);
    for (const event of [halls, linked, noted]) expect(isUrgent(event)).toBe(false);
  });
});
