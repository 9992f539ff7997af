interface Named {
  readonly fullName: string | null;
  readonly positions: readonly string[];
}

/** Name and title in one line, as they are read out; empty for somebody whose name was erased. */
export const personWords = ({ fullName, positions }: Named): string =>
  [...(fullName === null ? [] : [fullName]), ...positions].join(', ');

/** Two lines of a list. Whoever is known by title alone stands there by title. */
export function personLines({ fullName, positions }: Named): { readonly head: string; readonly rest: string } {
  return fullName === null ? { head: positions.join(', '), rest: '' } : { head: fullName, rest: positions.join(', ') };
}

/** "Ủy viên Bộ Chính trị, Bí thư Trung ương Đảng" as somebody types it, apart. */
export const positionsOf = (typed: string): string[] =>
  typed
    .split(/[,;]/u)
    .map((part) => part.normalize().trim())
    .filter((part) => part !== '');
