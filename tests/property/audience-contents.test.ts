import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entriesOf, mapValues, valuesOf } from '../../shared/base/persistent-map.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import {
  type Audience,
  isUrgent,
  PUBLIC,
  redactEvent,
  redactState,
  STAFF,
  tell,
} from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { type BridgeId, defectIdSchema } from '../../shared/domain/ids.ts';
import { type ConferenceState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import {
  anGiang,
  central,
  certificateAt,
  checkedIn,
  counts,
  halls,
  importId,
  itemId,
  itemStarted,
  LIVE,
  listed,
  NOW,
  person,
  quangBinh,
  reported,
  speechId,
  stateAfter,
  technician,
} from '../support/builders.ts';
import {
  attendanceConductArbitrary,
  conductArbitrary,
  floorConductArbitrary,
  type Held,
  hold,
} from '../support/conduct.ts';
import { called, paper } from '../support/speech-builders.ts';

const RUNS = { seed: 20210930, numRuns: 80 };
const conduct = fc.oneof(conductArbitrary(150), floorConductArbitrary(50), attendanceConductArbitrary(90));

const bridgesOf = ({ bridges }: ConferenceState): readonly BridgeId[] =>
  [...valuesOf(bridges.byId)].map(({ bridgeId }) => bridgeId);

const seqOf = (events: readonly ConferenceEvent[]) => events.map((event, index) => ({ seq: index + 1, event }));

/** What the audience is told of one fact. */
const toldOf = (audience: Audience, event: ConferenceEvent, after: ConferenceState): readonly ConferenceEvent[] =>
  tell(audience, [{ seq: 1, event }], after).map((one) => one.event);

describe('who is told what', () => {
  const noted = { ...reported(anGiang, counts(9, 8)), note: 'một đồng chí ốm' };
  const linked: ConferenceEvent = { type: 'bridgeLinkEstablished', at: NOW, bridgeId: anGiang };
  const text = (audience: Audience, ...events: readonly ConferenceEvent[]) => {
    const after = stateAfter(LIVE, linked, noted, events);
    return JSON.stringify([
      encodeState(redactState(audience, after)),
      events.map((one) => toldOf(audience, one, after)),
    ]);
  };
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
    expect(text(PUBLIC)).not.toContain('"status":"online"');
  });

  test('[AUD10] in no conference does the public stream hold a phone, a note, a line, a reason, a cue or a defect', () => {
    // Every phone of the random people begins with 0900, every note with vắng; every reason, cue and defect with bí mật.
    const PRIVATE = /0900 \d|vắng \d|"status":"(online|lost)"|bridgeLink|Kỹ thuật|bí mật|\.xlsx/;
    const staff: string[] = [];
    fc.assert(
      fc.property(conduct, (one) => {
        const { history, state } = hold(one);
        const told = JSON.stringify([
          history.map((event) => redactEvent(PUBLIC, event)),
          tell(PUBLIC, seqOf(history), state),
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
      /"bridgeExcused"[^}]*bí mật/,
      /"signedBy":{[^}]*bí mật/,
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
    expect(state.attendance.totals.reported).toBe(1);
    expect(sumOf(state.attendance.totals)).toMatchObject({ expected: 9, onSite: 8 });
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

  test('[AUD14] the counts of sub-bridges reach the staff and the public in their sums alone, and the bridge above one by one', () => {
    const above: number[] = [];
    const nodesOf = (audience: Audience, { history, state }: Held) => [
      ...valuesOf(redactState(audience, state).attendance.byBridge),
      ...tell(audience, seqOf(history), state).flatMap(({ event }) =>
        event.type === 'attendanceTold' ? event.bridges.flatMap(({ one }) => one ?? []) : [],
      ),
    ];
    fc.assert(
      fc.property(conduct, (one) => {
        const held = hold(one);
        for (const audience of [STAFF, PUBLIC]) {
          expect(nodesOf(audience, held).filter((node) => node.above.length > 0)).toEqual([]);
        }
        for (const bridgeId of bridgesOf(held.state)) {
          const nodes = nodesOf({ kind: 'bridge', bridgeId }, held);
          above.push(nodes.filter((node) => node.above[0] === bridgeId).length);
        }
      }),
      RUNS,
    );
    // The control: the bridges above do see them.
    expect(above.filter((count) => count > 0).length).toBeGreaterThan(20);
  });

  test('[AUD15] files, certificates and who signed a report are for the staff; a report is, to its bridge, whole', () => {
    const signed = { ...noted, signedBy: person('Chánh Văn phòng Tỉnh ủy') };
    const facts: readonly ConferenceEvent[] = [
      {
        type: 'importApplied',
        at: NOW,
        importId: importId('tep'),
        list: 'delegates',
        name: 'Danh sách.xlsx',
        added: 1,
        changed: 0,
        itemIds: [],
        bridgeIds: [],
        replaced: [],
      },
      { type: 'importUndone', at: NOW, importId: importId('tep') },
      { type: 'readinessCertified', at: NOW, certificate: certificateAt(NOW) },
    ];
    for (const event of facts) {
      expect(redactEvent(STAFF, event)).toEqual(event);
      for (const audience of [PUBLIC, own, other]) expect(redactEvent(audience, event)).toBeNull();
    }
    for (const audience of [STAFF, own]) expect(text(audience, signed)).toContain('Chánh Văn phòng Tỉnh ủy');
    for (const audience of [PUBLIC, other]) expect(text(audience, signed)).not.toContain('Chánh Văn phòng Tỉnh ủy');
  });

  test('[AUD16] counts are told together and absolute, at the place of the last of the facts', () => {
    const facts = [listed(anGiang, 'db-1', 'db-2'), called(speechId('an')), checkedIn(anGiang, 'db-1'), linked];
    const told = tell(STAFF, seqOf(facts), stateAfter(LIVE, paper(speechId('an'), anGiang), facts));
    expect(told.map(({ seq, event }) => [seq, event.type])).toEqual([
      [2, 'speakerCalled'],
      [3, 'attendanceTold'],
      [4, 'bridgeLinkEstablished'],
    ]);
  });

  test('[AUD9] what the stage does goes at once, what bridges do may wait', () => {
    expect(isUrgent(called(speechId('an')))).toBe(true);
    expect(isUrgent({ type: 'sourceTaken', at: NOW, source: { kind: 'hold' }, frame: 'alone' })).toBe(true);
    expect(isUrgent(itemStarted(itemId('khai-mac')))).toBe(true);
    for (const event of [halls, linked, noted]) expect(isUrgent(event)).toBe(false);
  });
});
