import type { FormatProfile } from '../../shared/domain/records/minutes.ts';
import type { Block, Paper } from '../../shared/views/papers/paper.ts';

/** Every Vietnamese letter with every tone, small and large: what a font must have. */
export const VIETNAMESE_LETTERS = 'aăâeêioôơuưy'
  .split('')
  .flatMap((vowel) =>
    ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => `${vowel}${tone}`.normalize('NFC')),
  )
  .concat('đ')
  .flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')])
  .join('');

export const LONG_PARAGRAPH =
  'Hội nghị diễn ra đúng chương trình; các đại biểu tại điểm cầu Trung ương và các điểm cầu tỉnh theo dõi đầy đủ, phát biểu ngắn gọn, đi thẳng vào nội dung, nêu rõ kết quả gắn với nhiệm vụ của địa phương, cơ quan, đơn vị và đề xuất nhiệm vụ trọng tâm của năm tới.';

const paragraph = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });

export const BODY: readonly Block[] = [
  paragraph('Thời gian: 08 giờ 00 phút, ngày 29 tháng 12 năm 2022'),
  {
    kind: 'paragraph',
    spans: [
      { text: 'Người chủ trì: ' },
      { text: 'đồng chí Trương Thị Mai', bold: true },
      { text: ', Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng, Trưởng Ban Tổ chức Trung ương.' },
    ],
  },
  { kind: 'heading', level: 1, text: '1. Thành phần' },
  { kind: 'heading', level: 2, text: '1.1. Đại biểu chính thức' },
  paragraph(LONG_PARAGRAPH),
  { kind: 'heading', level: 1, text: '2. Diễn biến' },
  ...Array.from({ length: 9 }, (_, at) => at).flatMap((at): readonly Block[] => [
    { kind: 'heading', level: 3, text: `a) Ý kiến thứ ${at + 1}` },
    paragraph(LONG_PARAGRAPH),
  ]),
  {
    kind: 'list',
    items: [
      [{ text: 'Kiểm tra chữ: ' }, { text: VIETNAMESE_LETTERS }],
      [{ text: 'Nghiêng', italic: true }, { text: ' và ' }, { text: 'đậm nghiêng', bold: true, italic: true }],
    ],
  },
  paragraph('Hội nghị kết thúc vào 11 giờ 30 phút cùng ngày.'),
];

const HEADS = {
  party: {
    parentBody: 'Ban Chấp hành Trung ương',
    issuer: 'Ban Tổ chức Trung ương',
    number: 'Số 05-BB/BTCTW',
    placeDate: 'Hà Nội, ngày 29 tháng 12 năm 2022',
    mark: 'DỰ THẢO',
  },
  state: {
    parentBody: 'Ủy ban nhân dân tỉnh An Giang',
    issuer: 'Sở Nội vụ',
    number: 'Số: 05/BB-SNV',
    placeDate: 'An Giang, ngày 29 tháng 12 năm 2022',
    mark: null,
  },
} as const;

/** A paper by hand: the renderers are tried without a conference. */
export const samplePaper = (profile: FormatProfile, differs: Partial<Paper> = {}): Paper => ({
  kind: 'minutes',
  profile,
  head: HEADS[profile],
  title: 'BIÊN BẢN',
  subject: 'Hội nghị toàn quốc tổng kết công tác tổ chức xây dựng Đảng năm 2022, triển khai nhiệm vụ năm 2023',
  blocks: BODY,
  signatures: {
    left: { authority: null, office: 'NGƯỜI GHI BIÊN BẢN', name: 'Nguyễn Văn Ghi' },
    right: {
      authority: profile === 'party' ? 'T/M BAN TỔ CHỨC' : 'TM. BAN TỔ CHỨC',
      office: 'CHỦ TRÌ HỘI NGHỊ',
      name: 'Trương Thị Mai',
    },
  },
  recipients: ['Các đồng chí lãnh đạo Ban,', 'Lưu Văn phòng.'],
  appendices: [bridgeAppendix(70)],
  provenance: {
    version: '1',
    madeAt: Date.parse('2022-12-29T11:45:00+07:00'),
    position: 4_012,
    hash: 'a1b2c3d4e5f6'.padEnd(64, '0'),
    draft: true,
  },
  ...differs,
});

/** Attendance by bridge, as long as is asked for. */
export const bridgeAppendix = (rows: number): Paper['appendices'][number] => ({
  title: 'PHỤ LỤC 1. ĐẠI BIỂU THEO ĐIỂM CẦU',
  landscape: true,
  blocks: [
    {
      kind: 'table',
      columns: [
        { title: 'STT', share: 6, align: 'center' },
        { title: 'Điểm cầu', share: 34 },
        { title: 'Chủ trì điểm cầu', share: 40 },
        { title: 'Triệu tập', share: 10, align: 'right' },
        { title: 'Có mặt', share: 10, align: 'right' },
        { title: 'Vắng', share: 10, align: 'right' },
      ],
      rows: Array.from({ length: rows }, (_, at) => [
        String(at + 1),
        `Điểm cầu xã số ${at + 1}`,
        at % 7 === 0 ? 'Đồng chí Nguyễn Thị Hồng Ẩm, Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức Tỉnh ủy' : '',
        '64',
        '61',
        '3',
      ]),
    },
  ],
});
