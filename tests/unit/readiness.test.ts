import { expect, test } from 'vitest';
import { mapFrom, putIn } from '../../shared/base/persistent-map.ts';
import { type BridgeAttendance, nothingSaid } from '../../shared/domain/attendance/attendance.ts';
import { certificateSchema, MAX_EXCEPTIONS } from '../../shared/domain/attendance/certificate.ts';
import { readinessOf } from '../../shared/domain/attendance/readiness.ts';
import type { Bridge, BridgeFacts, Link } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  bridgeId,
  CENTRAL_FACTS,
  CHAU_DOC_FACTS,
  chauDoc,
  NOW,
  QUANG_BINH_FACTS,
  quangBinh,
} from '../support/builders.ts';

const NAMES = ['điểm cầu của đảng bộ trực thuộc Trung ương', 'điểm cầu cấp xã'];
const ONLINE: Link = { status: 'online', since: NOW };
const LOST: Link = { status: 'lost', since: NOW };
const UNTRIED: Link = { status: 'untried' };

const hall = (facts: BridgeFacts, link: Link): Bridge => ({ ...facts, link, losses: 0 });

/** The central bridge is off the line in all of them: it is in no tier. */
const withHalls = (...halls: readonly Bridge[]): ConferenceState => ({
  ...initialState,
  bridges: {
    centralId: CENTRAL_FACTS.bridgeId,
    byId: mapFrom([hall(CENTRAL_FACTS, UNTRIED), ...halls].map((one) => [one.bridgeId, one])),
  },
});

const saying = (state: ConferenceState, id: BridgeId, said: Partial<BridgeAttendance>): ConferenceState => ({
  ...state,
  attendance: {
    ...state.attendance,
    byBridge: putIn(state.attendance.byBridge, id, { ...nothingSaid, ...said }),
  },
});

const REPORT: BridgeAttendance['report'] = { revision: 1, at: NOW, categories: [], signedBy: null, note: null };

test('[CRT1] a bridge is ready on the line, or reported without ever having joined; a lost line is not ready', () => {
  const halls = withHalls(hall(AN_GIANG_FACTS, ONLINE), hall(QUANG_BINH_FACTS, LOST), hall(CHAU_DOC_FACTS, UNTRIED));
  const reported = saying(saying(halls, chauDoc, { report: REPORT }), quangBinh, { report: REPORT });
  const { tiers, exceptions, missing } = readinessOf(reported, NAMES);
  expect(tiers).toEqual([
    { tier: 1, name: NAMES[0], ready: 1, total: 2 },
    { tier: 2, name: NAMES[1], ready: 1, total: 1 },
  ]);
  expect(missing).toBe(1);
  expect(exceptions.map((one) => one.bridgeId)).toEqual([quangBinh]);
  expect(readinessOf(halls, NAMES).missing).toBe(2);
});

test('[CRT2] those not ready stand in protocol order, each with the reason that it gave', () => {
  const halls = withHalls(hall(CHAU_DOC_FACTS, UNTRIED), hall(QUANG_BINH_FACTS, UNTRIED), hall(AN_GIANG_FACTS, LOST));
  const excused = saying(halls, chauDoc, { excuse: 'mất điện do bão' });
  expect(readinessOf(excused, NAMES).exceptions).toEqual([
    { bridgeId: anGiang, name: AN_GIANG_FACTS.name, reason: null },
    { bridgeId: quangBinh, name: QUANG_BINH_FACTS.name, reason: null },
    { bridgeId: chauDoc, name: CHAU_DOC_FACTS.name, reason: 'mất điện do bão' },
  ]);
});

test('[CRT3] a bridge that said it would not join, and has joined, is ready', () => {
  const excused = saying(withHalls(hall(AN_GIANG_FACTS, ONLINE)), anGiang, { excuse: 'mất điện' });
  expect(readinessOf(excused, NAMES)).toMatchObject({ missing: 0, exceptions: [], tiers: [{ ready: 1, total: 1 }] });
});

test('[CRT4] tiers without a bridge are left out, and bridges below the last named tier count with it', () => {
  const deep = hall({ ...CHAU_DOC_FACTS, tier: 3 }, UNTRIED);
  const halls = withHalls(hall(AN_GIANG_FACTS, ONLINE), deep);
  expect(readinessOf(halls, ['cấp tỉnh', 'cấp xã', 'chi bộ', 'tổ']).tiers.map(({ tier }) => tier)).toEqual([1, 3]);
  expect(readinessOf(halls, ['điểm cầu'])).toMatchObject({ tiers: [{ tier: 1, ready: 1, total: 2 }], missing: 1 });
});

test('[CRT5] of very many that are not ready 300 are named and all are counted; the certificate keeps its shape', () => {
  const many = Array.from({ length: MAX_EXCEPTIONS + 5 }, (_, order) =>
    hall({ ...AN_GIANG_FACTS, bridgeId: bridgeId(`b-${order}`), order }, UNTRIED),
  );
  const readiness = readinessOf(withHalls(...many), NAMES);
  expect(readiness.missing).toBe(305);
  expect(readiness.exceptions).toHaveLength(300);
  expect(readiness.exceptions[299]?.bridgeId).toBe('b-299');
  expect(certificateSchema.parse({ at: NOW, position: 7, ...readiness })).toMatchObject({ position: 7, missing: 305 });
});

test('[CRT6] people are those of the whole conference, whatever bridges are counted', () => {
  const figure = { expected: 100, onSite: 80, online: 5, absentExcused: 3, absentUnexcused: 2 };
  const state = withHalls(hall(AN_GIANG_FACTS, ONLINE));
  const totals = {
    reported: 1,
    byCategory: { 'Đại biểu': figure, 'Báo chí': { ...figure, expected: 10, onSite: 10 } },
  };
  expect(readinessOf({ ...state, attendance: { ...state.attendance, totals } }, NAMES)).toMatchObject({
    expected: 110,
    present: 100,
    absent: 10,
  });
});
