import type { Readable } from 'node:stream';
import type { Actor } from '../../shared/domain/actor.ts';
import { type CommandId, type ConferenceId, type ImportId, importIdSchema } from '../../shared/domain/ids.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import type { ImportJob, ImportList, Mapping, RefusedRow } from '../../shared/protocol/list-import.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { ImportFiles } from './import-files.ts';
import { isMappable, isOpen, type Job, newJob, publicJob } from './import-job.ts';
import type { ImportMappings } from './import-mappings.ts';
import { type ReadingTools, type ReadResult, readJob } from './import-reading.ts';

export interface ListImportsOptions extends ReadingTools {
  readonly files: ImportFiles;
  readonly mappings: ImportMappings;
  readonly newId: () => string;
  readonly now: () => number;
}

/** Each holds a file of up to two gigabytes, and rows that nobody sees. */
export const MAX_OPEN = 2;
/** Jobs that are over, kept to be looked at. */
const MAX_OVER = 20;
const REFUSED_PAGE = 500;

/**
 * Files on their way into the lists of conferences: received, read by a process of its own, shown, applied as one act. Jobs live
 * with the server: after a restart their rows and files are swept away, and what was applied stands in the journal.
 */
export class ListImports {
  readonly #options: ListImportsOptions;
  readonly #jobs = new Map<ImportId, Job>();
  /** One file is read at a time, whoever sent it: the machine is there for the conference. */
  #turn: Promise<void> = Promise.resolve();
  /** The job whose turn it is. */
  #active: Job | null = null;

  constructor(options: ListImportsOptions) {
    this.#options = options;
  }

