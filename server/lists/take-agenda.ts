import type { PastedRow } from '../../shared/views/agenda-paste.ts';
import { readAgenda } from './agenda-rows.ts';
import { FileRefused } from './file-refused.ts';
import { type WordingCount, wordingOf } from './legacy-letters.ts';
import type { ListJob } from './list-reading.ts';
import { type Basket, type ListTaker, NOTHING_TAKEN } from './list-taker.ts';
import { LIMITS } from './reading-limits.ts';
import type { OpenSheet } from './sheet-reader.ts';
import type { TableRow } from './table.ts';

/** A programme: the first sheet that has one. Times depend on the rows before, so it is read as a whole. */
export function takeAgenda(job: ListJob, wordings: WordingCount, basket: Basket): ListTaker {
  const rows: TableRow[] = [];
  let first: { readonly sheet: string; readonly open: OpenSheet } | null = null;

  return {
    begin: (sheet, open) => {
      const taken = first === null;
      first ??= { sheet, open };
      return (row) => {
        for (const cell of row.cells) wordings.add(wordingOf(cell));
        if (!taken) return;
        rows.push(row);
        basket.count(1);
        if (rows.length > LIMITS.agendaRows) throw new FileRefused('too-many-rows', { limit: LIMITS.agendaRows });
      };
    },
    end: () => {
      if (first === null) return { ...NOTHING_TAKEN, agenda: [] };
      const { sheet, open } = first;
      const read = readAgenda(sheet, rows, { header: open.header, place: job.place });
      for (const one of read.refused) basket.refuse(one);
      basket.count(read.rows.length - rows.length);
      const agenda: readonly PastedRow[] = read.rows;
      return { ...NOTHING_TAKEN, agenda };
    },
  };
}
