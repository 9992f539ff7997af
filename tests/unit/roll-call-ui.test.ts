import { expect, test } from 'vitest';
import { bandOf } from '../../client/screens/bridge/band-state.ts';
import { blankRung, readRungs, sortedRungs, typedRungs } from '../../client/screens/console/roll-call/ranks-draft.ts';
import { createAhead } from '../../client/screens/console/roll-call/roll-ahead.ts';
import { rollKey } from '../../client/screens/console/roll-call/roll-keys.ts';
import { readNumber, subjectOf } from '../../client/screens/console/roll-call/roll-number.ts';
import { rollSets, takenInto } from '../../client/screens/console/roll-call/roll-sets.ts';
import { namesToBegin, tiersBelow, withNames } from '../../client/screens/console/roll-call/tier-names.ts';
import { putIn } from '../../shared/base/persistent-map.ts';
import { nothingSaid } from '../../shared/domain/attendance/attendance.ts';
import type { Certificate } from '../../shared/domain/attendance/certificate.ts';
import { PROTOCOL_LADDER } from '../../shared/domain/attendance/ranks.ts';
import type { RollCall } from '../../shared/domain/attendance/roll-call.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  bridgeId,
  central,
  created,
  halls,
  linked,
  NOW,
  preparing,
  quangBinh,
  stateAfter,
} from '../support/builders.ts';
import { TEXTS } from '../support/texts.ts';

const prepared = stateAfter(created, halls, linked(anGiang), preparing);

const withRoll = (state: ConferenceState, rest: Partial<RollCall>, seen: BridgeId | null = null): ConferenceState => ({
  ...state,
  attendance: {
    ...state.attendance,
    rollCall: {
      startedAt: NOW,
      endedAt: null,
      order: [anGiang, quangBinh],
      holdMs: null,
      current: null,
      answers: {},
      ...rest,
    },
  },
  onair:
    seen === null
      ? state.onair
      : { ...state.onair, mode: { kind: 'manual', source: { kind: 'bridge', bridgeId: seen } }, armed: null },
});

const called = (id: BridgeId, seen: BridgeId | null = id) =>
  withRoll(prepared, { current: { bridgeId: id, since: NOW } }, seen);

test('[RCL30] the band of the bridge that is called says so, on air or not; the next ones get ready, the others watch', () => {
  const own = TEXTS.vi.rollCall.wall.own;
  expect(own).toBe('Đang điểm danh điểm cầu của đồng chí');
  expect(bandOf(called(anGiang), anGiang, NOW)).toEqual({ tally: 'onAir', shape: 'air', words: own });
  expect(bandOf(called(anGiang, central), anGiang, NOW)).toEqual({ tally: 'next', shape: 'next', words: own });
  expect(bandOf(called(anGiang), quangBinh, NOW).words).toBe('CHUẨN BỊ: điểm danh ngay lượt tới');
  expect(bandOf(prepared, anGiang, NOW).words).toBe('hội nghị chưa khai mạc');
});

test('[RCL31] the caption of the wall names the bridge and its place', () => {
  expect(TEXTS.vi.rollCall.wall.caption('An Giang', 12, 40)).toBe('ĐIỂM DANH · An Giang (12/40)');
});

test('[RCL36] figures answer and the arrow goes back; inside a field they are typed, and a held Enter runs no further', () => {
  const pressed = (key: string, rest: Partial<KeyboardEvent> = {}) => ({
    key,
    repeat: false,
    isComposing: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...rest,
  });
  const keys = ['1', '2', '3', 'ArrowLeft', '4', '0', 'Enter', 'a', ' '];
  expect(keys.map((key) => rollKey(pressed(key), false))).toEqual([
    { kind: 'answer', answer: 'heard' },
    { kind: 'answer', answer: 'silent' },
    { kind: 'answer', answer: 'missing' },
    { kind: 'back' },
    ...Array(5).fill(null),
  ]);
  expect(keys.map((key) => rollKey(pressed(key), true))).toEqual(Array(9).fill(null));
  expect(rollKey(pressed('1', { ctrlKey: true }), false)).toBeNull();
  expect(rollKey(pressed('1', { repeat: true }), false)).toBeNull();
  expect(rollKey(pressed('Enter', { repeat: true }), true)).toEqual({ kind: 'held' });
});

test('[RCL37] after a press to go on, what follows is meant for the next bridge, though the screen still shows the one before', () => {
  let clock = 0;
  const ahead = createAhead(() => clock);
  expect(ahead.called(anGiang)).toBe(anGiang);
  ahead.sent(quangBinh);
  expect(ahead.called(anGiang)).toBe(quangBinh);
  ahead.acknowledged(true);
  expect(ahead.called(anGiang)).toBe(quangBinh);
  ahead.moved();
  expect(ahead.called(quangBinh)).toBe(quangBinh);
  expect(ahead.called(anGiang)).toBe(anGiang);
  ahead.sent(quangBinh);
  ahead.acknowledged(false);
  expect(ahead.called(anGiang)).toBe(anGiang);
  ahead.sent(quangBinh);
  ahead.acknowledged(true);
  clock = 1_000;
  expect(ahead.called(anGiang)).toBe(anGiang);
});

test('[RCL37] of two calls on their way the last one counts until both are acknowledged and shown', () => {
  const ahead = createAhead(() => 0);
  ahead.sent(anGiang);
  ahead.sent(quangBinh);
  ahead.acknowledged(true);
  ahead.moved();
  expect(ahead.called(anGiang)).toBe(quangBinh);
  ahead.acknowledged(true);
  ahead.moved();
  expect(ahead.called(quangBinh)).toBe(quangBinh);
  expect(ahead.called(central)).toBe(central);
});