  /** What the conference's jobs show, the newest first. */
  jobsOf(conference: ConferenceId): readonly ImportJob[] {
    const own = [...this.#jobs.values()].filter((job) => job.conference === conference);
    return own.toReversed().flatMap((job) => publicJob(job) ?? []);
  }

  /** null: the conference has no such job. */
  find(conference: ConferenceId, importId: ImportId): ImportJob | null {
    const job = this.#jobOf(conference, importId);
    return job === null ? null : publicJob(job);
  }

  /** Takes a place, which is free again when the file does not come; null: there is none. */
  async receive(
    desk: ConferenceDesk,
    wish: { readonly list: ImportList; readonly name: string },
    body: Readable,
  ): Promise<ImportJob | null> {
    const { files, newId, now } = this.#options;
    const open = [...this.#jobs.values()].filter((job) => job.conference === desk.id && isOpen(job));
    if (open.length >= MAX_OPEN) return null;
    const importId = importIdSchema.parse(newId());
    const job = newJob({ ...wish, conference: desk.id, importId, startedAt: now() });
    this.#jobs.set(importId, job);
    try {
      job.bytes = await files.receive(importId, body, wish.name);
    } catch (cause) {
      this.#jobs.delete(importId);
      throw cause;
    }
    this.#forgetOld(desk.id);
    this.#read(job, desk);
    return publicJob(job);
  }

  /** Columns by hand: the file is read again, and the next one whose columns are called so is read in the same way. */
  async remap(
    desk: ConferenceDesk,
    importId: ImportId,
    mapping: Mapping,
  ): Promise<ImportJob | 'unknown' | 'not-ready'> {
    const job = this.#jobOf(desk.id, importId);
    if (job === null) return 'unknown';
    if (job.state !== 'ready' && !(job.state === 'failed' && isMappable(job.fault))) return 'not-ready';
    const { mappings, onFault } = this.#options;
    const sheets = job.preview?.sheets ?? [];
    job.mapping = mapping;
    await this.#readAgain(job, desk);
    await mappings.remember(job.list, sheets, mapping).catch(onFault);
    return publicJob(job) ?? 'unknown';
  }

  /** The list, as one command of whoever asks. The same id again gives the same answer. */
  async apply(
    desk: ConferenceDesk,
    actor: Actor,
    importId: ImportId,
    id: CommandId,
  ): Promise<CommandAck | 'unknown' | 'not-ready'> {
    const job = this.#jobOf(desk.id, importId);
    if (job === null) return 'unknown';
    if (job.applied?.id === id) return job.applied.ack;
    const { command } = job;
    if (job.state !== 'ready' || command === null || this.#isApplying(desk.id)) return 'not-ready';
    if (job.basis !== basisOf(desk)) {
      // What was new in it may stand in the list by now, and would be added once more.
      await this.#readAgain(job, desk);
      return 'not-ready';
    }
    job.state = 'applying';
    const ack = await desk.execute(actor, { id, conference: desk.id, command });
    job.state = ack.ok ? 'applied' : 'ready';
    if (ack.ok) {
      job.applied = { id, ack };
      job.command = null;
      await this.#options.files.drop(importId);
    }
    return ack;
  }

  /** Cancels, or throws the preview away; false: there is no such job, or it is applied. */
  async cancel(conference: ConferenceId, importId: ImportId): Promise<boolean> {
    const job = this.#jobOf(conference, importId);
    if (job === null || job.state === 'applying' || job.state === 'applied') return false;
    job.reading?.abort();
    job.state = 'cancelled';
    job.fault = null;
    job.command = null;
    // A reading that goes on clears up behind itself when it has ended.
    if (this.#active !== job) await this.#clear(job);
    return true;
  }

  /** Somebody was erased: what waits may name that person and is given up, and no sample of what was read is kept. */
  async forgetPeople(conference: ConferenceId): Promise<void> {
    for (const job of [...this.#jobs.values()].filter((one) => one.conference === conference)) {
      await this.cancel(conference, job.importId);
      Object.assign(job, { preview: null, refused: [] });
    }
  }

  /** Every row that was refused, page by page. */
  async *refusedOf(conference: ConferenceId, importId: ImportId): AsyncGenerator<readonly RefusedRow[]> {
    const job = this.#jobOf(conference, importId);
    if (job === null) return;
    if (job.list !== 'delegates') {
      yield job.refused;
      return;
    }
    for (let after = 0; ; ) {
      const rows = await this.#options.staging.refused(job.stagedAs, after, REFUSED_PAGE);
      if (rows.length === 0) return;
      yield rows;
      after += rows.length;
    }
  }

  /** Ends what is being read; resolves when nothing is written any more. */
  async close(): Promise<void> {
    for (const job of this.#jobs.values()) job.reading?.abort();
    await this.#turn;
  }

  #jobOf(conference: ConferenceId, importId: ImportId): Job | null {
    const job = this.#jobs.get(importId);
    return job?.conference === conference && job.state !== 'receiving' ? job : null;
  }

  #isApplying(conference: ConferenceId): boolean {
    return [...this.#jobs.values()].some((job) => job.conference === conference && job.state === 'applying');
  }

  async #readAgain(job: Job, desk: ConferenceDesk): Promise<void> {
    job.state = 'reading';
    await this.#restage(job);
    // It may have been cancelled meanwhile.
    if (isOpen(job)) this.#read(job, desk);
  }

  #read(job: Job, desk: ConferenceDesk): void {
    const reading = new AbortController();
    Object.assign(job, { state: 'reading', reading, fault: null, preview: null, command: null, refused: [] });
    Object.assign(job, { readBytes: 0, rows: 0 });
    this.#turn = this.#turn.then(async () => {
      this.#active = job;
      const result = await this.#result(job, desk, reading.signal);
      this.#active = null;
      await this.#settle(job, result);
    });
    this.#turn = this.#turn.catch(this.#options.onFault);
  }

  async #result(job: Job, desk: ConferenceDesk, signal: AbortSignal): Promise<ReadResult> {
    const { files, mappings, onFault } = this.#options;
    if (signal.aborted) return { kind: 'cancelled' };
    const source = { path: files.pathOf(job.importId), state: desk.state };
    job.basis = basisOf(desk);
    try {
      const result = await readJob(job, { ...source, mapping: job.mapping }, this.#options);
      if (job.mapping !== null || result.kind === 'cancelled') return result;
      // Heads are known once the file is read: only one that was mapped by hand before is read twice.
      const proposed = await mappings.proposed(job.list, result.preview?.sheets ?? []);
      if (proposed === null) return result;
      await this.#restage(job);
      job.mapping = proposed;
      job.refused = [];
      return await readJob(job, { ...source, mapping: proposed }, this.#options);
    } catch (cause) {
      if (signal.aborted) return { kind: 'cancelled' };
      onFault(cause);
      return { kind: 'failed', fault: { code: 'reader-died', params: {} }, preview: null };
    }
  }

  async #settle(job: Job, result: ReadResult): Promise<void> {
    job.reading = null;
    // Cancelled in the very moment in which it was read to its end.
    if (job.state === 'cancelled' || result.kind === 'cancelled') {
      job.state = 'cancelled';
      await this.#clear(job);
      return;
    }
    job.preview = result.preview;
    if (result.kind === 'ready') {
      job.command = result.command;
      job.state = 'ready';
      return;
    }
    job.fault = result.fault;
    job.state = 'failed';
    if (!isMappable(result.fault)) await this.#options.files.drop(job.importId);
  }

  /** What was read is given up, and what is read next waits under another id. */
  async #restage(job: Job): Promise<void> {
    if (job.list !== 'delegates') return;
    await this.#options.staging.discard(job.stagedAs);
    job.stagedAs = importIdSchema.parse(this.#options.newId());
  }

  async #clear({ importId, stagedAs, list }: Job): Promise<void> {
    await this.#options.files.drop(importId);
    if (list === 'delegates') await this.#options.staging.discard(stagedAs);
  }

  #forgetOld(conference: ConferenceId): void {
    const over = [...this.#jobs.values()].filter((job) => job.conference === conference && !isOpen(job));
    for (const { importId } of over.slice(0, -MAX_OVER)) this.#jobs.delete(importId);
  }
}

/** Every list counts: rows of delegates name bridges. */
const basisOf = ({ state }: ConferenceDesk): string =>
  JSON.stringify(state.attendance.imports.map(({ importId, undone }) => [importId, undone]));
