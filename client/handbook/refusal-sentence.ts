import type { Words } from './words.ts';

/** What was refused and what to do next; a code that this page does not know is worded all the same. */
export function refusalSentence(code: string, { refusals }: Words): string {
  const known: Readonly<Record<string, string>> = refusals;
  return Object.hasOwn(known, code) ? (known[code] ?? refusals.other) : refusals.other;
}
