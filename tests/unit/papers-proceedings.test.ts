import { describe, expect, test } from 'vitest';
import {
  anGiang,
  counts,
  itemAdded,
  itemId,
  itemSkipped,
  LIVE,
  NOW,
  quangBinh,
  reported,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { continued, paused } from '../support/floor-builders.ts';
import { began, called, ended, paper as entered } from '../support/speech-builders.ts';
import {
  bodyOf,
  CHINH,
  closedAt,
  head,
  LEADERS,
  MAI,
  minute,
  minutesOf,
  noted,
  ran,
  signed,
  under,
} from '../support/written-papers.ts';

const first = speechId('y-kien-1');
const second = speechId('y-kien-2');
const question = speechId('hoi');
const talk = itemId('thao-luan');
const DISCUSSION = { kind: 'discussion', title: 'Thảo luận' } as const;

/** Opened at 08:05 by one, closed at 09:30 by another. */
const HELD = [
  ...LIVE,
  LEADERS,
  head(),
  ...ran('khai-mac', [5, 15], { kind: 'opening', title: 'Khai mạc' }, CHINH),
  ...ran('ket-luan', [80, 88], { kind: 'conclusion', title: 'Kết luận' }, MAI),
  ...ran('be-mac', [88, 90], { kind: 'closing', title: 'Bế mạc' }, MAI),
  closedAt(minute(95)),
];

describe('the proceedings', () => {
  const SPOKEN = [
    entered(first, quangBinh, { itemId: talk }),
    entered(second, anGiang, { itemId: talk, subject: 'Công tác cán bộ' }),
    called(first, minute(21)),
    began(first, minute(21)),
    ended(first, minute(28)),
    called(second, minute(30)),
    began(second, minute(30)),
  ];
  const TALK = [itemAdded(talk, DISCUSSION)];
  const startTalk = { type: 'agendaItemStarted', at: minute(20), itemId: talk } as const;

  test('[PAP11] items stand in the order in which they ran, with their real times; what was left out is not told', () => {
    const paper = minutesOf(
      given(
        LIVE,
        itemAdded(itemId('bo'), { title: 'Bỏ qua' }),
        itemSkipped(itemId('bo')),
        itemAdded(itemId('sau'), { title: 'Chưa tới' }),
        ...ran('hai', [30, 40], { title: 'Báo cáo thứ hai' }),
        ...ran('mot', [50, 55], { title: 'Báo cáo thứ nhất' }),
      ).state,
    );
    expect(bodyOf(paper).filter((line) => line.startsWith('## 2.'))).toEqual([
      '## 2.1. Báo cáo thứ hai (từ 08 giờ 30 phút đến 08 giờ 40 phút)',
      '## 2.2. Báo cáo thứ nhất (từ 08 giờ 50 phút đến 08 giờ 55 phút)',
    ]);
  });

  test('[PAP11] on the second day of a conference the day stands with the time', () => {
    const day = 24 * 60;
    const state = given(LIVE, ran('mot', [10, 20], {}), ran('hai', [day, day + 10], {})).state;
    expect(bodyOf(minutesOf(state)).filter((line) => line.startsWith('## 2.'))).toEqual([
      '## 2.1. Báo cáo kết quả công tác (từ 08 giờ 10 phút đến 08 giờ 20 phút)',
      '## 2.2. Báo cáo kết quả công tác (từ 08 giờ 00 phút đến 08 giờ 10 phút, ngày 01/10/2021)',
    ]);
  });

  test('[PAP12] who opened, reported and closed is told by the items', () => {
    const paper = minutesOf(given(HELD).state);
    expect(under(paper, '2.1. Khai mạc')).toEqual([
      `Đồng chí Mai Văn Chính, ${CHINH.positions.join(', ')}, phát biểu khai mạc hội nghị.`,
    ]);
    expect(under(paper, '2.3. Bế mạc')[0]).toContain('Trương Thị Mai');
  });

  test('[PAP13] each speech: hall, speaker with posts, times, subject and summary, in the order in which they spoke', () => {
    const state = given(LIVE, TALK, startTalk, SPOKEN, noted({ kind: 'speech', speechId: first }, 'Một.\nHai.')).state;
    expect(under(minutesOf(state), '2.1. Thảo luận')).toEqual([
      'Hội nghị có 02 ý kiến phát biểu trực tiếp.',
      '### 1) Điểm cầu tỉnh Quảng Bình: Trưởng Ban Tổ chức Tỉnh ủy',
      'Tham luận, từ 08 giờ 21 phút đến 08 giờ 28 phút. Chủ đề: Công tác tổ chức xây dựng Đảng.',
      'Một.',
      'Hai.',
      '### 2) Điểm cầu tỉnh An Giang: Trưởng Ban Tổ chức Tỉnh ủy',
      'Tham luận, từ 08 giờ 30 phút. Chủ đề: Công tác cán bộ.',
      'Nội dung: ……',
    ]);
  });

  test('[PAP14] a summary that is missing is a gap in a draft and nothing in signed minutes', () => {
    const state = given(LIVE, TALK, startTalk, SPOKEN, ended(second, minute(35)), closedAt(minute(40))).state;
    expect(bodyOf(minutesOf(state))).toContain('Nội dung: ……');
    const final = { ...state, records: { ...state.records, minutes: { ...state.records.minutes, signed } } };
    expect(bodyOf(minutesOf(final))).not.toContain('Nội dung: ……');
  });

  test('[PAP15] spoken and written papers are counted apart, the written ones named; who was called back counts once', () => {
    const third = speechId('van-ban');
    const again = speechId('goi-lai');
    const state = given(
      LIVE,
      TALK,
      startTalk,
      SPOKEN,
      ended(second, minute(35)),
      entered(third, quangBinh, { itemId: talk, subject: 'Gửi văn bản' }),
      { type: 'speechHandedInWriting', at: minute(36), speechId: third },
      entered(again, anGiang, { itemId: talk, callbackOf: second }),
      called(again, minute(36)),
      began(again, minute(36)),
      ended(again, minute(37)),
    ).state;
    const lines = under(minutesOf(state), '2.1. Thảo luận');
    expect(lines[0]).toBe('Hội nghị có 02 ý kiến phát biểu trực tiếp, 01 tham luận gửi bằng văn bản.');
    expect(lines).toContain(
      'Tham luận, từ 08 giờ 36 phút đến 08 giờ 37 phút, phát biểu tiếp. Chủ đề: Công tác tổ chức xây dựng Đảng.',
    );
    expect(lines.slice(-2)).toEqual([
      'Tham luận gửi bằng văn bản:',
      '- Điểm cầu tỉnh Quảng Bình: Trưởng Ban Tổ chức Tỉnh ủy. Chủ đề: Gửi văn bản.',
    ]);
  });

  test('[PAP16] a question put in between says into whose speech', () => {
    const state = given(
      LIVE,
      TALK,
      startTalk,
      SPOKEN.slice(0, -2),
      called(second, minute(30)),
      began(second, minute(30)),
      entered(question, quangBinh, { itemId: talk, kind: 'question', subject: 'Biên chế' }),
      paused(second, minute(31), 'interposed'),
      called(question, minute(31)),
      began(question, minute(31)),
      ended(question, minute(32)),
      continued(second, minute(32)),
      ended(second, minute(35)),
    ).state;
    const lines = under(minutesOf(state), '2.1. Thảo luận');
    expect(lines[0]).toBe('Hội nghị có 02 ý kiến phát biểu trực tiếp, 01 câu hỏi, ý kiến trả lời.');
    expect(lines).toContain(
      'Câu hỏi, từ 08 giờ 31 phút đến 08 giờ 32 phút, hỏi xen trong khi Điểm cầu tỉnh An Giang phát biểu. Chủ đề: Biên chế.',
    );
  });

  test('[PAP17] a speech of the general list stands under the item that ran when it was held', () => {
    const loose = entered(first, quangBinh);
    const during = given(LIVE, TALK, startTalk, loose, called(first, minute(21)), began(first, minute(21))).state;
    expect(under(minutesOf(during), '2.1. Thảo luận')[0]).toBe('Hội nghị có 01 ý kiến phát biểu trực tiếp.');
    const before = given(LIVE, loose, called(first, NOW), began(first, NOW), ended(first, minute(3)), TALK, startTalk);
    expect(under(minutesOf(before.state), '2.2. Các ý kiến phát biểu khác')[0]).toContain('01 ý kiến');
  });

  test('[PAP18] the register of speeches is an appendix', () => {
    const state = given(LIVE, TALK, startTalk, SPOKEN, reported(anGiang, counts(4, 4))).state;
    const { appendices } = minutesOf(state);
    expect(appendices.map(({ title }) => title)).toEqual([
      'PHỤ LỤC I. Thành phần dự theo điểm cầu',
      'PHỤ LỤC II. Danh sách ý kiến phát biểu, tham luận',
    ]);
    expect(appendices[1]?.blocks[0]).toMatchObject({
      rows: [
        [
          '1',
          'Điểm cầu tỉnh Quảng Bình',
          'Trưởng Ban Tổ chức Tỉnh ủy',
          'Tham luận',
          'Công tác tổ chức xây dựng Đảng',
          '08:21',
          '08:28',
          '07:00',
          'đã phát biểu',
        ],
        [
          '2',
          'Điểm cầu tỉnh An Giang',
          'Trưởng Ban Tổ chức Tỉnh ủy',
          'Tham luận',
          'Công tác cán bộ',
          '08:30',
          '',
          '',
          'đang phát biểu',
        ],
      ],
    });
  });
});
