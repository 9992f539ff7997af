import { setTimeout as pause } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import type { Journal } from '../../../server/store/journal.ts';
import { createSqliteEvents, createStagedImports } from '../../../server/store/sqlite-events.ts';

const LATER_MS = 5;

/** Says that it is kept, and keeps it a little later: what waits when the process dies was acknowledged and is lost. */
export function earlyAnswer(journal: Journal): Journal {
  let written: Promise<unknown> = Promise.resolve();
  return {
    ...journal,
    append: async (batch) => {
      written = written
        .then(() => pause(LATER_MS))
        .then(() => journal.append(batch))
        .catch(() => undefined);
      return { ok: true };
    },
  };
}

/** Remembers no command: a repeat of one that was kept is done again. */
export const noReceipts = (journal: Journal): Journal => ({
  ...journal,
  append: (batch) => journal.append({ ...batch, receipts: [] }),
});

/** The same SQL on a connection as SQLite gives it to whoever does not ask for FULL: no sync at a commit. */
export function syncNormal(file: string): { readonly journal: Journal; readonly close: () => Promise<void> } {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  const events = createSqliteEvents(db);
  const staged = createStagedImports(db);
  return {
    journal: {
      append: async (batch) => events.append(batch),
      read: async (...args) => events.read(...args),
      lookup: async (conference, commands, wants) => ({
        ...events.lookUp(conference, commands, wants),
        staged: staged(conference, wants.imports),
      }),
      conferences: async () => events.conferences(),
      loadSnapshot: async (...args) => events.loadSnapshot(...args),
      saveSnapshot: async (...args) => events.saveSnapshot(...args),
      hashAt: async (...args) => events.hashAt(...args),
      verify: async (...args) => events.verify(...args),
      subscribe: () => () => undefined,
    },
    close: async () => void db.close(),
  };
}
