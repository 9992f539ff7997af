/** Two columns of four: each badge fits the plastic covers that offices have. */
const PER_SHEET = 8;

export const sheetsOf = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / PER_SHEET) }, (_, at) =>
    rows.slice(at * PER_SHEET, (at + 1) * PER_SHEET),
  );
