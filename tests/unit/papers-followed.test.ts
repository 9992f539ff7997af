import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { conferenceIdSchema, incidentIdSchema, proposalIdSchema, taskIdSchema } from '../../shared/domain/ids.ts';
import type { TaskFacts, TaskState } from '../../shared/domain/records/task.ts';
import { anGiang, LIVE, linked, lost, NOW, quangBinh } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { incident, proposal, task } from '../support/records-builders.ts';
import { bodyOf, MAI, minute, under, written } from '../support/written-papers.ts';

describe('what is followed up', () => {
  const tracked = (name: string, rest: Partial<TaskFacts>, state: TaskState = 'open'): readonly ConferenceEvent[] => {
    const taskId = taskIdSchema.parse(name);
    const facts: TaskFacts = { ...task(), assigner: MAI, taskId, carriedFrom: null, ...rest };
    return [
      { type: 'taskAssigned', at: NOW, task: facts },
      { type: 'taskFollowedUp', at: NOW, taskId, state, remark: 'Đã đôn đốc' },
    ];
  };

  test('[PAP58] a task is overdue after its last day, until it is done; what was carried over says from where', () => {
    const carriedFrom = { conference: conferenceIdSchema.parse('truoc'), title: 'Hội nghị quý II', date: '2021-06-30' };
    const state = given(
      LIVE,
      tracked('1', { text: 'Hôm nay', deadline: { kind: 'date', date: '2021-09-30' }, assigner: null }, 'underway'),
      tracked('2', { text: 'Hôm qua', deadline: { kind: 'date', date: '2021-09-29' }, assigner: null, carriedFrom }),
      tracked('3', { text: 'Xong rồi', deadline: { kind: 'year', year: 2020 }, assigner: null }, 'done'),
      tracked('4', { text: 'Sự kiện', deadline: { kind: 'event', event: 'Đại hội' }, assigner: null }),
    ).state;
    const lines = under(written('followUp', state), 'I. Nhiệm vụ');
    const who = 'Ban tổ chức các tỉnh ủy, thành ủy';
    expect(lines).toEqual([
      'Tổng số 4 nhiệm vụ; đã hoàn thành: 1; quá hạn: 1.',
      `1 | Hôm nay |  | ${who} | 30/9/2021 | Đang thực hiện | Đã đôn đốc`,
      `2 | Hôm qua |  | ${who} | 29/9/2021 | Chưa thực hiện, quá hạn | Chuyển từ Hội nghị quý II (30/6/2021). Đã đôn đốc`,
      `3 | Xong rồi |  | ${who} | Năm 2020 | Đã hoàn thành | Đã đôn đốc`,
      `4 | Sự kiện |  | ${who} | Đại hội | Chưa thực hiện | Đã đôn đốc`,
    ]);
    expect(bodyOf(written('followUp', given(LIVE).state))).toContain('Chưa có nhiệm vụ nào được ghi.');
  });

  test('[PAP58] a proposal is followed with competence, state and answer', () => {
    const proposalId = proposalIdSchema.parse('kn');
    const state = given(
      LIVE,
      { type: 'proposalRegistered', at: NOW, proposal: { ...proposal(), proposalId } },
      {
        type: 'proposalSettled',
        at: NOW,
        proposalId,
        owner: null,
        settlement: {
          status: 'returned',
          competence: 'outside',
          competentBody: 'Bộ Nội vụ',
          answer: 'Đề nghị gửi Bộ Nội vụ',
          answeredBy: 'Vụ Tổng hợp',
        },
      },
    ).state;
    expect(under(written('followUp', state), 'II. Kiến nghị')).toEqual([
      '1 | Sớm ban hành văn bản thay thế | Tỉnh An Giang | Trung ương | Không đúng thẩm quyền (Bộ Nội vụ) | Đã trả lại | Đề nghị gửi Bộ Nội vụ - Vụ Tổng hợp',
    ]);
  });

  test('[PAP59] incidents are told with owner, time to repair and effect; lost lines with how often, the worst first', () => {
    const broken = (name: string, since: number, rest = {}): ConferenceEvent => ({
      type: 'incidentOpened',
      at: NOW,
      incident: { ...incident(rest), incidentId: incidentIdSchema.parse(name), since },
    });
    const state = given(
      LIVE,
      lost(anGiang),
      linked(anGiang),
      lost(anGiang),
      lost(quangBinh),
      broken('2', minute(30), { bridgeId: anGiang, effect: 'Chậm 5 phút' }),
      broken('1', minute(10), { matter: 'sound', text: 'Mất tiếng', owner: null }),
      { type: 'incidentMended', at: minute(42), incidentId: incidentIdSchema.parse('2'), remedy: 'Đổi đường' },
    ).state;
    const paperOf = written('afterAction', state);
    expect(under(paperOf, 'I. Sự cố')).toEqual([
      'Đã ghi 2 sự cố; đã khắc phục: 1.',
      '1 | 08:10 30/9/2021 | Trung tâm hoặc toàn hệ thống | Âm thanh: Mất tiếng |  | chưa khắc phục |  | ',
      '2 | 08:30 30/9/2021 | Điểm cầu tỉnh An Giang | Đường truyền: Mất đường truyền | Tổ kỹ thuật | 12 phút | Chậm 5 phút | Đổi đường',
    ]);
    expect(under(paperOf, 'II. Mất kết nối')).toEqual([
      '2 điểm cầu mất kết nối, tổng cộng 3 lần.',
      '1 | Điểm cầu tỉnh An Giang | 2',
      '2 | Điểm cầu tỉnh Quảng Bình | 1',
    ]);
    expect(bodyOf(written('afterAction', given(LIVE).state))).toContain('Không ghi nhận sự cố nào.');
  });
});
