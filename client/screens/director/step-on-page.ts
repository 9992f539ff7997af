import { TILE_COLUMNS } from '../../../shared/views/multiview.ts';

const STEPS: ReadonlyMap<string, number> = new Map([
  ['ArrowLeft', -1],
  ['ArrowRight', 1],
  ['ArrowUp', -TILE_COLUMNS],
  ['ArrowDown', TILE_COLUMNS],
]);

/** The place that an arrow leads to on a page with so many halls; null: no arrow, or the edge. */
export function stepOnPage(from: number, key: string, count: number): number | null {
  const step = STEPS.get(key);
  if (step === undefined) return null;
  const to = from + step;
  const leavesRow = Math.abs(step) === 1 && Math.floor(to / TILE_COLUMNS) !== Math.floor(from / TILE_COLUMNS);
  return to < 0 || to >= count || leavesRow ? null : to;
}
