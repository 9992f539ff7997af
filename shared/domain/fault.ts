/** One sentence if it was found, else none: faults are lists. */
export const fault = (found: boolean, sentence: string): readonly string[] => (found ? [sentence] : []);
