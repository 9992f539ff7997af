import type { Readable } from 'node:stream';
import { SYSTEM } from '../../shared/domain/actor.ts';
import {
  type BridgeId,
  type ConferenceId,
  commandIdSchema,
  type DocumentId,
  documentIdSchema,
} from '../../shared/domain/ids.ts';
import type { DocumentUpload } from '../../shared/protocol/technical.ts';
import type { ConferenceDesk } from '../application/conference-desk.ts';
import { isDiskFull } from './disk-full.ts';
import { documentFacts, type ReadingTools } from './document-facts.ts';
import { type DocumentJob, isUnderWay, newDocumentJob, publicUpload, type SnapshotOf } from './document-job.ts';
import { DocumentRefused } from './document-refused.ts';
import { ObjectKeeping } from './object-keeping.ts';
import type { ReceivedFile } from './receive-file.ts';
import { MAX_UNDER_WAY, type UploadObstacle, uploadObstacle } from './upload-obstacle.ts';

export interface DocumentUploadsOptions extends ReadingTools {
  readonly newId: () => string;
}

export interface DocumentWish {
  readonly name: string;
  readonly bridgeId: BridgeId | null;
  readonly snapshotOf: SnapshotOf;
  /** How many bytes are said to come. */
  readonly announced: number;
}

/** Uploads that are over, kept to be looked at. */
const MAX_OVER = 20;

interface Waiting {
  readonly job: DocumentJob;
  readonly desk: ConferenceDesk;
  readonly received: ReceivedFile;
}

/**
 * Documents on their way in: received, read page by page, kept safely, and only then named in the journal. One is read
 * at a time, the centre's first: the machine is there for the conference. Uploads live with the server: a restart
 * clears away what was half-way, and what was kept stands in the journal.
 */
export class DocumentUploads {
  readonly #options: DocumentUploadsOptions;
  readonly #jobs = new Map<DocumentId, DocumentJob>();
  readonly #waiting: Waiting[] = [];
  readonly #objects: ObjectKeeping;
  #turn: Promise<void> | null = null;
  #closed = false;

