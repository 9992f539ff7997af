import { type Figure, noFigure, withFigure } from '../../shared/domain/attendance/figure.ts';
import { delegationLines } from '../application/branches.ts';
import type { ListScope } from '../application/papers.ts';
import { figuresOf } from './attendance-sheet.ts';
import { listWords } from './list-words.ts';
import { paged } from './paged.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';

const { delegations: named } = listWords;
const FIGURE_WIDTH = 14;
export const delegationColumns: readonly SheetColumn[] = [
  { name: named.place, width: 7 },
  { name: named.name, width: 44 },
  { name: named.expected, width: FIGURE_WIDTH },
  { name: named.onSite, width: FIGURE_WIDTH },
  { name: named.online, width: FIGURE_WIDTH },
  { name: named.absentExcused, width: FIGURE_WIDTH },
  { name: named.absentUnexcused, width: FIGURE_WIDTH },
  { name: named.unspoken, width: FIGURE_WIDTH },
];

/** The lists by delegation, wherever its people sit, and their sum. */
export async function* delegationPages({ state }: ListScope): AsyncGenerator<readonly SheetRow[]> {
  const { lines } = delegationLines(state);
  const sum = lines.reduce<Figure>((before, { figure }) => withFigure(before, figure), noFigure);
  yield* paged(lines, ({ name, figure }, index) => [{ cells: [index + 1, name, ...figuresOf(figure, true)] }]);
  yield [{ cells: [null, listWords.total, ...figuresOf(sum, true)], strong: true }];
}
