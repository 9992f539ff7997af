import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { ConferenceId, ImportId } from '../../shared/domain/ids.ts';
import { unpackDelegates } from '../lists/pack-delegates.ts';
import { openForReading, openForWriting } from './database.ts';
import type { DelegateQuery, ExportQuery } from './delegates.ts';
import { createJournalChecks } from './journal-checks.ts';
import { createSqliteAccounts } from './sqlite-accounts.ts';
import { createSqliteAgendaTemplates } from './sqlite-agenda-templates.ts';
import { createAnchorHead, createProbe } from './sqlite-anchor-head.ts';
import { createBadgeKeys } from './sqlite-badge-keys.ts';
import { createFindDelegates } from './sqlite-delegates.ts';
import { createDocumentReaders } from './sqlite-documents.ts';
import { createSqliteEvents, createStagedImports } from './sqlite-events.ts';
import { createExportDelegates } from './sqlite-export.ts';
import { createSqliteImports } from './sqlite-imports.ts';
import { createNewestAt } from './sqlite-newest.ts';
import { createPeopleEraser, createPeopleReader } from './sqlite-people.ts';
import { createSecretTitles } from './sqlite-secret-titles.ts';
import { createSweep } from './sqlite-sweep.ts';
import { createTerms } from './sqlite-terms.ts';

/** Everything that the database is asked, synchronous here and asynchronous for the rest of the server. */
function writingMethods(path: string) {
  const db = openForWriting(path);
  const imports = createSqliteImports(db, createTerms(db));
  return {
    ...createSqliteEvents(db),
    ...imports,
    addPacked: (importId: ImportId, packed: string) => imports.addChunk(importId, unpackDelegates(packed)),
    ...createSweep(db),
    badgeKey: createBadgeKeys(db),
    newestAt: createNewestAt(db),
    ...createSqliteAccounts(db),
    ...createSqliteAgendaTemplates(db),
    ...createDocumentReaders(db),
    ...createPeopleEraser(db),
    ...createAnchorHead(db),
    ...createProbe(db),
    close: () => void db.close(),
  };
}

function readingMethods(path: string) {
  const db = openForReading(path);
  const findDelegates = createFindDelegates(db);
  const exportDelegates = createExportDelegates(db);
  const staged = createStagedImports(db);
  return {
    findDelegates: (query: DelegateQuery) => findDelegates(query),
    exportDelegates: (query: ExportQuery) => exportDelegates(query),
    staged: (conference: ConferenceId, imports: readonly ImportId[]) => staged(conference, imports),
    ...createPeopleReader(db),
    secretTitles: createSecretTitles(db),
    ...createJournalChecks(db),
    close: () => void db.close(),
  };
}

function checkingMethods(path: string) {
  const db = openForReading(path);
  return { ...createJournalChecks(db), close: () => void db.close() };
}

export type WritingMethods = ReturnType<typeof writingMethods>;
export type ReadingMethods = ReturnType<typeof readingMethods>;
export type CheckingMethods = ReturnType<typeof checkingMethods>;

const { path, mode } = z
  .object({ path: z.string(), mode: z.enum(['writing', 'reading', 'checking']) })
  .parse(workerData);
const OPENED = { writing: writingMethods, reading: readingMethods, checking: checkingMethods } as const;
const methods: Readonly<Record<string, (...args: never[]) => unknown>> = OPENED[mode](path);
const requestSchema = z.object({ id: z.int(), method: z.string(), args: z.array(z.unknown()) });

parentPort?.on('message', (raw: unknown) => {
  const { id, method, args } = requestSchema.parse(raw);
  const call = methods[method];
  try {
    if (call === undefined) throw new Error(`no method ${method}`);
    const value: unknown = Reflect.apply(call, undefined, args);
    parentPort?.postMessage({ id, ok: true, value });
  } catch (cause) {
    parentPort?.postMessage({ id, ok: false, cause: nativeError(cause) });
  }
});
/** Errors of SQLite and zod are not native ones: cloned for another thread they would arrive without their message. */
function nativeError(cause: unknown): Error {
  if (!(cause instanceof Error)) return new Error(String(cause));
  const code = 'code' in cause && typeof cause.code === 'string' ? `${cause.code}: ` : '';
  return new Error(`${code}${cause.message}`);
}

parentPort?.postMessage({ ready: true });