  constructor(options: DocumentUploadsOptions) {
    this.#options = options;
    const isOnItsWay = (hash: string): boolean =>
      [...this.#jobs.values()].some((job) => isUnderWay(job) && job.hash === hash);
    this.#objects = new ObjectKeeping(options.files.objects, isOnItsWay);
  }

  /** Why nothing may come now; null: it may. Asked before a byte of the file is taken. */
  obstacle({ id, state }: ConferenceDesk, bridgeId: BridgeId | null): UploadObstacle | null {
    const refused = uploadObstacle(state, bridgeId);
    if (refused !== null) return refused;
    const underWay = this.#of(id).filter((job) => isUnderWay(job) && job.bridgeId === bridgeId);
    const max = bridgeId === null ? MAX_UNDER_WAY.centre : MAX_UNDER_WAY.bridge;
    return underWay.length < max ? null : { code: 'too-many-uploads', params: { max } };
  }

  /** Takes the file in; its reading goes on after the answer. Throws `DocumentRefused` for what cannot be shown. */
  async receive(desk: ConferenceDesk, wish: DocumentWish, body: Readable): Promise<DocumentUpload | null> {
    const { files, newId } = this.#options;
    const { announced, ...named } = wish;
    const job = newDocumentJob({ conference: desk.id, documentId: documentIdSchema.parse(newId()), ...named });
    this.#jobs.set(job.documentId, job);
    try {
      const received = await files.receive(job, { body, name: job.name, announced, signal: job.ending.signal });
      // The session may have become classified while it came.
      if (this.#hasEnded(job)) await files.drop(job);
      else this.#read({ job, desk, received });
    } catch (cause) {
      this.#jobs.delete(job.documentId);
      throw cause;
    }
    this.#forgetOld(desk.id);
    return publicUpload(job);
  }

  /** Of the conference, or of one bridge alone; the newest first. */
  uploadsOf(conference: ConferenceId, bridgeId?: BridgeId): readonly DocumentUpload[] {
    const seen = this.#of(conference).filter((job) => bridgeId === undefined || job.bridgeId === bridgeId);
    return seen.toReversed().flatMap((job) => publicUpload(job) ?? []);
  }

  find(conference: ConferenceId, id: string, bridgeId?: BridgeId): DocumentUpload | null {
    return this.uploadsOf(conference, bridgeId).find((upload) => upload.id === id) ?? null;
  }

  /** false: there is nothing to cancel any more. */
  cancel(conference: ConferenceId, id: string): boolean {
    const job = this.#of(conference).find(({ documentId }) => documentId === id);
    if (job === undefined || !isUnderWay(job)) return false;
    this.#cancel(job);
    return true;
  }

  /** Call it for each desk that is opened: what is removed leaves the disk, and a classified session takes nothing in. */
  watch(desk: ConferenceDesk): void {
    this.#objects.watch(desk);
    desk.onCommitted(({ recorded }) => {
      for (const { event } of recorded) {
        if (event.type === 'documentRemoved') this.#drop(desk.id, event.documentId);
        if (event.type === 'classifiedSessionBegan') this.#of(desk.id).forEach((job) => this.#cancel(job));
      }
    });
  }

  /** At the start: what a removal did not get to, or what the journal never heard of. */
  async sweep(desks: readonly ConferenceDesk[]): Promise<void> {
    for (const { id, state } of desks) {
      const named = new Set(state.documents.list.map(({ file }) => file.documentId));
      const left = (await this.#options.files.wholeOf(id)).filter((one) => !named.has(one) && !this.#jobs.has(one));
      for (const documentId of left) await this.#options.files.drop({ conference: id, documentId });
    }
    await this.#objects.sweep();
  }

  /** Ends what is being read; resolves when nothing is written any more. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const job of this.#jobs.values()) job.ending.abort();
    await this.#turn;
  }

  #of(conference: ConferenceId): readonly DocumentJob[] {
    return [...this.#jobs.values()].filter((job) => job.conference === conference);
  }

  #cancel(job: DocumentJob): void {
    if (!isUnderWay(job)) return;
    job.state = 'cancelled';
    job.ending.abort();
  }

  #hasEnded({ ending }: DocumentJob): boolean {
    return ending.signal.aborted;
  }

  #drop(conference: ConferenceId, documentId: DocumentId): void {
    const gone = this.#options.files.drop({ conference, documentId }).then(() => this.#objects.dropOf(documentId));
    gone.catch(this.#options.onFault);
  }

  #read(waiting: Waiting): void {
    waiting.job.state = 'reading';
    this.#waiting.push(waiting);
    this.#turn ??= this.#readAll();
  }

  async #readAll(): Promise<void> {
    for (let next = this.#next(); next !== undefined && !this.#closed; next = this.#next()) await this.#settle(next);
    this.#turn = null;
  }

  #next(): Waiting | undefined {
    const centres = this.#waiting.findIndex(({ job }) => job.bridgeId === null);
    return this.#waiting.splice(Math.max(0, centres), 1)[0];
  }

  async #settle(waiting: Waiting): Promise<void> {
    const { job } = waiting;
    try {
      await this.#take(waiting);
    } catch (cause) {
      if (!(cause instanceof DocumentRefused) && !isDiskFull(cause)) this.#options.onFault(cause);
      await this.#options.files.drop(job).catch(this.#options.onFault);
      if (this.#hasEnded(job)) job.state = 'cancelled';
      else Object.assign(job, { state: 'failed', reason: reasonOf(cause) });
      if (job.hash !== null) await this.#objects.drop(job.hash).catch(this.#options.onFault);
    }
  }

  async #take({ job, desk, received }: Waiting): Promise<void> {
    const file = await documentFacts(this.#options, job, received);
    job.ending.signal.throwIfAborted();
    const ack = await desk.execute(SYSTEM, {
      id: commandIdSchema.parse(this.#options.newId()),
      conference: desk.id,
      command: { type: 'addDocument', file },
    });
    if (!ack.ok) throw new DocumentRefused(ack.code === 'journal-unavailable' ? 'disk-full' : 'not-taken');
    job.state = 'ready';
  }

  #forgetOld(conference: ConferenceId): void {
    const over = this.#of(conference).filter((job) => !isUnderWay(job));
    for (const { documentId } of over.slice(0, -MAX_OVER)) this.#jobs.delete(documentId);
  }
}

function reasonOf(cause: unknown): DocumentUpload['reason'] {
  if (cause instanceof DocumentRefused) return cause.reason;
  return isDiskFull(cause) ? 'disk-full' : 'damaged';
}
