/** What begins a formula where a paper is opened, or opened again after it was saved as CSV. */
const FORMULA_START = /^[=+\-@]/;
const CUT_START = /^\s*[\t\r]/;
/** Cannot stand in the XML of a sheet: whoever writes it would leave it out, and what follows would come first. */
const NOT_IN_XML = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\uFFFD/gu;
/** Read by an office as the one character that it names. */
const NAMED_CHARACTER = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** What a cell holds, less the sign that may be put in front; a file with more is called broken. */
const MAX_LENGTH = 32_766;

/**
 * Text that a stranger typed, as a cell that is read and never computed: the one place where it is made so. Letters of
 * full width count as what they look like, blanks in front are looked through.
 */
export const safeCell = (text: string): string =>
  quoted(text.slice(0, MAX_LENGTH).replaceAll(NOT_IN_XML, '').replaceAll(NAMED_CHARACTER, '_x005F_'));

/** The same as a field of CSV, where a named character is the letters of its name. */
export const safeField = (text: string): string =>
  quoted(text.replaceAll(NOT_IN_XML, '')).replaceAll(FORMULA_WITHIN, "$1'");

/** What begins a line, or a cell where an office parts cells by semicolons or tabs: whatever the quotes say. */
const FORMULA_WITHIN = /([;\t\r\n][\s\u200B\u2060\uFEFF]*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

function quoted(written: string): string {
  const begun = written.normalize('NFKC').replace(/^[\s\u200B\u2060\uFEFF]+/u, '');
  return CUT_START.test(written) || FORMULA_START.test(begun) ? `'${written}` : written;
}
