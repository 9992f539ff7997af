import { beforeAll, describe, expect, test } from 'vitest';
import { paperDocx } from '../../server/papers/paper-docx.ts';
import { paperPdf } from '../../server/papers/paper-pdf.ts';
import type { FormatProfile } from '../../shared/domain/records/minutes.ts';
import { docxText, pdfFonts, pdfText, printedByOffice } from '../support/office-tools.ts';
import { type PdfLayout, pdfLayout, type Rule, type Stroke, strokeOf } from '../support/pdf-layout.ts';
import { samplePaper, VIETNAMESE_LETTERS } from '../support/sample-papers.ts';
import { unzip } from '../support/unzip.ts';

const POINTS = 72 / 25.4;

/** One paper, as our own PDF and as LibreOffice prints its DOCX: both are measured against the same table. */
interface Printed {
  readonly profile: FormatProfile;
  readonly docx: Buffer;
  readonly pdf: Buffer;
  readonly office: Buffer;
  readonly layouts: readonly { readonly by: string; readonly layout: PdfLayout; readonly slack: number }[];
}

const printed = new Map<FormatProfile, Printed>();

beforeAll(async () => {
  const profiles = ['party', 'state'] as const;
  const docx = await Promise.all(profiles.map((profile) => paperDocx(samplePaper(profile))));
  const office = await printedByOffice(docx);
  for (const [at, profile] of profiles.entries()) {
    const [file, paper, pdf] = [docx[at], office[at], await paperPdf(samplePaper(profile))];
    if (file === undefined || paper === undefined) throw new Error(`${profile} was not printed`);
    const layouts = [
      { by: 'pdf', layout: await pdfLayout(pdf), slack: 0.6 },
      { by: 'docx', layout: await pdfLayout(paper), slack: 1.6 },
    ];
    printed.set(profile, { profile, docx: file, pdf, office: paper, layouts });
  }
}, 120_000);

const of = (profile: FormatProfile): Printed => {
  const found = printed.get(profile);
  if (found === undefined) throw new Error(`${profile} was not printed`);
  return found;
};

const middleOf = ({ left, right }: Pick<Stroke, 'left' | 'right'>): number => (left + right) / 2;
/** The line below a text, near enough to be its own. */
const ruleBelow = ({ rules }: PdfLayout, { page, baseline, ...text }: Stroke): Rule | undefined =>
  rules.find(
    (one) =>
      one.page === page && one.y > baseline && one.y < baseline + 12 && Math.abs(middleOf(one) - middleOf(text)) < 2,
  );

type Face = 'Regular' | 'Bold' | 'Italic' | 'BoldItalic';
const expectLook = (layout: PdfLayout, beginning: string, size: readonly number[], face: Face): void => {
  const stroke = strokeOf(layout, beginning);
  expect.soft(size, `size of ${beginning}`).toContain(Math.round(stroke.size * 10) / 10);
  expect.soft(stroke.font, beginning).toMatch(new RegExp(`Tinos-${face}$`, 'u'));
};

/** What both profiles have alike: sheet, margins, first line, page number. */
function expectSheet(layout: PdfLayout, slack: number): void {
  const [left, right] = [30 * POINTS, (210 - 15) * POINTS];
  expect(layout.sheets[0]?.width).toBeCloseTo(210 * POINTS, 0);
  expect(layout.sheets[0]?.height).toBeCloseTo(297 * POINTS, 0);
  const inText = layout.strokes.filter(({ page, baseline }) => page <= 2 && baseline > 50 && baseline < 800);
  expect(Math.min(...inText.map((one) => one.left))).toBeCloseTo(left, -0.5);
  expect(Math.abs(Math.min(...inText.map((one) => one.left)) - left)).toBeLessThan(slack);
  expect(Math.abs(Math.max(...inText.map((one) => one.right)) - right)).toBeLessThan(slack + 0.5);
  for (const { baseline } of inText) {
    expect(baseline).toBeGreaterThan(20 * POINTS);
    expect(baseline).toBeLessThan((297 - 20) * POINTS);
  }
  const first = strokeOf(layout, 'Hội nghị diễn ra đúng');
  expect(Math.abs(first.left - (left + 10 * POINTS))).toBeLessThan(slack);
  const number = layout.strokes.find(({ page, text }) => page === 2 && text.trim() === '2');
  if (number === undefined) throw new Error('the second sheet has no number');
  expect(Math.abs(middleOf(number) - (left + right) / 2)).toBeLessThan(3);
  expect(Math.abs(number.baseline - number.size / 3 - 10 * POINTS)).toBeLessThan(6);
  expect(number.size).toBe(14);
  expect(layout.strokes.filter(({ page, baseline }) => page === 1 && baseline < 45)).toEqual([]);
}

