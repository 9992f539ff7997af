/** What begins a formula where a paper is opened, or opened again after it was saved as CSV. */
const FORMULA_START = /^[=+\-@]/;
const CUT_START = /^\s*[\t\r]/;
/** Cannot stand in the XML of a sheet. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu;

/**
 * Text that a stranger typed, as a cell that is read and never computed: the one place where it is made so. Letters of
 * full width count as what they look like, blanks in front are looked through.
 */
export function safeCell(text: string): string {
  const written = text.replaceAll(NOT_IN_XML, '');
  const begun = written.normalize('NFKC').replace(/^[\s\u200B\u2060\uFEFF]+/u, '');
  return CUT_START.test(written) || FORMULA_START.test(begun) ? `'${written}` : written;
}
