import type { ImportList } from '../../../../shared/protocol/list-import.ts';
import { text } from '../../../text/text.ts';
import { FIELDS_OF } from './columns-draft.ts';

/** Without it Excel takes the letters of the file for those of another alphabet. */
const BOM = '\uFEFF';
const FORMULA_START = /^[=+\-@\t\r]/u;

const cell = (value: string): string => {
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",;\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${BOM}${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** A list with its heads and no rows; the heads of a programme are those of its paste. */
export const templateOf = (list: ImportList): string =>
  csvOf([FIELDS_OF[list].map((field) => ({ ...text.lists.fields, ...ownHeads(list) })[field])]);

const ownHeads = (list: ImportList) => (list === 'agenda' ? text.agenda.paste.columns : {});

/** Names of bridges as the beginning of a list of bridges. */
export const bridgesTemplateOf = (names: readonly string[]): string =>
  csvOf([FIELDS_OF.bridges.map((field) => text.lists.fields[field]), ...names.map((name) => [name])]);

/** Hands a file to the browser that was made on this page. */
export function download(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  saveFrom(address, name);
  // The browser reads it after the press.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves what stands at an address, whatever is answered: the page never gives way to it. */
export function saveFrom(address: string, name = ''): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
}
