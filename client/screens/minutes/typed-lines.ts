/** What is typed one to a line, without the empty lines. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.normalize().replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
