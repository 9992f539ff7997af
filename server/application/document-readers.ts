import type { Actor } from '../../shared/domain/actor.ts';
import type { ConferenceId, DocumentId } from '../../shared/domain/ids.ts';
import type { ReadersOfDocument } from '../../shared/protocol/technical.ts';
import type { DocumentReaderStore, ReaderRow } from '../store/document-readers.ts';

/** A thousand phones open a paper in the same minute: they are written down together, not one by one. */
const WRITE_EVERY_MS = 1_000;
/** Known to be written already; beyond, they are asked of the table again. */
const MAX_KNOWN = 50_000;

/** Who has opened what was given out, each reader once: a bridge, a delegate, any other seat by its sign-in. */
export class DocumentReaders {
  readonly #store: DocumentReaderStore;
  readonly #onFault: (cause: unknown) => void;
  readonly #known = new Set<string>();
  #fresh: ReaderRow[] = [];
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(store: DocumentReaderStore, onFault: (cause: unknown) => void) {
    this.#store = store;
    this.#onFault = onFault;
  }

  note(conference: ConferenceId, documentId: DocumentId, actor: Actor): void {
    const reader = readerKey(actor);
    const key = `${conference} ${documentId} ${reader}`;
    if (this.#known.has(key)) return;
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.add(key);
    this.#fresh.push({ conference, documentId, reader });
    this.#timer ??= setTimeout(() => this.#write(), WRITE_EVERY_MS).unref();
  }

  async countsOf(conference: ConferenceId): Promise<readonly ReadersOfDocument[]> {
    this.#write();
    await this.#writing;
    return this.#store.countsOf(conference);
  }

  async close(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  #write(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const rows = this.#fresh;
    if (rows.length === 0) return;
    this.#fresh = [];
    // A count is no record: what the disk refuses is missing from it, and said in the log.
    this.#writing = this.#writing.then(() => this.#store.note(rows)).catch(this.#onFault);
  }
}

/** The letter says what kind of reader it is: bridges and delegates are counted apart. */
function readerKey({ seat, session, bridgeId }: Actor): string {
  if (seat === 'delegate') return `d:${session}`;
  return seat === 'operator' && bridgeId !== null ? `b:${bridgeId}` : `s:${session}`;
}
