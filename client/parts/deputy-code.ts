const LENGTH = 10;

/** A deputy's code as it is sent: capitals without blanks and dashes. null: it cannot be one. */
export function readDeputyCode(typed: string): string | null {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '');
  return /^[0-9A-Z]+$/u.test(bare) && bare.length === LENGTH ? bare : null;
}
