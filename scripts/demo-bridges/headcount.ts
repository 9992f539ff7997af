import type { CategoryCount } from '../../shared/domain/attendance/figure.ts';
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
    const present = expected - absent;
    // Now and then somebody of the hall is on the line instead of in it.
    const online = Math.floor(chance() * 1.2 * Math.min(1, present));
    return {
      category,
      expected,
      onSite: present - online,
      online,
      absentExcused: absent - absentUnexcused,
      absentUnexcused,
    };
  });
}
