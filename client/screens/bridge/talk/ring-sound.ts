/** Two tones, then a rest, as a telephone rings; the pause lets people speak. */
const TONES = [440, 480];
const ON_MS = 900;
const EVERY_MS = 2_400;
const VOLUME = 0.22;

/** Long, short, long: told apart in a pocket from a message of somebody else. */
const PATTERN = [600, 200, 300, 200, 600];

/**
 * The bell of one machine. A browser lets a page sound only after somebody has pressed something on it; until then it
 * is silent, and the page says how to turn it on.
 */
export class RingSound {
  #context: AudioContext | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** Within a press. Resolves to whether it may sound now. */
  async unlock(): Promise<boolean> {
    this.#context ??= new AudioContext();
    await this.#context.resume().catch(() => undefined);
    return this.isUnlocked;
  }

  get isUnlocked(): boolean {
    return this.#context?.state === 'running';
  }

  start(vibrates: boolean): void {
    this.stop();
    this.#context ??= new AudioContext();
    void this.#context.resume().catch(() => undefined);
    const ring = () => {
      this.#sound();
      // Before the first press the browser allows neither, and complains of the asking.
      if (vibrates && 'vibrate' in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(PATTERN);
    };
    ring();
    this.#timer = setInterval(ring, EVERY_MS);
  }

  stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    if ('vibrate' in navigator && navigator.userActivation.hasBeenActive) navigator.vibrate(0);
  }

  close(): void {
    this.stop();
    void this.#context?.close();
    this.#context = null;
  }

  #sound(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    const gain = context.createGain();
    const { currentTime } = context;
    const end = currentTime + ON_MS / 1_000;
    gain.gain.setValueAtTime(0, currentTime);
    gain.gain.linearRampToValueAtTime(VOLUME, currentTime + 0.02);
    gain.gain.setValueAtTime(VOLUME, end - 0.05);
    gain.gain.linearRampToValueAtTime(0, end);
    gain.connect(context.destination);
    for (const frequency of TONES) {
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(gain);
      tone.start(currentTime);
      tone.stop(end);
    }
  }
}
