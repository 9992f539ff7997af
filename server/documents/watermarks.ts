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

const drawnSchema = z.object({ id: z.int(), picture: z.instanceof(Uint8Array).nullable() });

/** Pages with their reader's name across them, drawn one after the other in a thread of their own. */
export class Watermarks {
  readonly #waiting = new Map<number, (picture: Uint8Array | null) => void>();
  readonly #ofReader = new Map<string, number>();
  readonly #onFault: (cause: unknown) => void;
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(onFault: (cause: unknown) => void) {
    this.#onFault = onFault;
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
    const worker = new Worker(BOOT);
    worker.unref();
    worker.on('message', (raw: unknown) => {
      const { id, picture } = drawnSchema.parse(raw);
      this.#waiting.get(id)?.(picture);
      this.#waiting.delete(id);
    });
    worker.on('error', (cause) => {
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
