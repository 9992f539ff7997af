import { expect, test } from 'vitest';
import { createCell } from '../../client/sync/cell.ts';
import { offsetFrom } from '../../client/sync/server-time.ts';
import { shallowEqual } from '../../client/sync/shallow-equal.ts';

test('the offset is measured from the middle of the round trip', () => {
  expect(offsetFrom([{ sentAt: 1_000, receivedAt: 1_040, serverNow: 6_020 }])).toBe(5_000);
});

test('one slow round trip does not move the clock', () => {
  const quick = (late: number) => ({ sentAt: late, receivedAt: late + 10, serverNow: late + 5_005 });
  const slow = { sentAt: 0, receivedAt: 4_000, serverNow: 5_010 };
  expect(offsetFrom([quick(0), slow, quick(100)])).toBe(5_000);
  expect(offsetFrom([slow])).not.toBe(5_000);
});

test('without an answer the offset stays unknown', () => {
  expect(offsetFrom([])).toBeNull();
});

test('lists and plain objects with the same members are equal, one level deep', () => {
  const inner = { deep: 1 };
  expect(shallowEqual([1, inner], [1, inner])).toBe(true);
  expect(shallowEqual({ a: 1, b: inner }, { b: inner, a: 1 })).toBe(true);
  expect(shallowEqual(Number.NaN, Number.NaN)).toBe(true);
});

test('what differs in one member, in length or in kind is not equal', () => {
  expect(shallowEqual([1], [1, 2])).toBe(false);
  expect(shallowEqual({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(shallowEqual({ a: undefined }, { b: undefined })).toBe(false);
  expect(shallowEqual([{ deep: 1 }], [{ deep: 1 }])).toBe(false);
  expect(shallowEqual(new Map([[1, 1]]), new Map([[2, 2]]))).toBe(false);
  expect(shallowEqual(null, {})).toBe(false);
});

test('a cell tells its listeners of another value only, and forgets who left', () => {
  const cell = createCell(1);
  const heard: number[] = [];
  const leave = cell.subscribe(() => heard.push(cell.get()));
  cell.set(1);
  cell.set(2);
  leave();
  cell.set(3);
  expect(heard).toEqual([2]);
});
