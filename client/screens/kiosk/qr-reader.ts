export interface QrReaderOptions {
  readonly video: HTMLVideoElement;
  /** Whatever stands in the picture, again and again while it stands there. */
  readonly onText: (said: string) => void;
  readonly onFailed: () => void;
}

/** Between two readings; a badge that is held up for a second is read several times. */
const REST_MS = 60;
/** Before the camera has a picture. */
const NO_PICTURE_MS = 250;

/** Reads codes from a running picture. The work is a worker's: the picture goes on meanwhile. */
export class QrReader {
  readonly #options: QrReaderOptions;
  readonly #worker: Worker;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: QrReaderOptions) {
    this.#options = options;
    this.#worker = new Worker(new URL('./qr-reading.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<string | null>) => this.#onRead(data));
    this.#worker.addEventListener('error', () => this.#options.onFailed());
    this.#next(0);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  #next(ms: number): void {
    if (!this.#closed) this.#timer = setTimeout(() => void this.#look(), ms);
  }

  async #look(): Promise<void> {
    const { video } = this.#options;
    const hasPicture = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0;
    const frame = hasPicture ? await createImageBitmap(video).catch(() => null) : null;
    if (this.#closed) return frame?.close();
    if (frame === null) return this.#next(NO_PICTURE_MS);
    this.#worker.postMessage(frame, [frame]);
  }

  #onRead(said: string | null): void {
    if (this.#closed) return;
    if (said !== null) this.#options.onText(said);
    this.#next(REST_MS);
  }
}
