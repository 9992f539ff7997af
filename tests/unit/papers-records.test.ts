import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import {
  awardIdSchema,
  ballotIdSchema,
  citationIdSchema,
  documentIdSchema,
  proposalIdSchema,
  reportPointIdSchema,
  taskIdSchema,
} from '../../shared/domain/ids.ts';
import type { Deadline } from '../../shared/domain/records/task.ts';
import { citationText } from '../../shared/views/papers/citation-words.ts';
import { deadlineText } from '../../shared/views/papers/deadline-words.ts';
import { pointText } from '../../shared/views/papers/point-words.ts';
import { anGiang, central, itemId, LIVE, NOW, quangBinh, speechId } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { about, ballot, citation, point, proposal, task } from '../support/records-builders.ts';
import { began, called, ended, paper as entered } from '../support/speech-builders.ts';
import {
  bodyOf,
  closedAt,
  head,
  MAI,
  minute,
  minutesOf,
  noted,
  ran,
  under,
  wholeOf,
} from '../support/written-papers.ts';

const report = itemId('bao-cao');
const REPORTED = ran('bao-cao', [10, 20], { title: 'Báo cáo' });
const cited = (name: string, rest: Parameters<typeof citation>[0] = {}): ConferenceEvent => ({
  type: 'documentCited',
  at: NOW,
  citation: { ...citation(rest), citationId: citationIdSchema.parse(name) },
});
const found = (name: string, rest: Parameters<typeof point>[0] = {}): ConferenceEvent => ({
  type: 'reportPointAdded',
  at: NOW,
  point: { ...point(rest), pointId: reportPointIdSchema.parse(name) },
});
const proposed = (name: string, rest: Parameters<typeof proposal>[0] = {}): ConferenceEvent => ({
  type: 'proposalRegistered',
  at: NOW,
  proposal: { ...proposal(rest), proposalId: proposalIdSchema.parse(name) },
});
const assigned = (
  name: string,
  rest: Partial<Extract<ConferenceEvent, { type: 'taskAssigned' }>['task']> = {},
): ConferenceEvent => ({
  type: 'taskAssigned',
  at: NOW,
  task: { ...task(), assigner: MAI, taskId: taskIdSchema.parse(name), carriedFrom: null, ...rest },
});
type AwardFacts = Extract<ConferenceEvent, { type: 'awardPlanned' }>['award'];
const awarded = (rest: Partial<AwardFacts>, presentedAt: number | null): readonly ConferenceEvent[] => {
  const awardId = awardIdSchema.parse('khen');
  const award: AwardFacts = {
    awardId,
    name: 'Huân chương Hồ Chí Minh',
    onBehalfOf: 'Đảng, Nhà nước',
    itemId: null,
    presenter: MAI,
    recipients: { kind: 'person', person: { ...MAI, fullName: 'Tô Huy Rứa', positions: ['Nguyên Trưởng Ban'] } },
    ...rest,
  };
  const planned: ConferenceEvent = { type: 'awardPlanned', at: NOW, award };
  return presentedAt === null ? [planned] : [planned, { type: 'awardPresented', at: presentedAt, awardId }];
};

describe('wordings', () => {
  test.each<readonly [Deadline, string]>([
    [{ kind: 'date', date: '2021-03-31' }, '31/3/2021'],
    [{ kind: 'date', date: '2026-02-05' }, '05/02/2026'],
    [{ kind: 'quarter', quarter: 1, year: 2021 }, 'quý I/2021'],
    [{ kind: 'quarter', quarter: 4, year: 2021 }, 'quý IV/2021'],
    [{ kind: 'year', year: 2023 }, 'năm 2023'],
    [{ kind: 'event', event: 'Hội nghị Trung ương 10 khóa XIII' }, 'Hội nghị Trung ương 10 khóa XIII'],
  ])('[PAP39] a deadline is a day, a quarter, a year or an event: %o', (deadline, text) => {
    expect(deadlineText(deadline)).toBe(text);
  });

  test.each([
    [{ number: '05-CT/TW' }, 'Kết luận số 05-CT/TW của Bộ Chính trị'],
    [{ number: 'Trung ương 6 khóa XII', issuer: null }, 'Kết luận Trung ương 6 khóa XII'],
    [{ number: null, title: 'Công tác cán bộ' }, 'Kết luận của Bộ Chính trị về “Công tác cán bộ”'],
    [{ date: '2024-06-14' }, 'Kết luận số 01, ngày 14/6/2024 của Bộ Chính trị'],
  ])('[PAP40] a cited document has type, number, day, issuer and title, as far as they are known: %o', (rest, text) => {
    expect(citationText({ ...citation(rest), citationId: citationIdSchema.parse('vb') })).toBe(text);
  });

  test.each([
    [{}, 'Đề án đã hoàn thành: 5/18 đề án'],
    [{ figure: { value: 2_462, outOf: null, unit: 'lượt' } }, 'Đề án đã hoàn thành: 2.462 lượt'],
    [{ figure: { value: 66.7, outOf: null, unit: null }, period: 'quý III' }, 'Đề án đã hoàn thành: 66,7 (quý III)'],
  ])('[PAP41] a figure is written as value, out of, unit: %o', (rest, text) => {
    expect(pointText(point(rest))).toBe(text);
  });
});

