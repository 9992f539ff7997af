import { describe, expect, test } from 'vitest';
import { actionRows, faultsFound, foundOf, meanRepairMs } from '../../client/screens/after-action/action-rows.ts';
import { moveBy } from '../../client/screens/minutes/follow-up/awards-tab.tsx';
import type { EventOf } from '../../shared/domain/event.ts';
import {
  awardIdSchema,
  conferenceIdSchema,
  incidentIdSchema,
  proposalIdSchema,
  taskIdSchema,
} from '../../shared/domain/ids.ts';
import type { Award } from '../../shared/domain/records/award.ts';
import type { Incident, IncidentFacts } from '../../shared/domain/records/incident.ts';
import { NOT_SETTLED, type Proposal } from '../../shared/domain/records/proposal.ts';
import type { Deadline, Task, TaskState } from '../../shared/domain/records/task.ts';
import {
  likelyLeader,
  likelyPairs,
  namesIn,
  overdueDays,
  proposalGroups,
  readDeadline,
  taskLines,
  tasksInOrder,
} from '../../shared/views/follow-up.ts';
import {
  incidentSum,
  incidentsInOrder,
  knownTroubles,
  lastedMs,
  suggestedOwner,
} from '../../shared/views/incident-log.ts';
import { readNumber, shareOf } from '../../shared/views/report-figure.ts';
import { anGiang, LIVE, linked, lost, MINUTE, NOW, quangBinh, stateAfter } from '../support/builders.ts';
import { checked, faulty } from '../support/line-builders.ts';

const proposal = (name: string, text: string, duplicateOf: string | null = null): Proposal => ({
  proposalId: proposalIdSchema.parse(name),
  text,
  proposedBy: null,
  bridgeId: null,
  speechId: null,
  addressee: 'Trung ương',
  ...NOT_SETTLED,
  registeredAt: NOW,
  duplicateOf: duplicateOf === null ? null : proposalIdSchema.parse(duplicateOf),
});

describe('proposals that say the same', () => {
  const first = proposal('a', 'Đề nghị Trung ương sớm ban hành văn bản mới thay thế các nghị quyết đã tổng kết');
  const same = proposal('b', 'kiến nghị TRUNG ƯƠNG ban hành sớm các văn bản mới, thay thế nghị quyết đã tổng kết');
  const other = proposal('c', 'Bổ sung biên chế cho Ban Tổ chức cấp huyện');

  test('[FUP37] are found by their words, whatever their order, accents and letters; what differs is left alone', () => {
    expect(likelyPairs([first, other, same])).toMatchObject([{ leader: first, duplicate: same }]);
    expect(likelyPairs([first, other])).toEqual([]);
    const [pair] = likelyPairs([first, same]);
    expect(pair?.likeness).toBeGreaterThan(0.8);
  });

  test('[FUP38] what leads a group or follows already is not offered as a duplicate', () => {
    const leading = proposal('d', 'Giảm hội họp', 'b');
    expect(likelyPairs([first, same, leading])).toEqual([]);
    expect(likelyPairs([first, { ...same, duplicateOf: first.proposalId }])).toEqual([]);
  });

  test('[FUP39] while it is typed the earlier one is named; half a sentence is not enough', () => {
    expect(likelyLeader([other, first], same.text)).toBe(first);
    expect(likelyLeader([other, first], 'Đề nghị Trung ương')).toBeNull();
    expect(likelyLeader([], same.text)).toBeNull();
    expect(likelyLeader([first], '')).toBeNull();
  });

  test('[FUP40] groups stand where their leader stands, with its duplicates in their order', () => {
    const [b, d] = [proposal('b', 'x', 'a'), proposal('d', 'y', 'a')];
    expect(proposalGroups([b, first, other, d])).toEqual([
      { leader: first, duplicates: [b, d] },
      { leader: other, duplicates: [] },
    ]);
  });
});

