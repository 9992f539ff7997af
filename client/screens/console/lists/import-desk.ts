import type { ConferenceId, ImportId } from '../../../../shared/domain/ids.ts';
import { commandIdSchema } from '../../../../shared/domain/ids.ts';
import type { ImportJob, ImportList, Mapping } from '../../../../shared/protocol/list-import.ts';
import { type Cell, createCell, type Readable } from '../../../sync/cell.ts';
import type { Fetched } from '../../../sync/http.ts';
import {
  applyImport,
  correctColumns,
  dropImport,
  getImports,
  type Sending,
  sendList,
  type UploadWish,
} from '../../../sync/imports.ts';
import { newId } from '../../../sync/new-id.ts';

export type Refused = Exclude<Fetched<unknown>, { kind: 'ok' }>;

/** A file that this page is sending; the server has no job of it yet. */
export interface Upload {
  readonly key: string;
  readonly list: ImportList;
  readonly name: string;
  readonly bytes: number;
  readonly sent: number;
  /** Why the server did not take it. */
  readonly refused: Refused | null;
}

export interface ImportBoard {
  readonly uploads: readonly Upload[];
  /** The newest first, whoever began them. */
  readonly jobs: readonly ImportJob[];
  /** Which job a file became that was sent from here, by the key of the upload. */
  readonly arrived: ReadonlyMap<string, ImportId>;
  /** Whether the server has told of its jobs. */
  readonly told: 'waiting' | 'yes' | 'no';
}

/** What the desk asks of the server. */
export interface ImportDoor {
  readonly send: (wish: UploadWish, onSent: (bytes: number) => void) => Sending;
  readonly all: () => ReturnType<typeof getImports>;
  readonly correct: (importId: ImportId, mapping: Mapping) => ReturnType<typeof correctColumns>;
  readonly apply: (importId: ImportId, commandId: string) => ReturnType<typeof applyImport>;
  readonly drop: (importId: ImportId) => ReturnType<typeof dropImport>;
}

export const doorOf = (conference: ConferenceId): ImportDoor => ({
  send: (wish, onSent) => sendList(conference, wish, onSent),
  all: () => getImports(conference),
  correct: (importId, mapping) => correctColumns(conference, importId, mapping),
  apply: (importId, commandId) => applyImport(conference, importId, commandIdSchema.parse(commandId)),
  drop: (importId) => dropImport(conference, importId),
});

const MOVING_MS = 1_000;
/** Others import too. */
const STILL_MS = 5_000;

export const EMPTY_BOARD: ImportBoard = { uploads: [], jobs: [], arrived: new Map(), told: 'waiting' };

const isMoving = ({ jobs, uploads }: ImportBoard): boolean =>
  uploads.some(({ refused }) => refused === null) ||
  jobs.some(({ state }) => state === 'reading' || state === 'applying');

/** The files on their way into the lists. It outlives the dialog: a file goes on being sent when that is closed. */
export class ImportDesk {
  readonly #door: ImportDoor;
  readonly #board: Cell<ImportBoard> = createCell(EMPTY_BOARD);
  readonly #sendings = new Map<string, Sending>();
  /** One id for each wish to write: pressed again after silence, the server answers again and writes once. */
  readonly #commandIds = new Map<ImportId, string>();
  #watchers = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts what was changed from here: an answer that was asked for before it is older than what is known. */
  #changes = 0;

  constructor(door: ImportDoor) {
    this.#door = door;
  }

  get board(): Readable<ImportBoard> {
    return this.#board;
  }

  /** Asks for news until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    if (this.#watchers === 1) void this.#ask();
    return () => {
      this.#watchers -= 1;
      if (this.#watchers === 0) clearTimeout(this.#timer);
    };
  }

  /** Begins to send a file; answers the key by which the board knows it. */
  start(list: ImportList, file: File): string {
    const key = newId();
    const upload: Upload = { key, list, name: file.name.normalize(), bytes: file.size, sent: 0, refused: null };
    this.#set({ uploads: [...this.#board.get().uploads, upload] });
    const onSent = (sent: number) => this.#change(key, { sent: Math.min(sent, file.size) });
    const sending = this.#door.send({ list, name: upload.name, file }, onSent);
    this.#sendings.set(key, sending);
    void this.#arrival(key, sending);
    return key;
  }

