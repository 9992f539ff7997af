/** Ballots: prepared, counted, published. */
export const ballotsText = {} as const;
