import { describe, expect, test } from 'vitest';
import { LIVE } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import {
  BINH,
  bodyOf,
  CHINH,
  closedAt,
  expectInOrder,
  head,
  LEADERS,
  MAI,
  minute,
  minutesOf,
  named,
  noted,
  official,
  ran,
  signed,
  under,
  wholeOf,
} from '../support/written-papers.ts';

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

describe('the fields of minutes', () => {
  test('[PAP1] Party minutes have the fields of 16-HD/VPTW in their order', () => {
    const paper = minutesOf(given(HELD).state);
    expectInOrder(
      bodyOf(paper),
      'Thời gian: ',
      'Địa điểm: ',
      'Nội dung: ',
      'Người chủ trì: ',
      'Người ghi biên bản: ',
      'Tài liệu sử dụng: ',
      'Thông tin khác:',
      '# 1. Thành phần',
      '## 1.1. Đại biểu chính thức',
      '## 1.2. Đại biểu mời',
      '## 1.3. Báo chí',
      '# 2. Diễn biến',
      '# 3. Kết luận',
      'Hội nghị kết thúc lúc 09 giờ 30 phút, ngày 30 tháng 9 năm 2021.',
    );
    expect([paper.title, paper.subject]).toEqual(['BIÊN BẢN', 'Hội nghị giao ban quý III năm 2021']);
  });

  test('[PAP2] state minutes have the fields of form 1.9 in their order, and end with the sign of a state paper', () => {
    const paper = minutesOf(given(HELD, head({ profile: 'state' })).state);
    expectInOrder(
      bodyOf(paper),
      'Thời gian bắt đầu: 08 giờ 05 phút, ngày 30 tháng 9 năm 2021.',
      'Địa điểm: ',
      'Thành phần tham dự:',
      'Chủ trì (chủ tọa): Trương Thị Mai, ',
      'Thư ký (người ghi biên bản): Lê Bình, ',
      'Nội dung (theo diễn biến hội nghị):',
      '## 1. Khai mạc',
      'Kết luận:',
    );
    expect(bodyOf(paper).at(-1)).toBe('Hội nghị kết thúc lúc 09 giờ 30 phút, ngày 30 tháng 9 năm 2021./.');
  });

  test('[PAP3] the real opening and closing give the times, not the plan and not the presses around them', () => {
    const lines = bodyOf(minutesOf(given(HELD).state));
    expect(lines).toContain('Thời gian: Bắt đầu lúc 08 giờ 05 phút, ngày 30 tháng 9 năm 2021.');
    const plain = bodyOf(minutesOf(given(LIVE, closedAt(minute(30))).state));
    expect(plain).toContain('Thời gian: Bắt đầu lúc 08 giờ 00 phút, ngày 30 tháng 9 năm 2021.');
    expect(plain.at(-1)).toBe('Hội nghị kết thúc lúc 08 giờ 30 phút, ngày 30 tháng 9 năm 2021.');
  });

  test('[PAP4] what nobody entered is a dotted line', () => {
    const lines = bodyOf(minutesOf(given(LIVE).state));
    expect(lines).toContain('Người chủ trì: ……');
    expect(lines).toContain('Người ghi biên bản: ……');
    expect(lines).toContain('Tài liệu sử dụng: ……');
    expect(lines).toContain('Triệu tập: …… đại biểu; có mặt: …… đại biểu; vắng mặt: …… đại biểu.');
    expect(lines.at(-1)).toBe('Hội nghị kết thúc lúc …… giờ …… phút, ngày …… tháng …… năm …….');
  });

  test('[PAP5] posts stand in the order in which they were entered, and only Party papers say "đồng chí"', () => {
    const posts = 'Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tổ chức Trung ương';
    expect(bodyOf(minutesOf(given(HELD).state))).toContain(
      `Người chủ trì: Đồng chí Trương Thị Mai, ${posts}; đồng chí Mai Văn Chính, ${CHINH.positions.join(', ')} (đồng chủ trì).`,
    );
    expect(wholeOf(minutesOf(given(HELD, head({ profile: 'state' })).state))).not.toContain('đồng chí');
  });

  test('[PAP6] whoever directs is named apart from the chair', () => {
    const state = given(HELD, named(official(CHINH, ['chair']), official(MAI, ['directing']))).state;
    const lines = bodyOf(minutesOf(state));
    expect(lines).toContain(`Người chủ trì: Đồng chí Mai Văn Chính, ${CHINH.positions.join(', ')}.`);
    expect(under(minutesOf(state), 'Thông tin khác:')).toContain(
      `- Dự và chỉ đạo: Đồng chí Trương Thị Mai, ${MAI.positions.join(', ')}.`,
    );
  });

  test('[PAP7] form, organiser, periods and the note of the recorder stand among the further facts', () => {
    const lines = under(minutesOf(given(HELD, noted({ kind: 'opening' }, 'Có ghi âm.')).state), 'Thông tin khác:');
    expectInOrder(
      lines,
      '- Cơ quan tổ chức: Ban Tổ chức Trung ương.',
      '- Hình thức: Trực tiếp kết hợp trực tuyến.',
      '- Kỳ đánh giá: Quý III/2021.',
      '- Kỳ triển khai: Quý IV/2021.',
      '- Có ghi âm.',
    );
  });
});

