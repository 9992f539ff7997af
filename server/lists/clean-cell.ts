import { plain } from '../../shared/base/plain-text.ts';

/** What is neither printable ASCII nor a letter of a composed Latin alphabet, and blanks where none should be. */
const SUSPECT = /[^\u0020-\u007E\u00C0-\u00CF\u00D1-\u024F\u1EA0-\u1EF9]| {2}|^ | $/u;
const BLANKS = /\s+/gu;
const CONTROLS = /\p{Cc}/gu;
/** Put before what begins like a formula where a list is written to a file, so that it is read and not computed. */
const NEUTRALISED = /^'\s*(?=[=+\-@＝＋－＠])/u;

/** One line, composed, its blanks single: the text as people see it. */
export function cleanCell(cell: string): string {
  if (cell === '' || !SUSPECT.test(cell)) return cell.startsWith("'") ? cell.replace(NEUTRALISED, '') : cell;
  return cleanLine(cell).replace(NEUTRALISED, '');
}

/** Icelandic Ð is what some keyboards give for Đ; it looks the same and is found by no search. */
const cleanLine = (line: string): string =>
  plain(line.replace(CONTROLS, ' ')).replace(BLANKS, ' ').normalize('NFC').replaceAll('Ð', 'Đ').trim();

/** The lines of a cell, each cleaned; those without anything left out. */
export const cleanLines = (cell: string): readonly string[] =>
  cell
    .split(/[\r\n\v\u0085\u2028\u2029]+/u)
    .map(cleanCell)
    .filter((line) => line !== '');
