import { Worker } from 'node:worker_threads';
import { z } from 'zod';

export interface WatermarkWish {
  /** One of the server's own pictures. */
  readonly path: string;
  /** Whose copy it is. */
  readonly reader: string;
  /** Who asks: readers of one name are not one reader. */
  readonly session: string;
  /** When it was handed out. */
  readonly at: number;
}

const BOOT = new URL('./watermark-worker-boot.mjs', import.meta.url);
/** A hall that opens one paper waits its turn; beyond, a phone asks again. */
const MAX_WAITING = 400;
/** Of one reader, who turns pages faster than anybody reads: the others keep their turn. */
const MAX_OF_READER = 12;

/** One page is drawn at a time; a picture that takes more than this is no page of ours. */
const HEAP_MB = 256;

const drawnSchema = z.object({ id: z.int(), picture: z.instanceof(Uint8Array).nullable() });

/** Pages with their reader's name across them, drawn one after the other in a thread of their own. */
export class Watermarks {
  readonly #waiting = new Map<number, (picture: Uint8Array | null) => void>();
  readonly #ofReader = new Map<string, number>();
  readonly #boot: URL;
  readonly #onFault: (cause: unknown) => void;
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(onFault: (cause: unknown) => void, boot: URL = BOOT) {
    this.#onFault = onFault;
    this.#boot = boot;
  }

  /** A JPEG; null: too many wait, or it could not be drawn. */
  async draw({ session, ...wish }: WatermarkWish): Promise<Buffer | null> {
    const own = this.#ofReader.get(session) ?? 0;
    if (this.#waiting.size >= MAX_WAITING || own >= MAX_OF_READER) return null;
    this.#ofReader.set(session, own + 1);
    const picture = await this.#drawn(wish);
    const left = (this.#ofReader.get(session) ?? 1) - 1;
    if (left > 0) this.#ofReader.set(session, left);
    else this.#ofReader.delete(session);
    return picture === null ? null : Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength);
  }

  #drawn(wish: Omit<WatermarkWish, 'session'>): Promise<Uint8Array | null> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#worker ??= this.#started();
      this.#worker.postMessage({ id, ...wish });
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#giveUp();
    await worker?.terminate();
  }

  #started(): Worker {
    const worker = new Worker(this.#boot, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    let cause: unknown = new Error('the watermark worker left');
    worker.unref();
    worker.on('message', (raw: unknown) => {
      const { id, picture } = drawnSchema.parse(raw);
      this.#waiting.get(id)?.(picture);
      this.#waiting.delete(id);
    });
    worker.on('error', (thrown) => {
      cause = thrown;
    });
    // It may die without a word; of one that was ended here nothing counts any more.
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#onFault(cause);
      this.#giveUp();
    });
    return worker;
  }

  #giveUp(): void {
    this.#worker = null;
    for (const answer of this.#waiting.values()) answer(null);
    this.#waiting.clear();
  }
}
