import { afterEach, expect, test } from 'vitest';
import { chooseLanguage, text } from '../../client/text/text.ts';

afterEach(() => chooseLanguage('vi'));

/** 08:42 in Hanoi. */
const SINCE = Date.UTC(2021, 8, 30, 1, 42);
const said = (code: string, params: Readonly<Record<string, string | number>>) => text.refusals.sentence(code, params);

test('[IMPUI11] a second check-in is told when and by which way the first was made, as far as that is known', async () => {
  expect(said('already-present', { since: SINCE, way: 'badge' })).toBe(
    'Đại biểu đã được điểm danh lúc 08:42 bằng thẻ đại biểu.',
  );
  expect(said('already-present', { since: 0, way: 'list' })).toBe('Đại biểu đã được điểm danh theo danh sách.');
  expect(said('already-present', { since: SINCE, way: 'a way of later' })).toBe(
    'Đại biểu đã được điểm danh lúc 08:42.',
  );
  await chooseLanguage('en');
  expect(said('already-present', { since: SINCE, way: 'code' })).toBe(
    'The delegate was checked in at 08:42 by a typed code.',
  );
});

test('[IMPUI11] refusals and consequences name the bridge and the figures that they are about', () => {
  expect(said('wrong-bridge', { bridge: 'Cà Mau' })).toContain('dự tại Cà Mau');
  expect(said('bridge-has-delegates', { bridge: 'Cà Mau', count: 64 })).toContain('Cà Mau còn 64 đại biểu');
  expect(said('bridge-in-use', { bridge: 'Cà Mau' })).toMatch(/^Cà Mau đang có/u);
  expect(said('bridge-in-use', { bridge: '' })).toMatch(/^Điểm cầu đang có/u);
  const { consequences } = text;
  expect(consequences['more-than-expected'].sentence({ present: 70, expected: 64 })).toMatch(/70 .+ 64 /u);
  expect(consequences['attendance-struck'].sentence({ bridge: 'Cà Mau' })).toContain('Xóa Cà Mau');
  expect(consequences['marks-lost'].sentence({ count: 3 })).toMatch(/^3 đại biểu/u);
});
