/** The documents of the conference: described, released, read. */
export const libraryText = {} as const;
