import { describe, expect, test } from 'vitest';
import { type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { taskIdSchema } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import {
  type Deadline,
  isPending,
  lastDayOf,
  MAX_TASKS,
  type TaskFacts,
  type TaskInput,
} from '../../shared/domain/records/task.ts';
import {
  ARCHIVED,
  anGiang,
  CLOSED,
  conferenceId,
  LIVE,
  moderator,
  NOW,
  operatorOf,
  person,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const id = (name: string) => taskIdSchema.parse(name);
const input = (rest: Partial<TaskInput> = {}): TaskInput => ({
  text: 'Nắm lại tình hình tư tưởng cán bộ',
  assignees: ['Ban Tổ chức Tỉnh ủy'],
  deadline: { kind: 'quarter', quarter: 1, year: 2021 },
  assigner: { fullName: 'Hồ Văn Niên', positions: ['Bí thư Tỉnh ủy'] },
  ...rest,
});
const facts = (name: string, rest: Partial<TaskFacts> = {}): TaskFacts => {
  const { assigner: _, ...content } = input();
  return { taskId: id(name), ...content, assigner: person('Bí thư Tỉnh ủy'), carriedFrom: null, ...rest };
};
const assigned = (name: string, rest: Partial<TaskFacts> = {}): EventOf<'taskAssigned'> => ({
  type: 'taskAssigned',
  at,
  task: facts(name, rest),
});
const assign = (rest: Partial<TaskInput> = {}): CommandOf<'assignTask'> => ({ type: 'assignTask', task: input(rest) });
const followUp = (rest: Partial<CommandOf<'followUpTask'>> = {}): CommandOf<'followUpTask'> => ({
  type: 'followUpTask',
  taskId: id('a'),
  state: 'underway',
  remark: 'Đã có dự thảo',
  ...rest,
});

describe('assigning', () => {
  test('[FUP12] a task is kept with its assigner as a person of their own, its assignees in their order, its deadline', () => {
    const assignees = ['Các vụ', 'Các cục', 'Các đơn vị trong Ban'];
    const after = given(LIVE)
      .when(assign({ assignees }))
      .emits(
        assigned('new-1', {
          assignees,
          assigner: { ...person('Bí thư Tỉnh ủy', 'new-2'), fullName: 'Hồ Văn Niên' },
        }),
      );
    expect(after.records.tasks[0]).toMatchObject({ assignees, state: 'open', remark: null, followedUpAt: null });
    given(LIVE)
      .when(assign({ assigner: null }))
      .happens();
  });

  test('[FUP13] a deadline is a day, a quarter, a year, an event or none; a period ends with its last day', () => {
    const deadlines: readonly (readonly [Deadline | null, string | null])[] = [
      [{ kind: 'date', date: '2021-09-30' }, '2021-09-30'],
      [{ kind: 'quarter', quarter: 1, year: 2021 }, '2021-03-31'],
      [{ kind: 'quarter', quarter: 2, year: 2021 }, '2021-06-30'],
      [{ kind: 'quarter', quarter: 3, year: 2021 }, '2021-09-30'],
      [{ kind: 'quarter', quarter: 4, year: 2021 }, '2021-12-31'],
      [{ kind: 'year', year: 2023 }, '2023-12-31'],
      [{ kind: 'event', event: 'Hội nghị Trung ương 10 khóa XIII' }, null],
      [null, null],
    ];
    for (const [deadline, last] of deadlines) {
      const after = given(LIVE).when(assign({ deadline })).happens();
      expect(after.records.tasks[0]?.deadline).toEqual(deadline);
      expect(lastDayOf(deadline)).toBe(last);
    }
  });

  test('[FUP14] no such day, no fifth quarter, nobody who does it: refused at the border', () => {
    const wrong: readonly object[] = [
      { deadline: { kind: 'date', date: '2021-02-30' } },
      { deadline: { kind: 'quarter', quarter: 5, year: 2021 } },
      { deadline: { kind: 'year', year: 21 } },
      { assignees: [] },
      { assignees: Array.from({ length: 21 }, () => 'Ban') },
      { text: '' },
    ];
    for (const rest of wrong) {
      expect(commandSchema.safeParse({ type: 'assignTask', task: { ...input(), ...rest } }).success).toBe(false);
    }
    expect(commandSchema.safeParse(assign()).success).toBe(true);
  });

  test('[FUP15] a conference has a thousand tasks at most, and an archived one takes none', () => {
    const full = Array.from({ length: MAX_TASKS }, (_, place) => assigned(`t-${place}`));
    given(LIVE, full).when(assign()).refuses('too-many-items', { max: MAX_TASKS });
    given(LIVE, full.slice(1)).when(assign()).happens();
    given(CLOSED).when(assign()).happens();
    given(ARCHIVED).when(assign()).refuses('wrong-phase', { phase: 'archived' });
    given(LIVE, { type: 'classifiedSessionBegan', at }).when(assign()).refuses('classified');
  });

  test('[FUP16] tasks are the secretariat’s and the secretary’s to write', () => {
    const state = stateAfter(LIVE);
    expect(mayIssue({ seat: 'secretary', session: 'bien-ban', bridgeId: null }, assign(), state)).toBe(true);
    expect(mayIssue(moderator, assign(), state)).toBe(false);
    expect(mayIssue(operatorOf(anGiang), assign(), state)).toBe(false);
  });
});

describe('following up', () => {
  test('[FUP17] how far it is and what was last said are kept, long after the conference; the same again is refused', () => {
    for (const phase of [LIVE, CLOSED, ARCHIVED]) {
      const after = given(phase, assigned('a'))
        .when(followUp(), { at: at + 1 })
        .emits({ type: 'taskFollowedUp', at: at + 1, taskId: id('a'), state: 'underway', remark: 'Đã có dự thảo' });
      expect(after.records.tasks[0]).toMatchObject({
        state: 'underway',
        remark: 'Đã có dự thảo',
        followedUpAt: at + 1,
      });
    }
    const before = assigned('a');
    const done: EventOf<'taskFollowedUp'> = {
      type: 'taskFollowedUp',
      at,
      taskId: id('a'),
      state: 'done',
      remark: null,
    };
    given(LIVE, before, done)
      .when(followUp({ state: 'done', remark: null }))
      .refuses('nothing-to-change');
    given(LIVE, before, done)
      .when(followUp({ state: 'open', remark: null }))
      .happens();
    given(LIVE).when(followUp()).refuses('task-unknown');
    expect((['open', 'underway', 'done', 'dropped'] as const).map((state) => isPending({ state }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('[FUP18] a task that was carried over keeps where it is from when it is corrected', () => {
    const carriedFrom = { conference: conferenceId('quy-hai'), title: 'Giao ban quý II', date: '2021-06-30' };
    const after = given(LIVE, assigned('a', { carriedFrom }))
      .when({ type: 'correctTask', taskId: id('a'), task: input({ text: 'Sửa lại', assigner: null }) })
      .emits({ type: 'taskCorrected', at, task: facts('a', { text: 'Sửa lại', assigner: null, carriedFrom }) });
    expect(after.records.tasks[0]).toMatchObject({ text: 'Sửa lại', carriedFrom });
    given(LIVE)
      .when({ type: 'correctTask', taskId: id('a'), task: input() })
      .refuses('task-unknown');
  });

  test('[FUP19] a task is taken out whole', () => {
    const after = given(LIVE, assigned('a'), assigned('b'))
      .when({ type: 'removeTask', taskId: id('a') })
      .emits({ type: 'taskRemoved', at, taskId: id('a') });
    expect(after.records.tasks.map(({ taskId }) => taskId)).toEqual(['b']);
    given(LIVE)
      .when({ type: 'removeTask', taskId: id('a') })
      .refuses('task-unknown');
  });
});