describe.each(['pdf', 'docx'])('as %s', (by) => {
  const layoutOf = (profile: FormatProfile) => {
    const found = of(profile).layouts.find((one) => one.by === by);
    if (found === undefined) throw new Error(`no ${by}`);
    return found;
  };

  test('[FMT1] a paper of the Party stands as its layout table says', () => {
    const { layout, slack } = layoutOf('party');
    expectSheet(layout, slack);
    expectLook(layout, 'ĐẢNG CỘNG SẢN VIỆT NAM', [15], 'Bold');
    expectLook(layout, 'BAN CHẤP HÀNH TRUNG ƯƠNG', [14], 'Regular');
    expectLook(layout, 'BAN TỔ CHỨC TRUNG ƯƠNG', [14], 'Bold');
    expectLook(layout, 'Số 05-BB/BTCTW', [14], 'Regular');
    expectLook(layout, 'Hà Nội, ngày 29', [14], 'Italic');
    expectLook(layout, 'BIÊN BẢN', [15, 16], 'Bold');
    expectLook(layout, 'Hội nghị toàn quốc', [14, 15], 'Bold');
    expectLook(layout, 'Hội nghị diễn ra', [14, 15], 'Regular');
    expectLook(layout, '1. Thành phần', [14, 15], 'Bold');
    expectLook(layout, 'T/M BAN TỔ CHỨC', [14], 'Bold');
    expectLook(layout, 'CHỦ TRÌ HỘI NGHỊ', [14], 'Regular');
    expectLook(layout, 'Nguyễn Văn Ghi', [14], 'Bold');
    expectLook(layout, 'Nơi nhận', [14], 'Regular');
    expectLook(layout, '- Lưu Văn phòng', [12], 'Regular');
    const star = strokeOf(layout, '*');
    const issuer = strokeOf(layout, 'BAN TỔ CHỨC TRUNG ƯƠNG');
    expect(Math.abs(middleOf(star) - middleOf(issuer))).toBeLessThan(1);
    expect(star.baseline).toBeGreaterThan(issuer.baseline);
    expect(star.baseline).toBeLessThan(strokeOf(layout, 'Số 05').baseline);
    expect(strokeOf(layout, '-----').baseline).toBeGreaterThan(strokeOf(layout, 'khai nhiệm vụ').baseline);
    const nation = strokeOf(layout, 'ĐẢNG CỘNG SẢN VIỆT NAM');
    const line = ruleBelow(layout, nation);
    expect(Math.abs((line?.right ?? 0) - (line?.left ?? 0) - (nation.right - nation.left))).toBeLessThan(2);
    expect(ruleBelow(layout, issuer)).toBeUndefined();
    // Exact lines of 18 to 20 points.
    const [one, two] = [
      strokeOf(layout, 'Hội nghị diễn ra đúng'),
      strokeOf(layout, by === 'pdf' ? 'các điểm cầu tỉnh' : 'các điểm cầu'),
    ];
    expect(two.baseline - one.baseline).toBeGreaterThanOrEqual(18);
    expect(two.baseline - one.baseline).toBeLessThanOrEqual(20);
  });

  test('[FMT2] a paper of a state body stands as NĐ 30 says', () => {
    const { layout, slack } = layoutOf('state');
    expectSheet(layout, slack);
    expectLook(layout, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', [12, 13], 'Bold');
    expectLook(layout, 'Độc lập - Tự do - Hạnh phúc', [13, 14], 'Bold');
    expectLook(layout, 'ỦY BAN NHÂN DÂN', [12, 13], 'Regular');
    expectLook(layout, 'SỞ NỘI VỤ', [12, 13], 'Bold');
    expectLook(layout, 'Số: 05/BB-SNV', [13], 'Regular');
    expectLook(layout, 'An Giang, ngày 29', [13, 14], 'Italic');
    expectLook(layout, 'BIÊN BẢN', [13, 14], 'Bold');
    expectLook(layout, 'Hội nghị toàn quốc', [13, 14], 'Bold');
    expectLook(layout, 'Hội nghị diễn ra', [13, 14], 'Regular');
    expectLook(layout, 'TM. BAN TỔ CHỨC', [13, 14], 'Bold');
    expectLook(layout, 'CHỦ TRÌ HỘI NGHỊ', [13, 14], 'Bold');
    expectLook(layout, 'Nơi nhận', [12], 'BoldItalic');
    expectLook(layout, '- Lưu Văn phòng', [11], 'Regular');
    expect(layout.strokes.map(({ text }) => text)).not.toContain('*');
    const lengthBelow = (stroke: Stroke): number => {
      const line = ruleBelow(layout, stroke);
      return (line?.right ?? 0) - (line?.left ?? 0);
    };
    const motto = strokeOf(layout, 'Độc lập');
    expect(Math.abs(lengthBelow(motto) - (motto.right - motto.left))).toBeLessThan(2);
    const issuer = strokeOf(layout, 'SỞ NỘI VỤ');
    const part = lengthBelow(issuer) / (issuer.right - issuer.left);
    expect(part).toBeGreaterThan(1 / 3);
    expect(part).toBeLessThan(1 / 2);
    expect(lengthBelow(strokeOf(layout, 'khai nhiệm vụ'))).toBeGreaterThan(100);
  });

  test('[FMT3] signatures stand side by side, both names on one line and on one sheet', () => {
    for (const profile of ['party', 'state'] as const) {
      const { layout } = layoutOf(profile);
      const [recorder, chair] = [strokeOf(layout, 'NGƯỜI GHI BIÊN BẢN'), strokeOf(layout, 'CHỦ TRÌ HỘI NGHỊ')];
      const [left, right] = [strokeOf(layout, 'Nguyễn Văn Ghi'), strokeOf(layout, 'Trương Thị Mai')];
      expect(Math.abs(middleOf(recorder) - middleOf(left))).toBeLessThan(1.5);
      expect(Math.abs(middleOf(chair) - middleOf(right))).toBeLessThan(1.5);
      expect(middleOf(recorder)).toBeLessThan(210 * POINTS * 0.5);
      expect(middleOf(chair)).toBeGreaterThan(210 * POINTS * 0.5);
      expect(Math.abs(left.baseline - right.baseline)).toBeLessThan(1.5);
      expect(left.baseline - recorder.baseline).toBeGreaterThan(50);
      expect(new Set([recorder.page, chair.page, left.page, right.page]).size).toBe(1);
    }
  });

  test('[FMT4] a text of the state ends with ./. and one of the Party with its full stop', () => {
    expect(strokeOf(layoutOf('state').layout, 'Hội nghị kết thúc').text).toMatch(/cùng ngày\.\/\.$/u);
    expect(strokeOf(layoutOf('party').layout, 'Hội nghị kết thúc').text).toMatch(/cùng ngày\.$/u);
  });

  test('[FMT5] every sheet says of which version and which data it is; a draft of the Party, that its layout is not verified', () => {
    for (const profile of ['party', 'state'] as const) {
      const { layout } = layoutOf(profile);
      const feet = layout.strokes.filter(({ text }) =>
        text.startsWith('Dự thảo · Phiên bản 1 · lập lúc 11:45 ngày 29/12/2022'),
      );
      expect(feet.map(({ page }) => page)).toEqual(layout.sheets.map((_, at) => at + 1));
      expect(feet[0]?.text).toContain('dữ liệu đến sự kiện 4012, mã a1b2c3d4e5f6');
      expect(feet[0]?.text.includes('chưa thẩm định')).toBe(profile === 'party');
    }
  });

  test('[FMT6] an appendix stands on sheets of its own, lying where it was asked for, its head row on each', () => {
    const { layout } = layoutOf('party');
    const lying = layout.sheets.flatMap(({ width, height }, at) => (width > height ? [at + 1] : []));
    expect(lying.length).toBeGreaterThan(2);
    const heads = layout.strokes.filter(({ text }) => text.startsWith('Điểm cầu') && !text.includes('xã số'));
    expect([...new Set(heads.map(({ page }) => page))]).toEqual(lying);
    expect(strokeOf(layout, 'PHỤ LỤC 1').page).toBe(lying[0]);
    const rows = layout.strokes.filter(({ text }) => text.startsWith('Điểm cầu xã số'));
    expect(rows.map(({ text }) => Number(/\d+/u.exec(text)?.[0]))).toEqual(
      Array.from({ length: 70 }, (_, at) => at + 1),
    );
    const edge = 297 * POINTS - 15 * POINTS;
    const onLying = layout.strokes.filter(({ page }) => lying.includes(page));
    for (const { right } of onLying) expect(right).toBeLessThan(edge + 1);
  });
});

test('[FMT7] all Vietnamese letters are in the PDF, with fonts of its own, and in the DOCX as an office prints it', async () => {
  const letters = VIETNAMESE_LETTERS;
  expect(letters.length).toBe(2 * (12 * 6 + 1));
  for (const profile of ['party', 'state'] as const) {
    const { pdf, docx, office } = of(profile);
    for (const text of [await pdfText(pdf), docxText(docx), await pdfText(office)]) {
      expect(text.replaceAll(/\s/gu, '')).toContain(letters);
    }
    const fonts = (await pdfFonts(pdf)).trim().split('\n').slice(2);
    expect(fonts.length).toBe(4);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+Tinos-\S+ +CID TrueType +Identity-H +yes yes yes/u);
  }
});

