import { expect, test } from 'vitest';
import { paperDocx } from '../../server/papers/paper-docx.ts';
import { paperPdf } from '../../server/papers/paper-pdf.ts';
import type { Block } from '../../shared/views/papers/paper.ts';
import { docxText, printedByOffice, toolAt } from '../support/office-tools.ts';
import { pdfLayout, strokeOf } from '../support/pdf-layout.ts';
import { bridgeAppendix, LONG_PARAGRAPH, samplePaper } from '../support/sample-papers.ts';

const POINTS = 72 / 25.4;

test('[FMT9] what is too long for its place goes to the next line, and stays within the margins', async () => {
  const issuer = `${'Ủy ban kiểm tra '.repeat(120)}${'Ẩ'.repeat(200)}`;
  const cell = LONG_PARAGRAPH.repeat(25);
  const { columns } = {
    columns: [
      { title: 'STT', share: 1 },
      { title: 'Nội dung', share: 3 },
    ],
  };
  const paper = samplePaper('party', {
    head: { parentBody: null, issuer, number: null, placeDate: null, mark: null },
    blocks: [
      {
        kind: 'table',
        columns,
        rows: [
          ['1', cell],
          ['2', ''],
        ],
      },
    ],
    appendices: [],
    signatures: null,
  });
  const layout = await pdfLayout(await paperPdf(paper));
  for (const { left, right, baseline } of layout.strokes) {
    expect(left).toBeGreaterThan(30 * POINTS - 1);
    expect(right).toBeLessThan(195 * POINTS + 1);
    expect(baseline).toBeLessThan(297 * POINTS - 20);
  }
  const told = layout.strokes
    .map(({ text }) => text)
    .join(' ')
    .replaceAll(/\s+/gu, ' ');
  expect(told.split('đề xuất nhiệm vụ trọng tâm').length - 1).toBeGreaterThan(20);
  expect(layout.sheets.length).toBeGreaterThan(2);
  const sheet = await pdfLayout((await printedByOffice([await paperDocx(paper)]))[0] ?? Buffer.alloc(0));
  expect(Math.max(...sheet.strokes.map(({ right }) => right))).toBeLessThan(195 * POINTS + 2);
}, 60_000);

test('[FMT10] a heading does not stand alone at the foot of a sheet, and signatures not alone on the next', async () => {
  const signedWith = new Set<boolean>();
  for (let lines = 8; lines < 26; lines++) {
    const line = (text: string): Block => ({ kind: 'paragraph', spans: [{ text }] });
    const filling = Array.from({ length: lines }, (_, at) => line(`Dòng ${at}`));
    const blocks: readonly Block[] = [...filling, { kind: 'heading', level: 1, text: 'ĐẦU MỤC' }, line('Theo sau')];
    const layout = await pdfLayout(await paperPdf(samplePaper('party', { blocks, appendices: [] })));
    const [heading, last] = [strokeOf(layout, 'ĐẦU MỤC'), strokeOf(layout, 'Theo sau')];
    expect(heading.page).toBe(last.page);
    expect(strokeOf(layout, 'NGƯỜI GHI BIÊN BẢN').page).toBe(last.page);
    expect(strokeOf(layout, 'Nơi nhận').page).toBe(last.page);
    signedWith.add(last.page === 2);
  }
  // The control: some of them needed another sheet, and some did not.
  expect(signedWith).toEqual(new Set([true, false]));
}, 60_000);

test('[FMT23] no word of a table’s head is torn, however small its column’s share', async () => {
  const columns = [
    { title: 'STT', share: 1 },
    { title: 'Thời gian phát biểu', share: 1 },
    { title: 'Nội dung', share: 98 },
  ];
  const blocks: readonly Block[] = [{ kind: 'table', columns, rows: [['1', '07:00', LONG_PARAGRAPH]] }];
  const paper = samplePaper('party', { blocks, appendices: [], signatures: null });
  const [office = Buffer.alloc(0)] = await printedByOffice([await paperDocx(paper)]);
  for (const pdf of [await paperPdf(paper), office]) {
    const { strokes } = await pdfLayout(pdf);
    const head = strokes.filter(({ font, size }) => font.endsWith('Bold') && size === 12).map(({ text }) => text);
    expect(head.join(' ').split(' ')).toEqual(
      expect.arrayContaining(['STT', 'Thời', 'gian', 'phát', 'biểu', 'Nội', 'dung']),
    );
    expect(Math.max(...strokes.map(({ right }) => right))).toBeLessThan(195 * POINTS + 1);
  }
}, 60_000);

test('[FMT11] where LibreOffice is not installed the tests fail, and say which package is missing', () => {
  expect(() => toolAt('soffice', '/nowhere')).toThrow('apt-get install -y libreoffice-writer-nogui');
  expect(() => toolAt('pdftotext', '/nowhere')).toThrow('apt-get install -y poppler-utils');
  expect(toolAt('soffice')).toMatch(/soffice$/u);
});

test('[FMT12] two thousand halls in an appendix are all there', async () => {
  const paper = samplePaper('party', { appendices: [bridgeAppendix(2_126)] });
  const text = docxText(await paperDocx(paper));
  expect(text).toContain('Điểm cầu xã số 2126');
  const layout = await pdfLayout(await paperPdf(paper));
  expect(layout.strokes.filter(({ text: words }) => words.startsWith('Điểm cầu xã số'))).toHaveLength(2_126);
}, 60_000);
