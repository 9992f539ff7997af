import type { z } from 'zod';
import type { BridgeFacts } from '../../shared/domain/bridges/bridge.ts';
import type { changedBridgeSchema, ImportedBridge } from '../../shared/domain/bridges/commands.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { FileFault, ImportList, ImportPreview, Mapping, RefusedRow } from '../../shared/protocol/list-import.ts';
import type { PastedRow } from '../../shared/views/agenda-paste.ts';
import type { WritingPlace } from '../../shared/views/agenda-writing.ts';

/** A bridge that the conference has: names of the file are matched with it, and a file of bridges may change it. */
export type KnownBridge = Pick<
  BridgeFacts,
  'bridgeId' | 'name' | 'shortName' | 'parentId' | 'region' | 'room' | 'chairs' | 'technician'
> & { readonly central: boolean };

/** A file to be read, and what its rows are compared with. */
export interface ListJob {
  readonly list: ImportList;
  /** Where it lies, under a name that the server gave it. */
  readonly path: string;
  /** Its own name: the ending must agree with what the file is. */
  readonly name: string;
  /** Columns by hand; what they do not name is found by its head. */
  readonly mapping: Mapping | null;
  readonly bridges: readonly KnownBridge[];
  /** Delegates: the bridge of rows that name none. */
  readonly defaultBridgeId: BridgeId | null;
  /** Categories that the conference counts already: how many a file may add depends on them. */
  readonly categories?: readonly string[];
  /** Agenda: where its first row is written. */
  readonly place: WritingPlace;
}

/** What a file of bridges says: all of it, to be applied by one `importBridges`. */
export interface BridgesRead {
  readonly bridges: readonly ImportedBridge[];
  readonly changes: readonly z.infer<typeof changedBridgeSchema>[];
  /** Rows of bridges that are there and said nothing new. */
  readonly unchanged: number;
  /** For each of `bridges`, the row of the file; for each of `changes` likewise. */
  readonly rowOfBridge: readonly number[];
  readonly rowOfChange: readonly number[];
}

/** At most 1,000 rows of delegates, and the rows refused among them. The next is read while this one is worked on. */
export interface ListChunk {
  readonly count: number;
  /**
   * The rows as one text, '' for none: a thread that only hands them on copies a text, not thousands of objects.
   * `unpackDelegates` (pack-delegates.ts) makes them rows as the table takes them, in the store's own thread.
   */
  readonly packed: string;
  readonly refused: readonly RefusedRow[];
}

export interface ReadingProgress {
  readonly bytes: number;
  readonly rows: number;
}

/** A sheet as the preview shows it. One in which no head was found is left out: its `headerRow` is 0. */
export type SheetRead = ImportPreview['sheets'][number];

export interface ReadingDone {
  readonly kind: 'done';
  readonly sheets: readonly SheetRead[];
  /** Rows that fit; `refused` did not. Blank rows are neither. */
  readonly rows: number;
  readonly refused: number;
  readonly unknownBridges: ImportPreview['unknownBridges'];
  /** Categories of the file, in the order in which they came. */
  readonly categories: readonly string[];
  /** What a small list says, whole; null for delegates, which come in chunks. */
  readonly bridges: BridgesRead | null;
  readonly agenda: readonly PastedRow[] | null;
}

export interface ReadingFault {
  readonly kind: 'fault';
  readonly code: FileFault;
  /** `sheet`, `row`, `column`, `limit`, `missing`: what there is to say of it. */
  readonly params: Readonly<Record<string, string | number>>;
  /** What was seen until then, so that columns can be named by hand. */
  readonly sheets: readonly SheetRead[];
}

export type Outcome = ReadingDone | ReadingFault | { readonly kind: 'cancelled' };

export interface ReadingListeners {
  /** The next chunk is not sent before this resolves; if it rejects, the reading ends and rejects with its cause. */
  readonly onChunk: (chunk: ListChunk) => Promise<void>;
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Why a reader died, for the log: the person is only told that it did. */
  readonly onDeath?: (cause: unknown) => void;
  readonly signal?: AbortSignal;
}
