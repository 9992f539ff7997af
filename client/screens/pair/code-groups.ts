/** "ABCD 2345": read out and typed in two breaths. */
export const codeGroups = (code: string): string => code.replace(/(.{4})(?=.)/gu, '$1 ');

/** As it may be typed: in any case, with spaces or a dash. */
export const typedCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/gu, '');

export const CODE_LENGTH = 8;
