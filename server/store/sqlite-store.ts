import { EventEmitter } from 'node:events';
import type { Accounts } from './accounts.ts';
import type { AgendaTemplates } from './agenda-templates.ts';
import type { FindDelegates } from './delegates.ts';
import type { Batch, Journal } from './journal.ts';
import { startRemote } from './remote.ts';
import type { ReadingMethods, WritingMethods } from './store-worker.ts';

export interface Store {
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly templates: AgendaTemplates;
  readonly delegates: FindDelegates;
  readonly close: () => Promise<void>;
}

const BOOT = new URL('./store-worker-boot.mjs', import.meta.url);

/** One writing connection and one for searches, each in a worker: neither an fsync nor a search stops the loop. */
export async function openSqliteStore(path: string): Promise<Store> {
  const writing = await startRemote<WritingMethods>(BOOT, { path, mode: 'writing' });
  const reading = await startRemote<ReadingMethods>(BOOT, { path, mode: 'reading' });
  const appended = new EventEmitter().setMaxListeners(0);
  const journal: Journal = {
    append: async (batch: Batch) => {
      const outcome = await writing.append(batch);
      if (outcome.ok) appended.emit(batch.conference);
      return outcome;
    },
    read: (...args) => writing.read(...args),
    lookup: (...args) => writing.lookup(...args),
    conferences: () => writing.conferences(),
    loadSnapshot: (...args) => writing.loadSnapshot(...args),
    saveSnapshot: (...args) => writing.saveSnapshot(...args),
    verify: (...args) => writing.verify(...args),
    subscribe: (conference, listener) => {
      appended.on(conference, listener);
      return () => appended.off(conference, listener);
    },
  };
  return {
    journal,
    accounts: writing,
    templates: writing,
    delegates: (query) => reading.delegates(query),
    close: async () => {
      await Promise.all([writing.close(), reading.close()]);
      await Promise.all([writing.terminate(), reading.terminate()]);
    },
  };
}
