/** A measured time belongs into the output of the run, also where the test passes. */
export const tellFigure = (line: string): void => {
  process.stdout.write(`  ${line}\n`);
};
