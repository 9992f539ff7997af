/** Papers that can be signed, and their downloads. */
export const papersText = {} as const;