describe('signing', () => {
  test('[PAP8] the recorder signs left, the chair right, in the words of the profile', () => {
    const state = given(HELD).state;
    expect(minutesOf(state).signatures).toEqual({
      left: { authority: null, office: 'NGƯỜI GHI BIÊN BẢN', name: 'Lê Bình' },
      right: { authority: null, office: 'CHỦ TRÌ HỘI NGHỊ', name: 'Trương Thị Mai' },
    });
    expect(minutesOf(given(HELD, head({ profile: 'state' })).state).signatures).toMatchObject({
      left: { office: 'THƯ KÝ' },
      right: { office: 'CHỦ TỌA' },
    });
  });

  test('[PAP8] who signed stays, whoever is the first of the chairs', () => {
    const { state } = given(HELD, { ...signed, signer: CHINH, recorder: MAI });
    expect(minutesOf(state).signatures).toMatchObject({
      left: { name: 'Trương Thị Mai' },
      right: { name: 'Mai Văn Chính' },
    });
  });

  test('[PAP8] of several chairs whoever concluded signs, where the head says so', () => {
    const chairs = named(official(CHINH, ['chair']), official(MAI, ['chair']), official(BINH, ['recorder']));
    expect(minutesOf(given(HELD, chairs).state).signatures?.right?.name).toBe('Mai Văn Chính');
    const byConcluder = given(HELD, chairs, head({ signer: 'concluder' })).state;
    expect(minutesOf(byConcluder).signatures?.right?.name).toBe('Trương Thị Mai');
  });

  test('[PAP9] minutes are a draft, and say so, until they are signed', () => {
    const draft = minutesOf(given(HELD).state);
    expect([draft.head?.mark, draft.provenance.draft, draft.provenance.version]).toEqual(['DỰ THẢO', true, '1']);
    const paper = minutesOf(given(HELD, signed).state);
    expect([paper.head?.mark, paper.provenance.draft, paper.provenance.version]).toEqual([null, false, '1']);
    expect(paper.provenance).toMatchObject({ position: 40, hash: 'ab12', madeAt: minute(200) });
  });

  test('[PAP9] minutes that were reopened are a draft of the next version', () => {
    const state = given(HELD, signed, { type: 'minutesReopened', at: minute(130), reason: 'Sửa tên' }).state;
    expect(minutesOf(state).provenance).toMatchObject({ draft: true, version: '2' });
  });

  test('[PAP10] the same source gives the same paper', () => {
    const { state } = given(HELD);
    expect(minutesOf(state)).toEqual(minutesOf(state));
  });
});