test('[FMT8] the DOCX is made of paragraphs with styles and of tables; lines are borders, and nothing floats', () => {
  for (const profile of ['party', 'state'] as const) {
    const files = unzip(of(profile).docx);
    const document = files.get('word/document.xml') ?? '';
    expect(document).not.toMatch(/txbxContent|<w:pict|<w:drawing|<w:framePr|<w:u /u);
    expect(document).toMatch(/<w:pBdr><w:top /u);
    for (const style of ['nation', 'issuer', 'title', 'body', 'headingOne', 'office', 'signerName', 'recipient']) {
      expect(document).toContain(`<w:pStyle w:val="${style}"/>`);
      expect(files.get('word/styles.xml')).toContain(`w:styleId="${style}"`);
    }
    expect(files.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    // Upright sheet with the margins of the table in twentieths of a point, and a lying one.
    expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/u);
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/u);
    expect(document).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/u);
    expect(document).toContain('<w:tblHeader/>');
    const [heads = ''] = /<w:tbl>.*?<\/w:tbl>/su.exec(document) ?? [];
    expect(heads).toContain(profile === 'party' ? 'ĐẢNG CỘNG SẢN VIỆT NAM' : 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(heads).not.toMatch(/w:val="single" w:color="auto" w:sz="[1-9]/u);
  }
});
