import { expect, test } from 'vitest';
import {
  formatClock,
  formatCount,
  formatDate,
  formatDuration,
  formatLateness,
  formatTime,
} from '../../client/parts/clock-text.ts';
import { text } from '../../client/text/text.ts';
import { REJECTION_CODES } from '../../shared/domain/rejection.ts';
import { MINUTE, NOW, SECOND } from '../support/builders.ts';

test('times are those of Hà Nội, wherever the machine stands', () => {
  expect(formatTime(NOW)).toBe('08:00');
  expect(formatClock(NOW + 7 * SECOND)).toBe('08:00:07');
  expect(formatTime(Date.UTC(2021, 8, 30, 17, 5))).toBe('00:05');
});

test('dates and counts are written as in official papers', () => {
  expect(formatDate('2021-09-30')).toBe('30/9/2021');
  expect(formatDate(Date.UTC(2021, 8, 29, 18, 0))).toBe('30/9/2021');
  expect(formatCount(4_012)).toBe('4.012');
});

test('durations show minutes and seconds, hours only when there are any, and what is below zero', () => {
  expect(formatDuration(3 * MINUTE + 12 * SECOND + 999)).toBe('03:12');
  expect(formatDuration(63 * MINUTE)).toBe('1:03:00');
  expect(formatDuration(0)).toBe('00:00');
  expect(formatDuration(-400)).toBe('00:00');
  expect(formatDuration(-75 * SECOND)).toBe('−01:15');
});

test('lateness is told in whole minutes, and less than one is on time', () => {
  expect(formatLateness(6 * MINUTE + 30 * SECOND)).toBe('chậm 6 phút');
  expect(formatLateness(-4 * MINUTE)).toBe('sớm 4 phút');
  expect(formatLateness(59 * SECOND)).toBe('đúng giờ');
  expect(formatLateness(-59 * SECOND)).toBe('đúng giờ');
  expect(formatLateness(65 * MINUTE)).toBe('chậm 1 giờ 5 phút');
  expect(formatLateness(120 * MINUTE)).toBe('chậm 2 giờ');
});

test('every refusal has a sentence of its own, with its numbers and names in it', () => {
  const sentences = REJECTION_CODES.map((code) =>
    text.refusals.sentence(code, { max: 300, bridge: 'Điểm cầu An Giang' }),
  );
  expect(new Set(sentences).size).toBe(REJECTION_CODES.length);
  expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
  expect(text.refusals.sentence('floor-changed', { bridge: 'Điểm cầu An Giang' })).toContain('Điểm cầu An Giang');
  expect(text.refusals.sentence('too-many-items', { max: 300 })).toContain('300');
});

test('a code from outside the list is worded too', () => {
  expect(text.refusals.sentence('link-invalid')).toContain('thu hồi');
  expect(text.refusals.sentence('toString')).toBe(text.refusals.sentence('of-a-newer-server'));
});
