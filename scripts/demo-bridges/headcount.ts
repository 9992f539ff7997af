import type { CategoryCount } from '../../shared/domain/attendance/attendance.ts';
import { demoWords } from './text.ts';

/** A hall holds this many for each delegate that its list names. */
const SEATS_PER_NAME = 12;
const MOST_ABSENT = 4;

/** Numbers that a hall may well report: the categories of its list, nearly everybody there, some excused. */
export function plausibleHeadcount(
  named: ReadonlyMap<string, number>,
  chance: () => number = Math.random,
): readonly CategoryCount[] {
  const categories = named.size === 0 ? [[demoWords.delegates, 4] as const] : [...named];
  return categories.map(([category, names]) => {
    const expected = names * SEATS_PER_NAME + Math.floor(chance() * SEATS_PER_NAME);
    const absent = Math.floor(chance() * Math.min(MOST_ABSENT, expected));
    const absentUnexcused = Math.floor(chance() * 1.2 * Math.min(1, absent));
    return { category, expected, present: expected - absent, absentExcused: absent - absentUnexcused, absentUnexcused };
  });
}
