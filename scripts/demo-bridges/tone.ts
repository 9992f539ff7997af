import { AudioFrame, AudioSource } from '@livekit/rtc-node';

const SAMPLE_RATE = 48_000;
const FRAME_SAMPLES = 960;
const QUEUE_MS = 200;
const LOWEST_HZ = 220;
const LOUDNESS = 0.12;
/** Swells like syllables: a steady tone is mistaken for a fault of the line. */
const SYLLABLES_PER_SECOND = 2.5;

export const toneLevel = LOUDNESS;

/** Neighbours differ by a whole tone; after three octaves the row begins again. */
export const pitchOf = (index: number): number => LOWEST_HZ * 2 ** ((index % 18) / 6);

/** Sixteen-bit samples from sample number `first` on. */
export function toneSamples(pitch: number, first: number): Int16Array {
  return Int16Array.from({ length: FRAME_SAMPLES }, (_, i) => {
    const seconds = (first + i) / SAMPLE_RATE;
    const swell = 0.6 + 0.4 * Math.sin(2 * Math.PI * SYLLABLES_PER_SECOND * seconds);
    return Math.round(32_767 * LOUDNESS * swell * Math.sin(2 * Math.PI * pitch * seconds));
  });
}

/** A microphone that hears one tone, until the signal ends it. */
export function startTone(pitch: number, signal: AbortSignal): AudioSource {
  const source = new AudioSource(SAMPLE_RATE, 1, QUEUE_MS);
  void pump(source, pitch, signal);
  return source;
}

async function pump(source: AudioSource, pitch: number, signal: AbortSignal): Promise<void> {
  for (let first = 0; !signal.aborted; first += FRAME_SAMPLES) {
    // Waits while the queue is full: that is the pace.
    await source.captureFrame(new AudioFrame(toneSamples(pitch, first), SAMPLE_RATE, 1, FRAME_SAMPLES));
  }
  await source.close();
}