test('[RCL38] a second Enter passes nobody over whom the screen has not shown yet, unless that one was answered for', () => {
  const ahead = createAhead(() => 0);
  expect(ahead.mayGoOn()).toBe(true);
  ahead.sent(quangBinh);
  expect(ahead.mayGoOn()).toBe(false);
  ahead.answered();
  expect(ahead.mayGoOn()).toBe(true);
  ahead.sent(anGiang);
  ahead.acknowledged(true);
  ahead.acknowledged(true);
  expect(ahead.mayGoOn()).toBe(false);
  ahead.moved();
  expect(ahead.mayGoOn()).toBe(true);
});

test('[RCL32] a number stays with the bridge for which it was typed, whoever is called meanwhile', () => {
  expect(subjectOf({ bridgeId: anGiang, typed: '61' }, quangBinh)).toBe(anGiang);
  expect(subjectOf({ bridgeId: anGiang, typed: ' ' }, quangBinh)).toBe(quangBinh);
  expect(subjectOf(null, quangBinh)).toBe(quangBinh);
});

test('[RCL33] a number is read with or without the dots of thousands; what is none is not guessed at', () => {
  expect(['61', ' 61 ', '1.250', '0'].map(readNumber)).toEqual([61, 61, 1_250, 0]);
  expect(readNumber('')).toBeNull();
  expect(['6a', '-1', '12.5', '1.25', '100001', '999999999'].map(readNumber)).toEqual(Array(6).fill(undefined));
});

test('[RCL34] a roll call goes through bridges directly below the centre, in protocol order, at most 200 at once', () => {
  const reported = {
    ...prepared,
    attendance: {
      ...prepared.attendance,
      byBridge: putIn(prepared.attendance.byBridge, quangBinh, {
        ...nothingSaid,
        report: { revision: 1, at: NOW, categories: [], signedBy: null, note: null },
      }),
    },
  };
  expect(rollSets(reported)).toEqual({
    all: [anGiang, quangBinh],
    online: [anGiang],
    unreported: [anGiang],
    unheard: [],
  });
  expect(takenInto(Array.from({ length: 205 }, (_, index) => bridgeId(`b-${index}`)))).toHaveLength(200);
});

test('[RCL35] a second run can go through those who were not heard clearly in the last one', () => {
  const last = withRoll(prepared, {
    endedAt: NOW,
    answers: { [anGiang]: { answer: 'heard', present: null, at: NOW } },
  });
  expect(rollSets(last).unheard).toEqual([quangBinh]);
});

const certificate: Certificate = {
  at: NOW,
  position: 7,
  tiers: [{ tier: 1, name: 'điểm cầu cấp tỉnh', ready: 1, total: 2 }],
  exceptions: [],
  missing: 1,
  expected: 0,
  present: 0,
  absent: 0,
};

test('[CRT20] tiers are called as in the last certificate, else as usual; there are as many as the tree is deep', () => {
  expect(tiersBelow(prepared)).toBe(2);
  expect(tiersBelow(stateAfter(created))).toBe(0);
  const usual = ['một', 'hai', 'ba'];
  expect(namesToBegin(2, undefined, usual)).toEqual(['một', 'hai']);
  expect(namesToBegin(5, certificate, usual)).toEqual(['điểm cầu cấp tỉnh', 'hai', 'ba', 'ba', 'ba']);
  expect(withNames(certificate, [' tỉnh ']).tiers[0]?.name).toBe('tỉnh');
});

test('[RNK1] the ladder that stands in the form is the ladder that is read from it', () => {
  expect(readRungs(typedRungs(PROTOCOL_LADDER))).toEqual({ rungs: PROTOCOL_LADDER });
});

test('[RNK2] a line without a word is left out; a bad line, a title twice and an empty ladder are named', () => {
  const rows = typedRungs(PROTOCOL_LADDER.slice(0, 2));
  const row = (title: string, rank: string) => ({ ...blankRung(rows), title, rank });
  expect(readRungs([...rows, blankRung(rows)])).toEqual({ rungs: PROTOCOL_LADDER.slice(0, 2) });
  expect(readRungs([...rows, row('Bộ trưởng', '')])).toEqual({ fault: { kind: 'line', place: 3 } });
  expect(readRungs([...rows, row('Bộ trưởng', '1001')])).toEqual({ fault: { kind: 'line', place: 3 } });
  expect(readRungs([...rows, row('', '5')])).toEqual({ fault: { kind: 'line', place: 3 } });
  expect(readRungs([...rows, row('tong bi thu', '5')])).toEqual({ fault: { kind: 'twice', title: 'tong bi thu' } });
  expect(readRungs([blankRung([])])).toEqual({ fault: { kind: 'empty' } });
  expect(readRungs(Array.from({ length: 101 }, (_, key) => ({ key, title: `Chức ${key}`, rank: '1' })))).toEqual({
    fault: { kind: 'many' },
  });
});

test('[RNK3] sorted by rank, lines of one rank stay as they stand and unfinished ones go to the end', () => {
  const rows = ['30', '', '10', '30'].map((rank, key) => ({ key, title: String(key), rank }));
  expect(sortedRungs(rows).map(({ key }) => key)).toEqual([2, 0, 3, 1]);
});