  /** Breaks off the sending, or puts away a file that was not taken. */
  forget(key: string): void {
    this.#set({ uploads: this.#board.get().uploads.filter((one) => one.key !== key) });
    this.#sendings.get(key)?.stop();
    this.#sendings.delete(key);
  }

  /** Cancels the reading, or throws the preview away. Resolves to why that was refused. */
  async drop(importId: ImportId): Promise<Refused | null> {
    const answer = await this.#door.drop(importId);
    // What is gone already is what was wished.
    if (answer.kind !== 'ok' && !(answer.kind === 'refused' && answer.status === 404)) return answer;
    this.#take((jobs) => jobs.filter((job) => job.importId !== importId));
    return null;
  }

  async correct(importId: ImportId, mapping: Mapping): Promise<Refused | null> {
    const answer = await this.#door.correct(importId, mapping);
    if (answer.kind !== 'ok') return answer;
    this.#commandIds.delete(importId);
    this.#put(answer.value);
    return null;
  }

  async apply(importId: ImportId): Promise<Refused | null> {
    const commandId = this.#commandIds.get(importId) ?? newId();
    this.#commandIds.set(importId, commandId);
    const answer = await this.#door.apply(importId, commandId);
    // Without an answer it may have been written: the same id then asks for the answer.
    if (answer.kind === 'offline') return answer;
    const refused = answer.kind === 'ok' ? refusalIn(answer.value) : answer;
    if (refused !== null) this.#commandIds.delete(importId);
    this.#changes += 1;
    await this.#ask();
    return refused;
  }

  async #arrival(key: string, { answer }: Sending): Promise<void> {
    const fetched = await answer;
    const isWaitedFor = this.#sendings.delete(key);
    if (fetched.kind !== 'ok') {
      this.#change(key, { refused: fetched });
    } else if (isWaitedFor) {
      const { uploads, arrived } = this.#board.get();
      const { importId } = fetched.value;
      // In one step with the job: at no moment is there neither.
      const others = uploads.filter((one) => one.key !== key);
      this.#put(fetched.value, { uploads: others, arrived: new Map(arrived).set(key, importId) });
    } else {
      // Stopped meanwhile.
      await this.drop(fetched.value.importId);
    }
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const changes = this.#changes;
    const answer = await this.#door.all();
    if (changes === this.#changes) {
      this.#set(answer.kind === 'ok' ? { jobs: answer.value, told: 'yes' } : { told: 'no' });
    }
    this.#askLater();
  }

  #askLater(): void {
    clearTimeout(this.#timer);
    if (this.#watchers === 0) return;
    this.#timer = setTimeout(() => void this.#ask(), isMoving(this.#board.get()) ? MOVING_MS : STILL_MS);
  }

  #put(job: ImportJob, besides: Partial<ImportBoard> = {}): void {
    this.#take((jobs) => [job, ...jobs.filter(({ importId }) => importId !== job.importId)], besides);
  }

  #take(change: (jobs: readonly ImportJob[]) => readonly ImportJob[], besides: Partial<ImportBoard> = {}): void {
    this.#changes += 1;
    this.#set({ ...besides, jobs: change(this.#board.get().jobs) });
    this.#askLater();
  }

  #change(key: string, change: Partial<Upload>): void {
    this.#set({
      uploads: this.#board.get().uploads.map((one) => (one.key === key ? { ...one, ...change } : one)),
    });
  }

  #set(change: Partial<ImportBoard>): void {
    this.#board.set({ ...this.#board.get(), ...change });
  }
}

type Ack = Extract<Awaited<ReturnType<typeof applyImport>>, { kind: 'ok' }>['value'];

const refusalIn = (ack: Ack): Refused | null =>
  ack.ok ? null : { kind: 'refused', status: 409, code: ack.code, params: ack.params };
