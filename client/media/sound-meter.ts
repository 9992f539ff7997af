import { createCell, type Readable } from '../sync/cell.ts';

const EVERY_MS = 100;
/** Speech close to a microphone comes to about this effective value: the bar is then nearly full. */
const FULL = 0.25;
const STEPS = 20;

/** How loud the own microphone is, 0 to 1, ten times a second, in steps so that silence re-draws nothing. */
export class SoundMeter {
  readonly #level = createCell(0);
  #context: AudioContext | null = null;
  #source: MediaStreamAudioSourceNode | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #loudest = 0;

  get level(): Readable<number> {
    return this.#level;
  }

  /** The loudest since the last asking. */
  takeLoudest(): number {
    const loudest = this.#loudest;
    this.#loudest = 0;
    return loudest;
  }

  listenTo(track: MediaStreamTrack | null): void {
    clearInterval(this.#timer);
    this.#source?.disconnect();
    this.#source = null;
    this.#level.set(0);
    if (track === null) return;
    this.#context ??= new AudioContext();
    const analyser = this.#context.createAnalyser();
    analyser.fftSize = 1_024;
    this.#source = this.#context.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => this.#measure(analyser, samples), EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#source?.disconnect();
    void this.#context?.close();
  }

  #measure(analyser: AnalyserNode, samples: Float32Array<ArrayBuffer>): void {
    if (this.#context?.state === 'suspended') void this.#context.resume();
    analyser.getFloatTimeDomainData(samples);
    const square = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    const level = Math.min(1, Math.sqrt(square) / FULL);
    this.#loudest = Math.max(this.#loudest, level);
    this.#level.set(Math.round(level * STEPS) / STEPS);
  }
}
