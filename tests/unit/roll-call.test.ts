import { describe, expect, test } from 'vitest';
import { attendanceOf } from '../../shared/domain/attendance/attendance.ts';
import { MAX_CERTIFICATES } from '../../shared/domain/attendance/certificate.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import { PROTOCOL_LADDER, rankOf } from '../../shared/domain/attendance/ranks.ts';
import type { RollAnswer } from '../../shared/domain/attendance/roll-call.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import {
  anGiang,
  armed,
  central,
  certificateAt,
  chauDoc,
  checkedIn,
  counts,
  from,
  HOLD,
  headcount,
  LIVE,
  LIVE_UNTRIED,
  linked,
  listed,
  lost,
  NOW,
  nowhere,
  placed,
  quangBinh,
  reported,
  SECOND,
  taken,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const start: Command = { type: 'startRollCall', bridgeIds: [anGiang, quangBinh, chauDoc], holdMs: 8_000 };
const end: Command = { type: 'endRollCall' };
const call = (expected: BridgeId | null, bridge: BridgeId | null = null): Command => ({
  type: 'callRoll',
  expectedBridgeId: expected,
  bridgeId: bridge,
});
const answer = (bridge: BridgeId, how: RollAnswer, present: number | null): Command => ({
  type: 'answerRoll',
  bridgeId: bridge,
  answer: how,
  present,
});

const started: EventOf<'rollCallStarted'> = {
  type: 'rollCallStarted',
  at,
  order: [anGiang, quangBinh, chauDoc],
  holdMs: 8_000,
};
const calledInRoll = (bridge: BridgeId): readonly ConferenceEvent[] => [
  { type: 'bridgeCalledInRoll', at, bridgeId: bridge },
  taken(from(bridge)),
];
const answered = (bridge: BridgeId, how: RollAnswer, present: number | null = null): EventOf<'rollAnswered'> => ({
  type: 'rollAnswered',
  at,
  bridgeId: bridge,
  answer: how,
  present,
});
const RUNNING: readonly ConferenceEvent[] = [...LIVE, started];
const current = (history: readonly ConferenceEvent[]) => {
  const next = given(history).when(call(null)).happens();
  return next.attendance.rollCall?.current?.bridgeId;
};

