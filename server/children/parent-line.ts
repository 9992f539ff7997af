/** The next word of the server's, the first of which is what is to be done. */
export const wordOfParent = (): Promise<unknown> => new Promise((resolve) => void process.once('message', resolve));

/** Resolves when it is on its way. */
export const tellParent = (said: object): Promise<void> =>
  new Promise((resolve) => void process.send?.(said, undefined, undefined, () => resolve()));
