import type { RecordingId } from '../../../shared/domain/ids.ts';
import { createCell, type Readable } from '../../sync/cell.ts';
import type { Fetched } from '../../sync/http.ts';
import { isPassing, type PieceSender } from './piece-sender.ts';

const KINDS = ['video/webm;codecs=vp8,opus', 'video/webm'];
const PIECE_MS = 2_000;
const AGAIN_MS = 2_000;
const PICTURE_BITS = 2_500_000;
const SOUND_BITS = 96_000;

export type PartState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'writing'; readonly part: number }
  | { readonly kind: 'full' }
  | { readonly kind: 'unsupported' };

interface PartHead {
  readonly kind: string;
  readonly startedAt: number;
}

interface PartOptions {
  readonly recording: RecordingId;
  readonly stream: MediaStream;
  readonly sender: PieceSender;
  readonly open: (head: PartHead) => Promise<Fetched<{ readonly part: number }>>;
  /** The server's clock. */
  readonly now: () => number;
}

export const kindOfBrowser = (): string | null =>
  typeof MediaRecorder === 'undefined' ? null : (KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null);

/** Records one recording from now until it is closed: in one part, or in several when the browser's recorder breaks off. */
export class PartRecorder {
  readonly #options: PartOptions;
  readonly #state = createCell<PartState>({ kind: 'opening' });
  #recorder: MediaRecorder | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: PartOptions) {
    this.#options = options;
    this.#begin();
  }

  get state(): Readable<PartState> {
    return this.#state;
  }

  /** What was recorded up to now still goes out. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    if (this.#recorder?.state === 'recording') this.#recorder.stop();
  }

  #begin(): void {
    if (this.#closed) return;
    const kind = kindOfBrowser();
    if (kind === null) return this.#state.set({ kind: 'unsupported' });
    this.#state.set({ kind: this.#options.sender.isFull ? 'full' : 'opening' });
    if (this.#options.sender.isFull) this.#timer = setTimeout(() => this.#begin(), AGAIN_MS);
    else this.#record(kind);
  }

  #record(kind: string): void {
    const { recording, stream, sender, now } = this.#options;
    const recorder = new MediaRecorder(stream, {
      mimeType: kind,
      videoBitsPerSecond: PICTURE_BITS,
      audioBitsPerSecond: SOUND_BITS,
    });
    let pieces = 0;
    let opened: Promise<number | null> | null = null;
    recorder.addEventListener('dataavailable', ({ data: body }) => {
      if (body.size === 0) return;
      const until = Math.round(now());
      const piece = ++pieces;
      // Its own first picture, and not the press, is where a part begins: the browser needs a moment.
      opened ??= this.#open({ kind, startedAt: until - PIECE_MS });
      void opened.then((part) => {
        if (part !== null) sender.add({ recording, part, piece, until, body });
      });
      // What cannot be kept must not be recorded: the next part begins when there is room.
      if (sender.isFull && recorder.state === 'recording') recorder.stop();
    });
    recorder.addEventListener('stop', () => {
      this.#recorder = null;
      if (!this.#closed) this.#begin();
    });
    this.#recorder = recorder;
    recorder.start(PIECE_MS);
  }

  /** null: the server will never take this part. */
  async #open(head: PartHead): Promise<number | null> {
    for (;;) {
      const answer = await this.#options.open(head);
      if (answer.kind === 'ok') {
        this.#state.set({ kind: 'writing', part: answer.value.part });
        return answer.value.part;
      }
      if (!isPassing(answer)) return null;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}
