import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { NO_WANTS } from '../shared/domain/attendance/wants.ts';
import { Badges } from './application/badges.ts';
import { ConferencePapers } from './application/conference-papers.ts';
import { ImportFiles } from './application/import-files.ts';
import { ImportMappings } from './application/import-mappings.ts';
import { ListImports } from './application/list-imports.ts';
import { PaperSources } from './application/paper-sources.ts';
import type { Papers } from './application/papers.ts';
import { readList } from './lists/read-list.ts';
import type { DelegateSources } from './papers/delegates-sheet.ts';
import { createListPapers } from './papers/list-papers.ts';
import { PaperPrinting } from './papers/paper-printing.ts';
import { refusedRowsPaper } from './papers/refused-rows-sheet.ts';
import type { Store } from './store/sqlite-store.ts';

/** What lists and badges are made of: files on their way in, papers on their way out. */
export interface ListParts {
  readonly imports: ListImports;
  readonly badges: Badges;
  readonly papers: Papers;
  readonly conferencePapers: ConferencePapers;
  readonly printing: PaperPrinting;
  readonly rowsOf: DelegateSources['rowsOf'];
}

export interface ListPartsOptions {
  readonly store: Store;
  readonly dataDir: string;
  readonly onFault: (cause: unknown) => void;
}

export async function createListParts({ store, dataDir, onFault }: ListPartsOptions): Promise<ListParts> {
  const { journal } = store;
  const rowsOf: ListParts['rowsOf'] = async (conference, delegates) =>
    (await journal.lookup(conference, [], { ...NO_WANTS, delegates })).rows;
  const files = new ImportFiles(join(dataDir, 'imports'));
  await files.sweep();
  const mappings = new ImportMappings(join(dataDir, 'import-mappings.json'));
  const printing = new PaperPrinting();
  const lists = createListPapers({
    exportDelegates: store.exportDelegates,
    findDelegates: store.delegates,
    rowsOf,
    read: (...args) => journal.read(...args),
  });
  return {
    imports: new ListImports({
      read: readList,
      staging: store.imports,
      files,
      mappings,
      newId: randomUUID,
      now: Date.now,
      onFault,
    }),
    badges: new Badges(store.badgeKey),
    conferencePapers: new ConferencePapers(new PaperSources({ journal, findDelegates: store.delegates }), printing),
    printing,
    papers: { speechRegister: printing.speechRegister, refusedRows: refusedRowsPaper, ...lists },
    rowsOf,
  };
}
