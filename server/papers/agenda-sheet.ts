import { agendaSheet } from '../../shared/views/agenda-sheet.ts';
import { PASTE_COLUMNS, type PasteColumn } from '../../shared/views/paste-header.ts';
import { cellsOf } from '../../shared/views/sheet-cells.ts';
import type { ListScope } from '../application/papers.ts';
import { listWords } from './list-words.ts';
import { paged } from './paged.ts';
import type { SheetColumn, SheetRow } from './sheet.ts';

const WIDTHS: Readonly<Record<PasteColumn, number>> = {
  start: 10,
  end: 10,
  duration: 10,
  title: 60,
  presenter: 30,
  positions: 44,
  kind: 24,
};

export const agendaColumns: readonly SheetColumn[] = PASTE_COLUMNS.map((column) => ({
  name: listWords.agenda[column],
  width: WIDTHS[column],
}));

/** The programme as it is pasted and imported: what is exported is read back as it was. */
export function agendaPages({ state }: ListScope): AsyncGenerator<readonly SheetRow[]> {
  const { agenda: heads, kinds, group, note } = listWords;
  const [, ...rows] = cellsOf(agendaSheet(state.agenda, { heads, kinds, group, note }), '\t');
  return paged(rows, (cells) => [{ cells }]);
}
