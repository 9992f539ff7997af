import { z } from 'zod';
import { line } from '../text.ts';
import type { MarkCounts } from './mark.ts';

const count = z.int().min(0).max(100_000);

/** Counts are kept by category: under a name that every object has, something else would already stand there. */
export const isCountable = (category: string): boolean => !(category in Object.prototype);

export const categorySchema = line(120).refine(isCountable);

/** One row of a head-count report. More may be there than were expected: people bring company, and the hall says so. */
export const categoryCountSchema = z.strictObject({
  category: categorySchema,
  expected: count,
  onSite: count,
  online: count,
  absentExcused: count,
  absentUnexcused: count,
});
export type CategoryCount = z.infer<typeof categoryCountSchema>;

/** How many people: summoned, in the hall, on the line, absent with and without a reason. The rest nobody spoke of. */
export interface Figure {
  readonly expected: number;
  readonly onSite: number;
  readonly online: number;
  readonly absentExcused: number;
  readonly absentUnexcused: number;
}

export const noFigure: Figure = { expected: 0, onSite: 0, online: 0, absentExcused: 0, absentUnexcused: 0 };

export const presentIn = ({ onSite, online }: Figure): number => onSite + online;
export const absentIn = ({ absentExcused, absentUnexcused }: Figure): number => absentExcused + absentUnexcused;
/** Summoned, and neither there nor absent by anybody's word. */
export const unspokenIn = (figure: Figure): number =>
  Math.max(0, figure.expected - presentIn(figure) - absentIn(figure));

/** `sign` 1 adds, −1 takes away. */
export const withFigure = (sum: Figure, one: Figure, sign: 1 | -1 = 1): Figure => ({
  expected: sum.expected + sign * one.expected,
  onSite: sum.onSite + sign * one.onSite,
  online: sum.online + sign * one.online,
  absentExcused: sum.absentExcused + sign * one.absentExcused,
  absentUnexcused: sum.absentUnexcused + sign * one.absentUnexcused,
});

export const isNoFigure = (figure: Figure): boolean =>
  figure.expected === 0 &&
  figure.onSite === 0 &&
  figure.online === 0 &&
  figure.absentExcused === 0 &&
  figure.absentUnexcused === 0;

/** What a list of named delegates says. Who left early has come; who sent a substitute is not counted. */
export const figureOfMarks = (marks: MarkCounts): Figure => ({
  expected:
    marks.unmarked +
    marks.present +
    marks.late +
    marks.online +
    marks.left +
    marks.absentExcused +
    marks.absentUnexcused,
  onSite: marks.present + marks.late + marks.left,
  online: marks.online,
  absentExcused: marks.absentExcused,
  absentUnexcused: marks.absentUnexcused,
});

/** Figures by category; a category without people has no entry. */
export type ByCategory<T> = Readonly<Record<string, T>>;

/** The figures of any number of bridges. `reported` are those that said anything at all; silence is never zero. */
export interface Tally {
  readonly reported: number;
  readonly byCategory: ByCategory<Figure>;
}

export const noTally: Tally = { reported: 0, byCategory: {} };

export const withTally = (sum: Tally, one: Tally, sign: 1 | -1 = 1): Tally => ({
  reported: sum.reported + sign * one.reported,
  byCategory: withCategories(sum.byCategory, one.byCategory, sign),
});

function withCategories(sum: ByCategory<Figure>, one: ByCategory<Figure>, sign: 1 | -1): ByCategory<Figure> {
  const all = { ...sum };
  for (const [category, figure] of Object.entries(one)) {
    const next = withFigure(all[category] ?? noFigure, figure, sign);
    if (isNoFigure(next)) delete all[category];
    else all[category] = next;
  }
  return all;
}

/** All categories together: at most a few dozen, whatever the number of bridges. */
export const sumOf = ({ byCategory }: Tally): Figure =>
  Object.values(byCategory).reduce((sum, one) => withFigure(sum, one), noFigure);