describe('tasks', () => {
  const task = (name: string, deadline: Deadline | null, state: TaskState = 'open'): Task => ({
    taskId: taskIdSchema.parse(name),
    text: name,
    assignees: ['Ban'],
    deadline,
    assigner: null,
    carriedFrom: null,
    state,
    remark: null,
    followedUpAt: null,
  });
  const day = (date: string): Deadline => ({ kind: 'date', date });

  test('[FUP41] lateness is counted in days from the day after the last one, over leap days and years', () => {
    const late = (deadline: Deadline | null, today: string) => overdueDays(task('t', deadline), today);
    expect(late(day('2021-09-30'), '2021-09-30')).toBe(0);
    expect(late(day('2021-09-30'), '2021-10-01')).toBe(1);
    expect(late({ kind: 'quarter', quarter: 3, year: 2021 }, '2021-10-12')).toBe(12);
    expect(late(day('2020-02-28'), '2020-03-01')).toBe(2);
    expect(late(day('2021-02-28'), '2021-03-01')).toBe(1);
    expect(late({ kind: 'year', year: 2019 }, '2020-12-31')).toBe(366);
    expect(late({ kind: 'event', event: 'Đại hội' }, '2030-01-01')).toBe(0);
    expect(late(null, '2030-01-01')).toBe(0);
    expect(overdueDays(task('t', day('2021-01-01'), 'done'), '2021-10-12')).toBe(0);
  });

  test('[FUP42] the latest stand first, then those without a day, and what is finished last', () => {
    const tasks = [
      task('xong', day('2020-01-01'), 'done'),
      task('su-kien', { kind: 'event', event: 'Đại hội' }),
      task('nam', { kind: 'year', year: 2023 }),
      task('ngay', day('2021-09-30'), 'underway'),
      task('quy', { kind: 'quarter', quarter: 1, year: 2021 }),
    ];
    expect(tasksInOrder(tasks).map(({ text }) => text)).toEqual(['quy', 'ngay', 'nam', 'su-kien', 'xong']);
  });

  test('[FUP43] a deadline is read as it is spoken: a day, a quarter, a year, else an event; no day of the calendar is none', () => {
    const read: readonly (readonly [string, Deadline | null])[] = [
      ['30/9/2021', day('2021-09-30')],
      ['trước ngày 05.02.2026', day('2026-02-05')],
      ['Quý I/2021', { kind: 'quarter', quarter: 1, year: 2021 }],
      ['quý 4 năm 2021', { kind: 'quarter', quarter: 4, year: 2021 }],
      ['2023', { kind: 'year', year: 2023 }],
      ['trong năm 2024', { kind: 'year', year: 2024 }],
      ['Hội nghị Trung ương 10 khóa XIII', { kind: 'event', event: 'Hội nghị Trung ương 10 khóa XIII' }],
      ['31/2/2021', null],
      ['  ', null],
    ];
    for (const [typed, deadline] of read) expect(readDeadline(typed), typed).toEqual(deadline);
  });

  test('[FUP44] pasted lines become one task each, without their marks; a table brings assignees and deadline', () => {
    expect(taskLines('1. Rà soát quy hoạch\r\n\n- 2.5 triệu đảng viên\nđ) Tổng kết\tBan A; Ban B\tquý I/2021')).toEqual(
      [
        { text: 'Rà soát quy hoạch', assignees: [], deadline: null },
        { text: '2.5 triệu đảng viên', assignees: [], deadline: null },
        { text: 'Tổng kết', assignees: ['Ban A', 'Ban B'], deadline: { kind: 'quarter', quarter: 1, year: 2021 } },
      ],
    );
    expect(taskLines('2.5 triệu đảng viên')[0]?.text).toBe('2.5 triệu đảng viên');
    expect(taskLines(' \n\t\n')).toEqual([]);
    expect(namesIn('Ban tổ chức các tỉnh ủy, thành ủy\nCác cơ quan; Các đơn vị\n')).toEqual([
      'Ban tổ chức các tỉnh ủy, thành ủy',
      'Các cơ quan',
      'Các đơn vị',
    ]);
  });
});

describe('figures', () => {
  test('[FUP45] numbers are read as papers write them, and a bar shows how much of the whole it is', () => {
    const read = ['5', '4.012', '12,5', '1.234.567,8', '-3', '12.5', '4,012.5', 'năm', ''];
    expect(read.map(readNumber)).toEqual([5, 4012, 12.5, 1234567.8, -3, null, null, null, null]);
    const share = (value: number, outOf: number | null) => shareOf({ value, outOf, unit: null });
    expect([share(5, 20), share(30, 20), share(5, 0), share(5, null), share(-1, 20)]).toEqual([
      0.25,
      1,
      null,
      null,
      null,
    ]);
  });
});

const incident = (name: string, rest: Partial<Incident> = {}): Incident => ({
  incidentId: incidentIdSchema.parse(name),
  bridgeId: anGiang,
  matter: 'sound',
  text: name,
  owner: null,
  effect: null,
  since: NOW,
  mendedAt: null,
  remedy: null,
  ...rest,
});
const opened = (name: string, rest: Partial<IncidentFacts> = {}): EventOf<'incidentOpened'> => {
  const { mendedAt: _, remedy: __, ...facts } = incident(name);
  return { type: 'incidentOpened', at: NOW, incident: { ...facts, ...rest } };
};
const mended = (name: string, at: number): EventOf<'incidentMended'> => ({
  type: 'incidentMended',
  at,
  incidentId: incidentIdSchema.parse(name),
  remedy: null,
});

