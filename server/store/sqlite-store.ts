import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import type { ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import { freeBytes, JOURNAL_ROOM_BYTES, NoRoomLeft } from '../disk-room.ts';
import type { Accounts } from './accounts.ts';
import type { AgendaTemplates } from './agenda-templates.ts';
import type { DelegateImports } from './delegate-imports.ts';
import type { ExportDelegates, FindDelegates } from './delegates.ts';
import type { DocumentReaderStore } from './document-readers.ts';
import { filledPages } from './filled-pages.ts';
import type { Batch, Journal } from './journal.ts';
import type { PeopleStore } from './people.ts';
import { startRemote } from './remote.ts';
import type { AnchorHead } from './sqlite-anchor-head.ts';
import type { CheckingMethods, ReadingMethods, WritingMethods } from './store-worker.ts';
import { Sweeper } from './sweeper.ts';

export interface Store {
  readonly journal: Journal;
  readonly accounts: Accounts;
  readonly templates: AgendaTemplates;
  readonly delegates: FindDelegates;
  readonly exportDelegates: ExportDelegates;
  readonly imports: DelegateImports;
  readonly documentReaders: DocumentReaderStore;
  readonly people: PeopleStore;
  readonly secretTitles: (conference: ConferenceId) => Promise<readonly DocumentId[]>;
  readonly badgeKey: (conference: ConferenceId) => Promise<Uint8Array>;
  /** When the last fact of any conference was written, by the clock of then; null: there is none. */
  readonly newestAt: () => Promise<number | null>;
  /** Short looks at the journal, on the connection of the searches. */
  readonly checks: RemoteChecks;
  /** Reads the whole journal in a worker that lives for one check: neither a commit nor a search waits for it. */
  readonly openChecks: () => Promise<OpenChecks>;
  /** Writes as much as a batch; rejects while the disk takes nothing. */
  readonly probe: () => Promise<void>;
  readonly anchorHead: () => Promise<AnchorHead | null>;
  readonly noteAnchors: (head: AnchorHead) => Promise<void>;
  readonly close: () => Promise<void>;
}

export type OpenChecks = RemoteChecks & { readonly end: () => Promise<void> };
export type RemoteChecks = Omit<Remote<CheckingMethods>, 'terminate' | 'close'>;

export interface StoreOptions {
  /**
   * The server of the folder, and not a script beside it: files that were being read when the last one ended are given
   * up, and what no list shows any more is swept away.
   */
  readonly keeper: boolean;
  readonly onFault?: (cause: unknown) => void;
}

const BOOT = new URL('./store-worker-boot.mjs', import.meta.url);
type Remote<Methods extends Record<string, (...args: never[]) => unknown>> = Awaited<
  ReturnType<typeof startRemote<Methods>>
>;

/** One writing connection and one for searches, each in a worker: neither an fsync nor a search stops the loop. */
export async function openSqliteStore(path: string, options: StoreOptions = { keeper: false }): Promise<Store> {
  const writing = await startRemote<WritingMethods>(BOOT, { path, mode: 'writing' });
  const reading = await startRemote<ReadingMethods>(BOOT, { path, mode: 'reading' });
  const sweeper = options.keeper ? new Sweeper(() => writing.sweep(), options.onFault) : null;
  if (sweeper !== null) {
    await writing.abandonImports();
    sweeper.wake();
  }
  return {
    journal: journalOf(writing, reading, sweeper),
    accounts: writing,
    templates: writing,
    delegates: filledPages((query) => reading.findDelegates(query)),
    exportDelegates: (query) => reading.exportDelegates(query),
    imports: importsOf(writing, sweeper, () => mustHaveRoom(dirname(path))),
    documentReaders: {
      note: (rows) => writing.noteReaders(rows),
      countsOf: (conference) => writing.readersOf(conference),
    },
    people: peopleOf(writing, reading),
    secretTitles: (conference) => reading.secretTitles(conference),
    badgeKey: (conference) => writing.badgeKey(conference),
    newestAt: () => writing.newestAt(),
    checks: checksOf(reading),
    openChecks: () => openChecks(path),
    probe: () => writing.probe(),
    anchorHead: () => writing.anchorHead(),
    noteAnchors: (head) => writing.noteAnchors(head),
    close: async () => {
      await sweeper?.close();
      await Promise.all([writing.close(), reading.close()]);
      await Promise.all([writing.terminate(), reading.terminate()]);
    },
  };
}

async function openChecks(path: string): Promise<OpenChecks> {
  const checking = await startRemote<CheckingMethods>(BOOT, { path, mode: 'checking' });
  return {
    ...checksOf(checking),
    end: async () => {
      await checking.close();
      await checking.terminate();
    },
  };
}

const checksOf = (remote: RemoteChecks): RemoteChecks => ({
  quickCheck: (...args) => remote.quickCheck(...args),
  checkedConferences: () => remote.checkedConferences(),
  checkChain: (...args) => remote.checkChain(...args),
  hashOfLine: (...args) => remote.hashOfLine(...args),
  lastLine: (...args) => remote.lastLine(...args),
});

function journalOf(writing: Remote<WritingMethods>, reading: Remote<ReadingMethods>, sweeper: Sweeper | null): Journal {
  const appended = new EventEmitter().setMaxListeners(0);
  return {
    append: async (batch: Batch) => {
      const outcome = await writing.append(batch);
      if (outcome.ok) appended.emit(batch.conference);
      if (outcome.ok && batch.delegates.some(({ kind }) => kind === 'undoImport')) sweeper?.wake();
      return outcome;
    },
    read: (...args) => writing.read(...args),
    lookup: async (conference, commands, wants) => {
      // The desk that asks is the one that writes: between these two answers nothing of its conference changes.
      const staged = wants.imports.length === 0 ? [] : reading.staged(conference, wants.imports);
      const found = await writing.lookUp(conference, commands, wants);
      return { ...found, staged: await staged };
    },
    conferences: () => writing.conferences(),
    loadSnapshot: (...args) => writing.loadSnapshot(...args),
    saveSnapshot: (...args) => writing.saveSnapshot(...args),
    hashAt: (...args) => writing.hashAt(...args),
    verify: (...args) => writing.verify(...args),
    subscribe: (conference, listener) => {
      appended.on(conference, listener);
      return () => appended.off(conference, listener);
    },
  };
}

async function mustHaveRoom(folder: string): Promise<void> {
  if ((await freeBytes(folder)) < JOURNAL_ROOM_BYTES) throw new NoRoomLeft();
}

const importsOf = (
  writing: Remote<WritingMethods>,
  sweeper: Sweeper | null,
  roomLeft: () => Promise<void>,
): DelegateImports => ({
  begin: (staging) => writing.beginImport(staging),
  addChunk: async (importId, rows) => {
    await roomLeft();
    return writing.addChunk(importId, rows);
  },
  addPacked: async (importId, packed) => {
    await roomLeft();
    return writing.addPacked(importId, packed);
  },
  refuse: (importId, rows) => writing.refuseRows(importId, rows),
  refused: (importId, after, limit) => writing.refusedRows(importId, after, limit),
  finish: (importId) => writing.finishImport(importId),
  discard: async (importId) => {
    await writing.discardImport(importId);
    sweeper?.wake();
  },
});

const peopleOf = (writing: Remote<WritingMethods>, reading: Remote<ReadingMethods>): PeopleStore => ({
  traces: (conference, delegateId) => reading.personTraces(conference, delegateId),
  isSomebodyLeft: (conference) => reading.isSomebodyLeft(conference),
  copiesOf: (...args) => reading.copiesOf(...args),
  eraseCopies: (conference, copies) => writing.eraseCopies(conference, copies),
  eraseDelegates: (conference, after) => writing.eraseDelegates(conference, after),
  eraseRest: (conference) => writing.eraseRest(conference),
  scrub: () => writing.scrub(),
  compact: () => writing.compact(),
});
