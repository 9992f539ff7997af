import type { DocumentUpload } from '../../../shared/protocol/technical.ts';
import { createCell, type Readable } from '../../sync/cell.ts';
import type { SendingDocument } from '../../sync/documents.ts';
import type { Fetched } from '../../sync/http.ts';

/** A file on its way, sent from this very screen. */
export interface SentFile {
  readonly key: number;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
}

/** It did not come in, and this is why. */
export interface FailedFile {
  readonly key: string;
  readonly name: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface UploadBoard {
  readonly sending: readonly SentFile[];
  /** What the server reads, from wherever it was sent. */
  readonly reading: readonly DocumentUpload[];
  readonly failed: readonly FailedFile[];
}

export interface UploadWays {
  readonly send: (file: File, onSent: (bytes: number) => void) => SendingDocument;
  readonly uploads: () => Promise<Fetched<readonly DocumentUpload[]>>;
  readonly cancel: (id: string) => Promise<unknown>;
  readonly later: (act: () => void) => () => void;
}

const NOTHING: UploadBoard = { sending: [], reading: [], failed: [] };

/** Documents on their way in, as one screen follows them: it asks for as long as the server reads, and then rests. */
export class UploadDesk {
  readonly #ways: UploadWays;
  readonly #board = createCell<UploadBoard>(NOTHING);
  readonly #stops = new Map<number, () => void>();
  /** What failed before this screen looked is no news; what it has seen being read is. */
  readonly #followed = new Set<string>();
  #count = 0;
  #stopAsking: (() => void) | null = null;
  #closed = false;

  constructor(ways: UploadWays) {
    this.#ways = ways;
    void this.#ask();
  }

  get board(): Readable<UploadBoard> {
    return this.#board;
  }

  readonly send = (file: File): void => {
    this.#count += 1;
    const key = this.#count;
    const sending = this.#ways.send(file, (sent) => this.#setSent(key, sent));
    this.#stops.set(key, sending.stop);
    const { name, size } = file;
    this.#change((board) => ({ sending: [...board.sending, { key, name, bytes: size, sent: 0 }] }));
    void sending.answer.then((answer) => this.#onAnswer(key, name, answer));
  };

  /** Whoever stops a file knows that it does not come: nothing is said of it. */
  readonly stop = (key: number): void => {
    const stop = this.#stops.get(key);
    this.#forget(key);
    stop?.();
  };

  readonly cancel = (id: string): void => {
    this.#followed.delete(id);
    this.#change(({ reading }) => ({ reading: reading.filter((one) => one.id !== id) }));
    void this.#ways.cancel(id);
  };

  readonly dismiss = (key: string): void => {
    this.#change(({ failed }) => ({ failed: failed.filter((one) => one.key !== key) }));
  };

  close(): void {
    this.#closed = true;
    this.#stopAsking?.();
    for (const stop of this.#stops.values()) stop();
  }

  #onAnswer(key: number, name: string, answer: Fetched<DocumentUpload | null>): void {
    if (!this.#stops.has(key)) return;
    this.#forget(key);
    if (answer.kind === 'ok' && answer.value !== null) this.#followed.add(answer.value.id);
    if (answer.kind === 'refused') this.#fail({ key: `sent-${key}`, name, code: answer.code, params: answer.params });
    if (answer.kind === 'offline') this.#fail({ key: `sent-${key}`, name, code: 'offline', params: {} });
    void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#stopAsking?.();
    const answer = await this.#ways.uploads();
    if (this.#closed) return;
    if (answer.kind === 'ok') this.#take(answer.value);
    const isOpen = answer.kind === 'offline' || this.#board.get().reading.length > 0;
    if (isOpen) this.#stopAsking = this.#ways.later(() => void this.#ask());
  }

  #take(uploads: readonly DocumentUpload[]): void {
    const reading = uploads.filter(({ state }) => state === 'reading').toReversed();
    for (const { id, name, state, reason } of uploads) {
      if (state === 'reading') this.#followed.add(id);
      else if (this.#followed.delete(id) && state === 'failed') {
        this.#fail({ key: id, name, code: reason ?? 'damaged', params: {} });
      }
    }
    this.#change(() => ({ reading }));
  }

  #setSent(key: number, sent: number): void {
    this.#change(({ sending }) => ({ sending: sending.map((one) => (one.key === key ? { ...one, sent } : one)) }));
  }

  #forget(key: number): void {
    this.#stops.delete(key);
    this.#change(({ sending }) => ({ sending: sending.filter((one) => one.key !== key) }));
  }

  #fail(failed: FailedFile): void {
    this.#change((board) => ({ failed: [...board.failed, failed] }));
  }

  #change(change: (board: UploadBoard) => Partial<UploadBoard>): void {
    const board = this.#board.get();
    this.#board.set({ ...board, ...change(board) });
  }
}