describe('what the lines report and nobody has noted', () => {
  const silent = faulty(anGiang, 'silentMicrophone', NOW - MINUTE);

  test('[FUP46] a fault that lasts stands first with its matter; a loss that is over is named with how often it was', () => {
    const state = stateAfter(LIVE, lost(quangBinh, NOW), linked(quangBinh, NOW + 1), silent);
    expect(knownTroubles(state)).toMatchObject([
      { bridgeId: anGiang, what: 'silentMicrophone', matter: 'sound', since: NOW - MINUTE },
      { bridgeId: quangBinh, what: 'lost', matter: 'line', since: null, times: 1 },
    ]);
    const gone = stateAfter(LIVE, lost(quangBinh, NOW));
    expect(knownTroubles(gone)).toMatchObject([{ what: 'lost', since: NOW, times: 1 }]);
    expect(knownTroubles(stateAfter(LIVE))).toEqual([]);
  });

  test('[FUP47] what an open incident stands for is not offered again; mended while the fault lasts it is', () => {
    const noted = stateAfter(LIVE, silent, opened('a'));
    expect(knownTroubles(noted)).toEqual([]);
    expect(knownTroubles(stateAfter(LIVE, silent, opened('a', { matter: 'picture' })))).toHaveLength(1);
    expect(knownTroubles(stateAfter(LIVE, silent, opened('a', { bridgeId: quangBinh })))).toHaveLength(1);
    expect(knownTroubles(stateAfter(LIVE, silent, opened('a'), mended('a', NOW)))).toHaveLength(1);
    const over = [lost(anGiang, NOW), linked(anGiang, NOW + 1), opened('a', { matter: 'line' }), mended('a', NOW)];
    expect(knownTroubles(stateAfter(LIVE, over))).toEqual([]);
  });

  test('[FUP48] the hall’s technician is who mends it, until another is named', () => {
    expect(suggestedOwner(stateAfter(LIVE), anGiang)).toBe('Kỹ thuật viên');
    expect(suggestedOwner(stateAfter(LIVE), 'nowhere')).toBeNull();
    expect(suggestedOwner(stateAfter(LIVE), '')).toBeNull();
  });
});

describe('incidents', () => {
  test('[FUP49] open ones stand first, the oldest on top, then the mended, the latest first', () => {
    const all = [
      incident('xong-1', { mendedAt: NOW + 1 }),
      incident('mo-2', { since: NOW + 5 }),
      incident('xong-2', { mendedAt: NOW + 9 }),
      incident('mo-1'),
    ];
    expect(incidentsInOrder(all).map(({ text }) => text)).toEqual(['mo-1', 'mo-2', 'xong-2', 'xong-1']);
    expect(lastedMs(incident('a'), NOW + 7)).toBe(7);
    expect(lastedMs(incident('a', { mendedAt: NOW + 3 }), NOW + 7)).toBe(3);
  });

  test('[FUP50] after the conference a hall’s row adds losses, faults, incidents and the mean time to mend', () => {
    const state = stateAfter(
      LIVE,
      checked(anGiang, 'passWithRemark'),
      lost(anGiang, NOW),
      faulty(anGiang, 'blackPicture'),
      opened('a'),
      opened('b'),
      opened('c'),
      opened('d', { bridgeId: quangBinh }),
      mended('a', NOW + 2 * MINUTE),
      mended('b', NOW + 4 * MINUTE),
    );
    expect(incidentSum(state.records.incidents, anGiang)).toEqual({
      incidents: 3,
      mended: 2,
      repairMs: 6 * MINUTE,
    });
    const before = {
      conference: conferenceIdSchema.parse('quy-hai'),
      title: null,
      date: '2021-06-30',
      losses: 0,
      faults: {},
      verdict: null,
      incidents: 0,
      mended: 0,
      repairMs: 0,
    };
    const [own, earlier] = actionRows(state, anGiang, [before]);
    expect(own).toMatchObject({ conference: null, losses: 1, verdict: 'passWithRemark', incidents: 3 });
    expect(own && [faultsFound(own), foundOf(own), meanRepairMs(own)]).toEqual([1, [['blackPicture', 1]], 3 * MINUTE]);
    expect(earlier && meanRepairMs(earlier)).toBeNull();
  });
});

test('[FUP51] an award moves one place up or down in the ceremony, and not beyond its ends', () => {
  const awards = ['a', 'b', 'c'].map(
    (name): Award => ({
      awardId: awardIdSchema.parse(name),
      name,
      onBehalfOf: null,
      itemId: null,
      presenter: null,
      recipients: { kind: 'collectives', count: 1, names: [] },
      presentedAt: null,
    }),
  );
  expect(moveBy(awards, 0, -1)).toBeNull();
  expect(moveBy(awards, 2, 1)).toBeNull();
  expect(moveBy(awards, 2, -1)).toEqual({ type: 'moveAward', awardId: 'c', beforeAwardId: 'b' });
  expect(moveBy(awards, 0, 1)).toEqual({ type: 'moveAward', awardId: 'a', beforeAwardId: 'c' });
  expect(moveBy(awards, 1, 1)).toEqual({ type: 'moveAward', awardId: 'b', beforeAwardId: null });
});