describe('the roll call of bridges', () => {
  test('[ATT80] walks the bridges in the order that was given, each once', () => {
    const twice: Command = { type: 'startRollCall', bridgeIds: [anGiang, quangBinh, anGiang, chauDoc], holdMs: 8_000 };
    expect(given(LIVE).when(twice).emits(started).attendance.rollCall).toMatchObject({ current: null, answers: {} });
    given(RUNNING).when(start).refuses('roll-call-running');
    given(LIVE)
      .when({ type: 'startRollCall', bridgeIds: [nowhere], holdMs: null })
      .refuses('bridge-unknown');
    for (const command of [call(null), answer(anGiang, 'heard', 1), end])
      given(LIVE).when(command).refuses('roll-call-over');
  });

  test('[ATT81] who is called stands on every screen, and what was armed is not any more', () => {
    const state = given(RUNNING)
      .when(call(null), { at: NOW + SECOND })
      .emits(
        { type: 'bridgeCalledInRoll', at: NOW + SECOND, bridgeId: anGiang },
        { ...taken(from(anGiang)), at: NOW + SECOND },
      );
    expect(programSource(state)).toEqual(from(anGiang));
    expect(state.attendance.rollCall?.current).toEqual({ bridgeId: anGiang, since: NOW + SECOND });
    given(RUNNING, armed(HOLD))
      .when(call(null))
      .emits(...calledInRoll(anGiang), { type: 'sourceDisarmed', at });
  });

  test('[ATT82] of two who call at once, one is told that the roll has gone on', () => {
    const called = [...RUNNING, ...calledInRoll(anGiang)];
    given(called).when(call(null)).refuses('roll-changed');
    given(called).when(call(quangBinh)).refuses('roll-changed');
    given(called).when(call(anGiang)).happens();
  });

  test('[ATT83] who was skipped comes round again, who has answered does not, and at the end nobody is left', () => {
    const next = (history: readonly ConferenceEvent[], seen: BridgeId | null) =>
      given(RUNNING, history).when(call(seen)).happens().attendance.rollCall?.current?.bridgeId;
    expect(next([], null)).toBe(anGiang);
    const skipped = [...calledInRoll(anGiang), ...calledInRoll(chauDoc), answered(chauDoc, 'heard')];
    expect(next(skipped, chauDoc)).toBe(anGiang);
    const all = [answered(anGiang, 'heard'), answered(quangBinh, 'missing'), answered(chauDoc, 'silent')];
    given(RUNNING, all).when(call(null)).refuses('roll-call-over');
    expect(next([answered(anGiang, 'heard')], null)).toBe(quangBinh);
    const again = given(RUNNING, all).when(call(null, quangBinh)).happens();
    expect(again.attendance.rollCall?.current?.bridgeId).toBe(quangBinh);
  });

  test('[ATT84] nobody is called who is not in the roll, or not in the conference any more', () => {
    given(RUNNING).when(call(null, central)).refuses('bridge-unknown');
    given(RUNNING)
      .when(answer(central, 'heard', 9))
      .refuses('bridge-unknown');
    const gone: ConferenceEvent = { type: 'bridgeRemoved', at, bridgeId: quangBinh };
    given(RUNNING, gone).when(call(null, quangBinh)).refuses('bridge-unknown');
    expect(current([...RUNNING, gone, answered(anGiang, 'heard')])).toBe(chauDoc);
  });

  test('[ATT85] the number that a hall gives is its report where it has said nothing yet, and else stands in the roll alone', () => {
    const row = { ...counts(30, 30), absentExcused: 0 };
    const { attendance } = given(RUNNING)
      .when(answer(anGiang, 'heard', 30))
      .emits(answered(anGiang, 'heard', 30), reported(anGiang, row));
    expect(attendance.rollCall?.answers[anGiang]).toEqual({ answer: 'heard', present: 30, at });
    const { attendance: withList } = given(RUNNING, listed(anGiang, 'a', 'b', 'c'))
      .when(answer(anGiang, 'heard', 2))
      .happens();
    expect(sumOf(withList.totals)).toMatchObject({ expected: 3, onSite: 2 });
    given(RUNNING, reported(anGiang, counts(50, 48)))
      .when(answer(anGiang, 'heard', 30))
      .emits(answered(anGiang, 'heard', 30));
    given(RUNNING, listed(anGiang, 'a'), checkedIn(anGiang, 'a'))
      .when(answer(anGiang, 'heard', 30))
      .emits(answered(anGiang, 'heard', 30));
    given(RUNNING)
      .when(answer(anGiang, 'missing', null))
      .emits(answered(anGiang, 'missing'));
  });

  test('[ATT122] a number corrected in the roll revises the report that the roll wrote, and nobody else’s', () => {
    const wrote = given(RUNNING, answered(anGiang, 'heard', 61), reported(anGiang, counts(61, 61)));
    const { attendance } = wrote.when(answer(anGiang, 'heard', 62)).happens();
    expect(attendanceOf(attendance, anGiang).report).toMatchObject({ revision: 2, categories: [{ onSite: 62 }] });
    wrote.when(answer(anGiang, 'silent', 61)).emits(answered(anGiang, 'silent', 61));
    given(RUNNING, answered(anGiang, 'heard', 61), reported(anGiang, counts(70, 65)))
      .when(answer(anGiang, 'heard', 62))
      .emits(answered(anGiang, 'heard', 62));
  });

  test('[ATT86] a bridge reports after the roll as after any report', () => {
    const state = given(RUNNING)
      .when(answer(anGiang, 'heard', 30))
      .happens();
    expect(attendanceOf(state.attendance, anGiang).report).toMatchObject({ revision: 1, signedBy: null });
    given(RUNNING, reported(anGiang, counts(30, 30)))
      .when(headcount(anGiang, counts(31, 31)))
      .refuses('report-changed', {
        revision: 1,
      });
  });

  test('[ATT87] at the end the picture follows the floor again, if the roll had taken it', () => {
    const { attendance, onair } = given(RUNNING, calledInRoll(anGiang))
      .when(end)
      .emits({ type: 'rollCallEnded', at }, { type: 'programFollowsFloor', at });
    expect([attendance.rollCall?.endedAt, attendance.rollCall?.current, onair.mode.kind]).toEqual([
      at,
      null,
      'followFloor',
    ]);
    given(RUNNING).when(end).emits({ type: 'rollCallEnded', at });
    given(RUNNING, { type: 'rollCallEnded', at }).when(start).happens();
  });
});

