import type { RecordingId } from '../../../shared/domain/ids.ts';
import { createCell, type Readable } from '../../sync/cell.ts';
import type { Fetched } from '../../sync/http.ts';
import type { PieceSender } from './piece-sender.ts';

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

interface PartOptions {
  readonly recording: RecordingId;
  readonly stream: MediaStream;
  readonly sender: PieceSender;
  readonly open: (kind: string) => Promise<Fetched<{ readonly part: number }>>;
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
    void this.#begin();
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

  async #begin(): Promise<void> {
    if (this.#closed) return;
    const kind = kindOfBrowser();
    if (kind === null) return this.#state.set({ kind: 'unsupported' });
    if (this.#options.sender.isFull) return this.#later({ kind: 'full' });
    const opened = await this.#options.open(kind);
    if (this.#closed) return;
    if (opened.kind === 'ok') this.#record(kind, opened.value.part);
    else this.#later({ kind: 'opening' });
  }

  #later(state: PartState): void {
    this.#state.set(state);
    this.#timer = setTimeout(() => void this.#begin(), AGAIN_MS);
  }

  #record(kind: string, part: number): void {
    const { recording, stream, sender, now } = this.#options;
    const recorder = new MediaRecorder(stream, {
      mimeType: kind,
      videoBitsPerSecond: PICTURE_BITS,
      audioBitsPerSecond: SOUND_BITS,
    });
    let piece = 0;
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) sender.add({ recording, part, piece: ++piece, until: Math.round(now()), body: data });
      // What cannot be kept must not be recorded: the next part begins when there is room.
      if (sender.isFull && recorder.state === 'recording') recorder.stop();
    });
    recorder.addEventListener('stop', () => {
      this.#recorder = null;
      if (!this.#closed) void this.#begin();
    });
    this.#recorder = recorder;
    this.#state.set({ kind: 'writing', part });
    recorder.start(PIECE_MS);
  }
}
