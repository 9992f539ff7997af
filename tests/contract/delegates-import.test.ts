import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { openInProcess, temporaryFolder } from '../support/sqlite.ts';
import { importContract } from './delegates-import-contract.ts';

importContract('in memory', () => {
  const journal = createMemoryJournal();
  return { journal, imports: journal.imports, close: () => undefined };
});
importContract('in SQLite', () => openInProcess());
importContract('in SQLite in its worker', async () => {
  const folder = temporaryFolder();
  const { journal, imports, close } = await openSqliteStore(folder.file, { keeper: true });
  return {
    journal,
    imports,
    close: async () => {
      await close();
      folder.remove();
    },
  };
});