describe('the certificate of readiness', () => {
  const certify: Command = { type: 'certifyReadiness', tierNames: ['Cấp tỉnh', 'Cấp xã'] };

  test('[ATT88] says how many bridges of each tier are on the line, which are not and why, and stays what it was', () => {
    const excused = { type: 'bridgeExcused', at, ...placed(quangBinh), reason: 'Mất điện' } as const;
    const before = [...LIVE, lost(quangBinh), excused, reported(anGiang, counts(50, 48))];
    const { attendance } = given(before)
      .when(certify, { position: 41, at: NOW + 9 })
      .happens();
    const made = certificateAt(NOW + 9, {
      position: 41,
      tiers: [
        { tier: 1, name: 'Cấp tỉnh', ready: 1, total: 2 },
        { tier: 2, name: 'Cấp xã', ready: 1, total: 1 },
      ],
      exceptions: [{ bridgeId: quangBinh, name: 'Điểm cầu tỉnh Quảng Bình', reason: 'Mất điện' }],
      missing: 1,
      expected: 50,
      present: 48,
      absent: 2,
    });
    expect(attendance.certificates).toEqual([made]);
    const fact = { type: 'readinessCertified', at: NOW + 9, certificate: made } as const;
    const later = given(before, fact, linked(quangBinh), { ...reported(anGiang, counts(50, 50)), revision: 2 });
    expect(later.state.attendance.certificates).toEqual([made]);
  });

  test('[ATT89] the last twenty are kept', () => {
    const facts = Array.from({ length: MAX_CERTIFICATES + 2 }, (_, index) => ({
      type: 'readinessCertified' as const,
      at: NOW + index,
      certificate: certificateAt(NOW + index),
    }));
    const { certificates } = given(LIVE_UNTRIED, facts).state.attendance;
    expect([certificates.length, certificates[0]?.at, certificates.at(-1)?.at]).toEqual([20, NOW + 2, NOW + 21]);
  });
});

describe('protocol ranks', () => {
  const rank = (...positions: readonly string[]) => rankOf(PROTOCOL_LADDER, positions);

  test('[ATT95] the highest of a person’s posts decides, whatever the order in which they are written', () => {
    expect(rank('Ủy viên Trung ương Đảng', 'Bí thư Tỉnh ủy')).toBe(rank('Ủy viên Trung ương Đảng'));
    expect(rank('Bí thư Tỉnh ủy', 'Ủy viên Trung ương Đảng')).toBe(rank('Ủy viên Trung ương Đảng'));
    expect(rank('Bí thư Tỉnh ủy, Chủ tịch Hội đồng nhân dân tỉnh')).toBe(rank('Bí thư Tỉnh ủy'));
    expect(rank('bi thu tinh uy An Giang')).toBe(rank('Bí thư Tỉnh ủy'));
  });

  test('[ATT96] a deputy is not taken for the head, nor a word for its beginning', () => {
    expect(rank('Phó Bí thư Tỉnh ủy')).toBeGreaterThan(rank('Bí thư Tỉnh ủy'));
    expect(rank('Phó Trưởng Ban Tổ chức Trung ương')).toBeLessThan(rank('Phó Trưởng Ban Tuyên giáo'));
    expect(rank('Phó Trưởng Ban Tuyên giáo')).toBeGreaterThan(rank('Trưởng Ban Tuyên giáo'));
    expect(rank('Trưởng Bang')).toBe(rank('Cán bộ'));
    expect(rank()).toBe(rank('Cán bộ'));
  });

  test('[ATT97] who held a post comes right after those who hold it', () => {
    expect(rank('Nguyên Bí thư Tỉnh ủy')).toBe(rank('Bí thư Tỉnh ủy') + 1);
    expect(rank('Nguyên Bí thư Tỉnh ủy')).toBeLessThan(rank('Phó Bí thư Tỉnh ủy'));
  });

  test('[ATT98] the secretariat adopts a ladder of its own, and it decides from then on', () => {
    const rungs = [
      { title: 'Giám đốc Sở', rank: 1 },
      { title: 'Tổng Bí thư', rank: 2 },
    ];
    const { attendance } = given(LIVE)
      .when({ type: 'adoptProtocolRanks', rungs })
      .emits({ type: 'protocolRanksAdopted', at, rungs });
    expect(rankOf(attendance.rungs, ['Giám đốc Sở Nội vụ'])).toBeLessThan(rankOf(attendance.rungs, ['Tổng Bí thư']));
    expect(given(LIVE).state.attendance.rungs).toBe(PROTOCOL_LADDER);
  });
});