describe('the record in the minutes', () => {
  test('[PAP42] results, limitations and plans stand under the report, topics and consensus under the discussion', () => {
    const state = given(
      LIVE,
      REPORTED,
      ran('thao-luan', [20, 40], { kind: 'discussion', title: 'Thảo luận' }),
      found('1', { kind: 'topic', text: 'Chuyển đổi số', figure: null }),
      found('2', { kind: 'limitation', text: 'Còn chậm', figure: null, itemId: report }),
      found('3'),
      found('4', { kind: 'plan', text: 'Làm tiếp', figure: null }),
    ).state;
    expect(under(minutesOf(state), '2.1. Báo cáo')).toEqual([
      'Kết quả đạt được:',
      '- Đề án đã hoàn thành: 5/18 đề án.',
      'Hạn chế, khó khăn:',
      '- Còn chậm.',
      'Phương hướng, nhiệm vụ:',
      '- Làm tiếp.',
    ]);
    expect(under(minutesOf(state), '2.2. Thảo luận')).toEqual(['Nội dung trao đổi, thảo luận:', '- Chuyển đổi số.']);
  });

  test('[PAP42] findings are told also where no item was held for them', () => {
    expect(under(minutesOf(given(LIVE, found('1')).state), '2.1. Các nội dung được báo cáo, thảo luận')).toEqual([
      'Kết quả đạt được:',
      '- Đề án đã hoàn thành: 5/18 đề án.',
    ]);
  });

  test('[PAP43] documents stand with the item that presents them, else among those that were used', () => {
    const added = (name: string, rest: Parameters<typeof about>[0]): readonly ConferenceEvent[] => {
      const documentId = documentIdSchema.parse(name);
      const file = { kind: 'office', format: 'docx', documentId, name, bridgeId: null, bytes: 9, hash: null } as const;
      return [
        { type: 'documentAdded', at: NOW, file },
        { type: 'documentDescribed', at: NOW, documentId, owner: null, about: about(rest) },
      ];
    };
    const minutes = minutesOf(
      given(
        LIVE,
        REPORTED,
        cited('a', { itemId: report }),
        cited('b', { number: '74' }),
        added('x', { title: 'Báo cáo đầy đủ', itemId: report }),
        added('y', { title: 'Tài liệu chung' }),
        added('z', { title: 'Tài liệu kín', secrecy: 'secret' }),
      ).state,
    );
    expect(under(minutes, '2.1. Báo cáo')).toEqual([
      'Văn bản được triển khai, quán triệt, viện dẫn:',
      '- Kết luận số 01 của Bộ Chính trị',
      'Tài liệu trình bày: Báo cáo đầy đủ.',
    ]);
    const lines = bodyOf(minutes);
    const at = lines.indexOf('Tài liệu sử dụng:');
    expect(lines.slice(at + 1, at + 3)).toEqual(['- Tài liệu chung', '- Kết luận số 74 của Bộ Chính trị']);
    expect(wholeOf(minutes)).not.toContain('kín');
  });

  test('[PAP44] what was presented is told with presenter, on whose behalf, and recipient; what was only planned is not', () => {
    const posts = MAI.positions.join(', ');
    expect(wholeOf(minutesOf(given(LIVE, awarded({}, minute(5))).state))).toContain(
      `Thay mặt Đảng, Nhà nước, đồng chí Trương Thị Mai, ${posts}, trao Huân chương Hồ Chí Minh cho đồng chí Tô Huy Rứa, Nguyên Trưởng Ban.`,
    );
    const flag = {
      name: 'Cờ thi đua',
      onBehalfOf: null,
      recipients: { kind: 'collectives', count: 5, names: [] },
    } as const;
    expect(
      wholeOf(
        minutesOf(given(LIVE, awarded({ ...flag, recipients: { ...flag.recipients, names: [] } }, minute(5))).state),
      ),
    ).toContain(`Đồng chí Trương Thị Mai, ${posts}, trao Cờ thi đua cho 05 tập thể.`);
    expect(wholeOf(minutesOf(given(LIVE, awarded({}, null)).state))).not.toContain('Huân chương');
  });

  test('[PAP45] a vote is told with its manner, who was there, what 100 % is, the shares and the result', () => {
    const ballotId = ballotIdSchema.parse('bq');
    const facts = { ...ballot(), ballotId };
    const state = given(
      LIVE,
      { type: 'ballotPrepared', at: NOW, ballot: facts },
      { type: 'ballotOpened', at: minute(1), ballot: facts, electorate: { expected: 120, present: 100 } },
      { type: 'handsCounted', at: minute(2), ballotId, bridgeId: anGiang, counts: [51, 30, 4] },
      { type: 'ballotClosed', at: minute(3), ballotId, counts: [51, 30, 4] },
    ).state;
    expect(under(minutesOf(state), '### Biểu quyết')).toEqual([
      'Hình thức: giơ tay, đếm tại từng điểm cầu; triệu tập 120 đại biểu, có mặt 100 đại biểu.',
      '100 % là số đại biểu có mặt: 100 đại biểu.',
      '- Tán thành: 51/100 (51 %)',
      '- Không tán thành: 30/100 (30 %)',
      '- Ý kiến khác: 4/100 (4 %)',
      '- Không biểu quyết: 15/100 (15 %)',
      'Kết quả: “Tán thành” đạt trên 50 %, được thông qua.',
    ]);
    const prepared = given(LIVE, { type: 'ballotPrepared', at: NOW, ballot: facts }).state;
    expect(wholeOf(minutesOf(prepared))).not.toContain('Biểu quyết');
  });

  test('[PAP46] proposals are grouped by whom they are addressed to; those that say the same are one, with all units', () => {
    const state = given(
      LIVE,
      proposed('1'),
      proposed('2', { text: 'Tăng biên chế', addressee: 'Bộ Nội vụ', proposedBy: null, bridgeId: quangBinh }),
      proposed('3', { text: 'Sớm có văn bản mới', proposedBy: 'Tỉnh Cà Mau' }),
      {
        type: 'proposalGrouped',
        at: NOW,
        proposalId: proposalIdSchema.parse('3'),
        owner: null,
        duplicateOf: proposalIdSchema.parse('1'),
      },
    ).state;
    expect(under(minutesOf(state), '2.1. Kiến nghị, đề xuất')).toEqual([
      '### Kiến nghị với Trung ương',
      '- Sớm ban hành văn bản thay thế. (Đơn vị kiến nghị: Tỉnh An Giang; Tỉnh Cà Mau.)',
      '### Kiến nghị với Bộ Nội vụ',
      '- Tăng biên chế. (Đơn vị kiến nghị: Điểm cầu tỉnh Quảng Bình.)',
    ]);
  });

  test('[PAP47] the conclusion: who concluded, the words, then the tasks by who gave them', () => {
    const state = given(
      LIVE,
      ran('ket-luan', [31, 38], { kind: 'conclusion', title: 'Kết luận' }, MAI),
      noted({ kind: 'conclusion' }, 'Đồng ý với báo cáo.'),
      assigned('1'),
      assigned('2', { text: 'Việc khác', assigner: null, deadline: null, assignees: ['A', 'B'] }),
      assigned('3', {
        text: 'Việc cũ',
        carriedFrom: { conference: 'truoc' as never, title: 'Hội nghị trước', date: '2021-06-30' },
      }),
      closedAt(minute(40)),
    ).state;
    expect(under(minutesOf(state), '# 3. Kết luận').slice(0, -1)).toEqual([
      `Đồng chí Trương Thị Mai, ${MAI.positions.join(', ')}, kết luận hội nghị:`,
      'Đồng ý với báo cáo.',
      'Đồng chí Trương Thị Mai giao nhiệm vụ:',
      '- Hoàn thành Chương trình công tác năm. Thực hiện: Ban tổ chức các tỉnh ủy, thành ủy. Thời hạn: quý IV/2021.',
      'Nhiệm vụ được giao:',
      '- Việc khác. Thực hiện: A; B.',
    ]);
    expect(wholeOf(minutesOf(state))).not.toContain('Việc cũ');
  });

  test('[PAP48] what a speaker showed or handed in is named with the speech', () => {
    const documentId = documentIdSchema.parse('tl');
    const speech = speechId('tham-luan');
    const state = given(
      LIVE,
      entered(speech, anGiang),
      called(speech, minute(1)),
      began(speech, minute(1)),
      ended(speech, minute(2)),
      {
        type: 'documentAdded',
        at: NOW,
        file: {
          kind: 'office',
          format: 'docx',
          documentId,
          name: 'tham-luan.docx',
          bridgeId: anGiang,
          bytes: 9,
          hash: null,
        },
      },
      {
        type: 'documentDescribed',
        at: NOW,
        documentId,
        owner: anGiang,
        about: about({ title: 'Tham luận của An Giang' }),
      },
      { type: 'paperAttached', at: NOW, documentId, owner: anGiang, speechId: speech },
    ).state;
    expect(bodyOf(minutesOf(state))).toContain('Tài liệu kèm theo: Tham luận của An Giang.');
    expect(bodyOf(minutesOf(state))).toContain('Tài liệu sử dụng: ……');
  });

  test('[PAP49] snapshots of halls are listed in an appendix with hall and time', () => {
    const documentId = documentIdSchema.parse('anh');
    const snapshotOf = { bridgeId: central, takenAt: minute(5) };
    const state = given(LIVE, head(), {
      type: 'documentAdded',
      at: NOW,
      file: {
        kind: 'image',
        ratio: 1.7,
        documentId,
        name: 'Toàn cảnh',
        bridgeId: null,
        bytes: 9,
        hash: null,
        snapshotOf,
      },
    }).state;
    expect(wholeOf(minutesOf(state))).toContain('Điểm cầu Trung ương, 08 giờ 05 phút, 30/9/2021: Toàn cảnh.');
  });
});
