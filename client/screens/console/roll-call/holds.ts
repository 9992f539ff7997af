/** How long a bridge may stand on the wall before the next is called by itself. */
export const HOLDS_MS: readonly number[] = [8_000, 12_000, 20_000, 30_000, 60_000];
