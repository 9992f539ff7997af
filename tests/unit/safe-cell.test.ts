import { expect, test } from 'vitest';
import { safeCell } from '../../server/papers/safe-cell.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+84 900', "'+84 900"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['  =HYPERLINK("http://x")', '\'  =HYPERLINK("http://x")'],
  ['\u00A0=1', "'\u00A0=1"],
  ['\u200B=1', "'\u200B=1"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\n=1', "'\n=1"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠A', "'＠A"],
  ['﹣1', "'﹣1"],
  ['\t=1', "'\t=1"],
  ['\tHà Nội', "'\tHà Nội"],
  ['\rHà Nội', "'\rHà Nội"],
  ['\u0000=1', "'=1"],
])('[REG1] %j begins a formula, and is written as text', (typed, written) => {
  expect(safeCell(typed)).toBe(written);
});

test.each(['', 'Lê Thị Hoa', 'Điểm cầu tỉnh An Giang', 'A = B', '12-3', "'đã có dấu nháy", '(=1)', '– gạch đầu dòng'])(
  '[REG1] %j does not, and is left as it was typed',
  (typed) => {
    expect(safeCell(typed)).toBe(typed);
  },
);

test('[REG1] what cannot stand in a sheet is left out', () => {
  expect(safeCell('Ha\u0000 \u0007Noi\uFFFE')).toBe('Ha Noi');
});
