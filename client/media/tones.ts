/** Three tones that no voice makes: far from being multiples of one another. */
export const TONES = [707, 1_129, 1_583] as const;
export const TONE_MS = 450;
const PAUSE_MS = 150;
export const TEST_MS = TONES.length * (TONE_MS + PAUSE_MS);

const RATE = 48_000;
const LOUDNESS = 0.4;
const FADE_MS = 15;

/** The tones one after the other, softly begun and ended so that no loudspeaker clicks. */
export function toneSamples(): Int16Array<ArrayBuffer> {
  const samples = new Int16Array((TEST_MS * RATE) / 1_000);
  for (const [index, hertz] of TONES.entries()) {
    const start = (index * (TONE_MS + PAUSE_MS) * RATE) / 1_000;
    const length = (TONE_MS * RATE) / 1_000;
    const fade = (FADE_MS * RATE) / 1_000;
    for (let i = 0; i < length; i++) {
      const swell = Math.min(1, i / fade, (length - i) / fade);
      samples[start + i] = Math.round(32_767 * LOUDNESS * swell * Math.sin((2 * Math.PI * hertz * i) / RATE));
    }
  }
  return samples;
}

/** As a file that any browser plays on any loudspeaker. */
export function toneFile(): Blob {
  const samples = toneSamples();
  const view = new DataView(new ArrayBuffer(44));
  const write = (at: number, word: string) => {
    for (let i = 0; i < word.length; i++) view.setUint8(at + i, word.charCodeAt(i));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples.byteLength, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // one channel
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, samples.byteLength, true);
  return new Blob([view, samples], { type: 'audio/wav' });
}

/** One look into the microphone: how much there is of each tone, and of everything. */
export interface Heard {
  readonly tones: readonly number[];
  readonly all: number;
}

/** The power of one pitch (Goertzel), comparable with the mean power of all. */
export function powerOf(samples: Float32Array, hertz: number, rate: number): number {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let one = 0;
  let two = 0;
  for (const sample of samples) {
    const next = sample + turn * one - two;
    two = one;
    one = next;
  }
  return (2 * (one * one + two * two - turn * one * two)) / (samples.length * samples.length);
}

export function heardIn(samples: Float32Array, rate: number): Heard {
  const all = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  return { tones: TONES.map((hertz) => powerOf(samples, hertz, rate)), all };
}

/** A tone is heard when for some looks it is most of what there is, and far more of it than before it was played. */
const SHARE = 0.3;
const LOUDER = 4;
const LEAST = 1e-9;
const LOOKS = 3;

/** Two of the three: a hall may swallow one pitch, noise does not make two. */
export function isHeardBack(before: readonly Heard[], during: readonly Heard[]): boolean {
  const heard = TONES.filter((_, tone) => {
    const was = Math.max(LEAST, ...before.map(({ tones }) => tones[tone] ?? 0));
    const looks = during.filter(({ tones, all }) => {
      const power = tones[tone] ?? 0;
      return power >= was * LOUDER && power >= all * SHARE;
    });
    return looks.length >= LOOKS;
  });
  return heard.length >= 2;
}
