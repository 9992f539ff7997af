import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackDelegates } from '../../server/lists/pack-delegates.ts';
import type { Accounts } from '../../server/store/accounts.ts';
import { openForWriting } from '../../server/store/database.ts';
import type { DelegateImports } from '../../server/store/delegate-imports.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createSqliteAccounts } from '../../server/store/sqlite-accounts.ts';
import type { Database } from '../../server/store/sqlite-database.ts';
import { createSqliteEvents, createStagedImports } from '../../server/store/sqlite-events.ts';
import { createSqliteImports } from '../../server/store/sqlite-imports.ts';
import { createTerms } from '../../server/store/sqlite-terms.ts';

export interface Folder {
  readonly path: string;
  readonly file: string;
  readonly remove: () => void;
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'diem-cau-'));
  return { path, file: join(path, 'journal.sqlite'), remove: () => rmSync(path, { recursive: true, force: true }) };
}

export interface InProcess {
  readonly db: Database;
  readonly file: string;
  readonly journal: Journal;
  readonly imports: DelegateImports;
  readonly accounts: Accounts;
  readonly close: () => void;
}

type Method = (...args: never[]) => unknown;
type Asynchronous<M> = {
  [K in keyof M]: M[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<R> : never;
};

/** The synchronous methods as the workers would answer them. */
const asynchronous = <M extends Record<string, Method>>(methods: M): Asynchronous<M> =>
  Object.fromEntries(
    Object.entries(methods).map(([name, method]) => [name, async (...args: never[]) => method(...args)]),
  ) as Asynchronous<M>;

/** The SQL of the store on a real file, in this process, so that a test can reach behind it. */
export function openInProcess(): InProcess {
  const folder = temporaryFolder();
  const db = openForWriting(folder.file);
  return {
    db,
    file: folder.file,
    journal: journalOn(db),
    imports: importsOn(db),
    accounts: asynchronous(createSqliteAccounts(db)),
    close: () => {
      db.close();
      folder.remove();
    },
  };
}

function journalOn(db: Database): Journal {
  const { lookUp, ...events } = createSqliteEvents(db);
  const staged = createStagedImports(db);
  return {
    ...asynchronous(events),
    lookup: async (conference, commands, wants) => ({
      ...lookUp(conference, commands, wants),
      staged: staged(conference, wants.imports),
    }),
    subscribe: () => () => undefined,
  };
}

function importsOn(db: Database): DelegateImports {
  const methods = createSqliteImports(db, createTerms(db));
  const { beginImport, addChunk, refuseRows, refusedRows, finishImport, discardImport } = asynchronous(methods);
  return {
    begin: beginImport,
    addChunk,
    addPacked: (importId, packed) => addChunk(importId, unpackDelegates(packed)),
    refuse: refuseRows,
    refused: refusedRows,
    finish: finishImport,
    discard: discardImport,
  };
}
