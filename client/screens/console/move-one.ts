/** Before whom an entry of an ordered list must be put to rise or sink by one place; undefined: it cannot. */
export function anchorFor<T extends string>(ids: readonly T[], id: T, way: 'up' | 'down'): T | null | undefined {
  const at = ids.indexOf(id);
  if (at === -1) return undefined;
  if (way === 'up') return ids[at - 1];
  return at === ids.length - 1 ? undefined : (ids[at + 2] ?? null);
}

/** Before whom an entry stands now: what puts it back after it was moved. */
export const successorOf = <T extends string>(ids: readonly T[], id: T): T | null => ids[ids.indexOf(id) + 1] ?? null;

/** Where a row stands on the screen. */
export interface RowBox<T extends string> {
  readonly id: T;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Before whom a dragged entry falls when the hand lets go at `y`: the first row whose middle is below it. null: at the
 * end; undefined: it stays where it is.
 */
export function dropAnchor<T extends string>(rows: readonly RowBox<T>[], dragged: T, y: number): T | null | undefined {
  const ids = rows.map(({ id }) => id);
  const before = rows.find(({ top, bottom }) => y < (top + bottom) / 2)?.id ?? null;
  return before === dragged || before === successorOf(ids, dragged) ? undefined : before;
}
