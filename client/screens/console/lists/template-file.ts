import type { ImportList } from '../../../../shared/protocol/list-import.ts';
import { csvOf } from '../../../parts/csv-file.ts';
import { text } from '../../../text/text.ts';
import { FIELDS_OF } from './columns-draft.ts';

/** A list with its heads and no rows; the heads of a programme are those of its paste. */
export const templateOf = (list: ImportList): string =>
  csvOf([FIELDS_OF[list].map((field) => ({ ...text.lists.fields, ...ownHeads(list) })[field])]);

const ownHeads = (list: ImportList) => (list === 'agenda' ? text.agenda.paste.columns : {});

/** Names of bridges as the beginning of a list of bridges. */
export const bridgesTemplateOf = (names: readonly string[]): string =>
  csvOf([FIELDS_OF.bridges.map((field) => text.lists.fields[field]), ...names.map((name) => [name])]);
