/** Before whom an entry of an ordered list must be put to rise or sink by one place; undefined: it cannot. */
export function anchorFor<T extends string>(ids: readonly T[], id: T, way: 'up' | 'down'): T | null | undefined {
  const at = ids.indexOf(id);
  if (at === -1) return undefined;
  if (way === 'up') return ids[at - 1];
  return at === ids.length - 1 ? undefined : (ids[at + 2] ?? null);
}

/** Before whom an entry stands now: what puts it back after it was moved. */
export const successorOf = <T extends string>(ids: readonly T[], id: T): T | null => ids[ids.indexOf(id) + 1] ?? null;
