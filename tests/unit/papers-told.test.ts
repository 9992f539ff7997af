import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { awardIdSchema } from '../../shared/domain/ids.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ListedDelegate } from '../../shared/views/papers/paper-source.ts';
import {
  anGiang,
  counts,
  itemAdded,
  itemId,
  itemSkipped,
  LIVE,
  lasting,
  listed,
  NOW,
  quangBinh,
  reported,
  rowAdded,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { declined, withdrawn } from '../support/floor-builders.ts';
import { began, called, ended, paper as entered } from '../support/speech-builders.ts';
import {
  bodyOf,
  CHINH,
  closedAt,
  expectInOrder,
  head,
  LEADERS,
  MAI,
  minute,
  named,
  noted,
  official,
  ran,
  under,
  wholeOf,
  written,
} from '../support/written-papers.ts';

const first = speechId('y-kien-1');
const second = speechId('y-kien-2');
const HELD = [
  ...LIVE,
  LEADERS,
  head(),
  ...ran('khai-mac', [5, 15], { kind: 'opening', title: 'Khai mạc' }, CHINH),
  ...ran('bao-cao', [15, 20], { title: 'Báo cáo tổng kết' }),
  entered(first, quangBinh),
  entered(second, anGiang, { speaker: { ...CHINH, fullName: 'Lê An', positions: ['Bí thư Tỉnh ủy'] } }),
  called(first, minute(21)),
  began(first, minute(21)),
  ended(first, minute(28)),
  called(second, minute(30)),
  began(second, minute(30)),
  ended(second, minute(34)),
  ...ran('ket-luan', [80, 88], { kind: 'conclusion', title: 'Kết luận' }, MAI),
  noted({ kind: 'conclusion' }, 'Đồng ý với báo cáo.'),
  closedAt(minute(95)),
];
const posts = MAI.positions.join(', ');

describe('the conclusion notice', () => {
  test('[PAP50] it is numbered by its own type and dated when it goes out: both are left open', () => {
    const { head: lines, title, subject } = written('conclusionNotice', given(HELD).state);
    expect(lines).toMatchObject({
      number: 'Số ……-TB/BTCTW',
      placeDate: 'Hà Nội, ngày …… tháng …… năm 2021',
      mark: 'DỰ THẢO',
    });
    expect([title, subject]).toEqual([
      'THÔNG BÁO',
      `Kết luận của đồng chí Trương Thị Mai, ${posts}, tại Hội nghị giao ban quý III năm 2021`,
    ]);
  });

  test('[PAP50] it tells who held what, who spoke, and what was concluded', () => {
    const lines = bodyOf(written('conclusionNotice', given(HELD, reported(anGiang, counts(9, 9))).state));
    expectInOrder(
      lines,
      'Sáng 30/9/2021, tại Hà Nội, Ban Tổ chức Trung ương tổ chức Hội nghị giao ban quý III năm 2021 theo hình thức',
      'Các đồng chí: Trương Thị Mai,',
      'Dự hội nghị có 09 đại biểu tại 04 điểm cầu.',
      `Sau khi nghe báo cáo và 02 ý kiến phát biểu trực tiếp, đồng chí Trương Thị Mai, ${posts}, kết luận như sau:`,
      'Đồng ý với báo cáo.',
      'Ban Tổ chức Trung ương thông báo để các cơ quan, đơn vị biết, thực hiện.',
    );
    const state = given(HELD, head({ profile: 'state' })).state;
    expect(bodyOf(written('conclusionNotice', state)).at(-1)).toMatch(/thực hiện\.\/\.$/u);
  });

  test.each([
    ['Trưởng Ban Tổ chức Trung ương', 'Ban Tổ chức Trung ương', null, 'TRƯỞNG BAN'],
    ['Phó Trưởng Ban Tổ chức Trung ương', 'Ban Tổ chức Trung ương', 'K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'],
    ['Phó Bí thư Tỉnh ủy An Giang', 'Tỉnh ủy An Giang', 'T/M TỈNH ỦY AN GIANG', 'PHÓ BÍ THƯ'],
    ['Ủy viên thường trực', 'Ban Chỉ đạo', null, 'ỦY VIÊN THƯỜNG TRỰC'],
  ])('[PAP51] %s of %s signs in the words of the Party', (post, issuer, authority, office) => {
    const signer: Person = { ...MAI, positions: ['Ủy viên Trung ương Đảng', post] };
    const state = given(LIVE, named(official(signer, ['chair'])), head({ issuer })).state;
    const { signatures } = written('conclusionNotice', state);
    expect(signatures).toEqual({ left: null, right: { authority, office, name: 'Trương Thị Mai' } });
  });

  test('[PAP51] state bodies write KT. and TM.', () => {
    const signer: Person = { ...MAI, positions: ['Phó Giám đốc Sở Nội vụ'] };
    const own = head({ profile: 'state', issuer: 'Sở Nội vụ' });
    const { signatures } = written('conclusionNotice', given(LIVE, named(official(signer, ['chair'])), own).state);
    expect(signatures?.right).toMatchObject({ authority: 'KT. GIÁM ĐỐC', office: 'PHÓ GIÁM ĐỐC' });
  });
});

describe('the news draft', () => {
  test('[PAP52] it introduces each person once, with all posts, and calls by name afterwards', () => {
    const whole = wholeOf(written('news', given(HELD).state));
    expect(whole.split(posts)).toHaveLength(2);
    expect(whole).toContain('Đồng chí Mai Văn Chính phát biểu khai mạc hội nghị.');
    expect(whole).toContain('Đồng chí Trương Thị Mai phát biểu kết luận hội nghị.');
  });

  test('[PAP53] it names the units that spoke in the order in which they spoke', () => {
    expect(bodyOf(written('news', given(HELD).state))).toContain(
      'Hội nghị có 02 ý kiến phát biểu trực tiếp, gồm ý kiến của: Tỉnh Quảng Bình (Trưởng Ban Tổ chức Tỉnh ủy); Tỉnh An Giang (đồng chí Lê An, Bí thư Tỉnh ủy).',
    );
  });

  test('[PAP53] a title that begins with what was done is not doubled', () => {
    expect(bodyOf(written('news', given(HELD).state))).toContain('Hội nghị nghe báo cáo tổng kết.');
    const other = given(LIVE, ran('bao-cao', [15, 20], { title: 'Kết quả năm 2021' }, CHINH)).state;
    expect(bodyOf(written('news', other)).join('\n')).toContain('trình bày báo cáo: Kết quả năm 2021.');
  });

  test('[PAP54] periods stand inside of the sentence in small letters', () => {
    expect(bodyOf(written('news', given(HELD).state))[1]).toBe(
      'Hội nghị đánh giá kết quả công tác quý III/2021, triển khai nhiệm vụ quý IV/2021.',
    );
  });

  test('[PAP54] awards are told with all posts of the recipient', () => {
    const awardId = awardIdSchema.parse('kt');
    const recipient: Person = { ...CHINH, fullName: 'Tô Huy Rứa', positions: ['Nguyên Trưởng Ban'] };
    const award = { awardId, name: 'Huân chương', onBehalfOf: null, itemId: null, presenter: MAI } as const;
    const events: readonly ConferenceEvent[] = [
      { type: 'awardPlanned', at: NOW, award: { ...award, recipients: { kind: 'person', person: recipient } } },
      { type: 'awardPresented', at: minute(40), awardId },
    ];
    expect(bodyOf(written('news', given(LIVE, LEADERS, events).state))).toContain(
      'Đồng chí Trương Thị Mai trao Huân chương cho đồng chí Tô Huy Rứa, Nguyên Trưởng Ban.',
    );
  });
});

describe('programme, speakers, roll sheets', () => {
  test('[PAP55] the programme has its announced times, heads and notes; what was left out is not on it', () => {
    const day = 24 * 60;
    const state = given(
      LIVE,
      rowAdded(itemId('phan'), { row: 'group', title: 'Phần thứ nhất', targetMs: null }),
      itemAdded(itemId('a'), { title: 'Khai mạc', start: minute(0), span: lasting(600_000) }, CHINH),
      itemAdded(itemId('b'), { title: 'Bỏ', start: minute(20) }),
      itemSkipped(itemId('b')),
      itemAdded(itemId('c'), { title: 'Báo cáo', start: minute(30) }),
      itemAdded(itemId('d'), { title: 'Bế mạc', start: minute(day) }),
      { type: 'delayAnnounced', at: NOW, delayMs: 300_000 },
    ).state;
    const paperOf = written('programme', state);
    expect(paperOf.title).toBe('CHƯƠNG TRÌNH');
    expect(bodyOf(paperOf).slice(2)).toEqual([
      ' | Phần thứ nhất | ',
      `08:05 - 08:15 | Khai mạc | Đồng chí Mai Văn Chính, ${CHINH.positions.join(', ')}`,
      '08:35 - 08:45 | Báo cáo | ',
      ' | Ngày 01 tháng 10 năm 2021 | ',
      '08:05 - 08:15 | Bế mạc | ',
    ]);
  });

  test('[PAP55] an empty programme says so', () => {
    expect(bodyOf(written('programme', given(LIVE).state)).at(-1)).toBe('Chưa có nội dung nào trong chương trình.');
  });

  test('[PAP56] the list of speakers has each item’s own, in speaking order; who withdrew or was refused is not on it', () => {
    const talk = itemId('thao-luan');
    const gone = speechId('rut');
    const refused = speechId('tu-choi');
    const state = given(
      LIVE,
      itemAdded(talk, { kind: 'discussion', title: 'Thảo luận' }),
      entered(first, quangBinh, { itemId: talk }),
      entered(second, anGiang),
      entered(gone, anGiang, { itemId: talk, subject: 'Rút' }),
      withdrawn(gone),
      entered(refused, anGiang, { itemId: talk, subject: 'Từ chối' }),
      declined(refused),
    ).state;
    expect(bodyOf(written('speakers', state))).toEqual([
      '## Thảo luận',
      '1 | Điểm cầu tỉnh Quảng Bình | Trưởng Ban Tổ chức Tỉnh ủy | Tham luận | Công tác tổ chức xây dựng Đảng | 7 phút | chờ phát biểu',
      '## Danh sách chung của hội nghị',
      '1 | Điểm cầu tỉnh An Giang | Trưởng Ban Tổ chức Tỉnh ủy | Tham luận | Công tác tổ chức xây dựng Đảng | 7 phút | chờ phát biểu',
    ]);
    expect(bodyOf(written('speakers', given(LIVE).state))).toEqual(['Chưa có đăng ký phát biểu.']);
  });

  test('[PAP57] each bridge has its roll sheet: names, else figures, else lines to write on', () => {
    const leading: readonly ListedDelegate[] = [
      {
        bridgeId: anGiang,
        fullName: 'Lê An',
        positions: ['Bí thư'],
        homeUnit: 'An Giang',
        category: 'Đại biểu',
        present: true,
      },
    ];
    const state = given(LIVE, listed(anGiang, 'a', 'b', 'c'), reported(quangBinh, counts(6, 5))).state;
    const sheets = written('rollSheets', state, { leading });
    expect(under(sheets, '# Điểm cầu tỉnh An Giang')).toEqual([
      'Chủ trì điểm cầu: Chủ trì tỉnh An Giang.',
      '1 | Lê An | Bí thư | An Giang | Đại biểu | x | ',
      'Phiếu ghi 01 trong số 03 đại biểu của điểm cầu; danh sách đầy đủ xuất từ bảng đại biểu.',
      'Người điểm danh (ký, ghi rõ họ tên): ……',
    ]);
    expect(under(sheets, '# Điểm cầu tỉnh Quảng Bình')[1]).toBe('1 | Đại biểu | 6 | 5 | 1 | ');
    expect(under(sheets, '# Điểm cầu Trung ương')).toHaveLength(12);
  });
});
