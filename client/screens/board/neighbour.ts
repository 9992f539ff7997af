/** Where something stands on the map; what stands beside it has its rows too. */
export interface Place {
  readonly key: string;
  readonly row: number;
  readonly column: number;
}

const STEPS: ReadonlyMap<string, readonly [row: number, column: number]> = new Map([
  ['ArrowUp', [-1, 0]],
  ['ArrowDown', [1, 0]],
  ['ArrowLeft', [0, -1]],
  ['ArrowRight', [0, 1]],
]);

/** Leaving the line costs more than going further along it. */
const ASIDE = 2.5;

/** The nearest in the direction of the arrow; null where there is none, or the key is no arrow. */
export function neighbour(places: readonly Place[], from: string, key: string): string | null {
  const here = places.find((place) => place.key === from);
  const step = STEPS.get(key);
  if (here === undefined || step === undefined) return null;
  const [down, right] = step;
  const ahead = places.flatMap((place) => {
    const along = (place.row - here.row) * down + (place.column - here.column) * right;
    const aside = Math.abs((place.row - here.row) * right) + Math.abs((place.column - here.column) * down);
    return along <= 0 ? [] : [{ key: place.key, far: along + ASIDE * aside }];
  });
  return ahead.toSorted((a, b) => a.far - b.far)[0]?.key ?? null;
}
