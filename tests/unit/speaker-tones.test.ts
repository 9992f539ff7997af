import { expect, test } from 'vitest';
import {
  type Heard,
  heardIn,
  isHeardBack,
  powerOf,
  TEST_MS,
  TONES,
  toneFile,
  toneSamples,
} from '../../client/media/tones.ts';

const RATE = 48_000;
const WINDOW = 4_096;
const STEP = 2_400;

type Wave = (index: number) => number;
const SILENCE: Wave = () => 0;
/** The same noise each time. */
const noise =
  (loud: number): Wave =>
  (index) =>
    loud * (((Math.imul(index + 1, 2_654_435_761) >>> 8) % 2_000) / 1_000 - 1);
const voice: Wave = (index) =>
  [165, 330, 495, 660, 990].reduce((sum, hertz) => sum + 0.1 * Math.sin((2 * Math.PI * hertz * index) / RATE), 0);

/** What a microphone looks at, a look each fiftieth of a second, through so much of the tones. */
function looks(wave: Wave, tones: number, samples: number): Heard[] {
  const played = toneSamples();
  const sound = Float32Array.from({ length: samples }, (_, i) => wave(i) + (tones * (played[i] ?? 0)) / 32_767);
  const heard: Heard[] = [];
  for (let at = 0; at + WINDOW <= samples; at += STEP) heard.push(heardIn(sound.subarray(at, at + WINDOW), RATE));
  return heard;
}

const whole = (TEST_MS * RATE) / 1_000;
const heardBack = (wave: Wave, tones: number) => isHeardBack(looks(wave, 0, RATE), looks(wave, tones, whole));

test('[DEV1] a loudspeaker that the microphone hears is found, also faintly and in a noisy hall', () => {
  expect(heardBack(SILENCE, 1)).toBe(true);
  expect(heardBack(SILENCE, 0.01)).toBe(true);
  expect(heardBack(noise(0.02), 0.2)).toBe(true);
});

test('[DEV2] silence, noise and a voice are not taken for the loudspeaker', () => {
  expect(heardBack(SILENCE, 0)).toBe(false);
  expect(heardBack(noise(0.2), 0)).toBe(false);
  expect(isHeardBack(looks(SILENCE, 0, RATE), looks(voice, 0, whole))).toBe(false);
});

test('[DEV3] a hum at one of the pitches, there before the test, is no answer', () => {
  const hum: Wave = (index) => 0.2 * Math.sin((2 * Math.PI * TONES[0] * index) / RATE);
  expect(heardBack(hum, 0)).toBe(false);
});

test('the power of a pure tone is the power of all, and none of it is at another pitch', () => {
  const pure = Float32Array.from({ length: WINDOW }, (_, i) => 0.5 * Math.sin((2 * Math.PI * 1_129 * i) / RATE));
  expect(powerOf(pure, 1_129, RATE) / heardIn(pure, RATE).all).toBeGreaterThan(0.95);
  expect(powerOf(pure, 707, RATE) / heardIn(pure, RATE).all).toBeLessThan(0.01);
});

test('the tones are a file that a browser plays', async () => {
  const bytes = new Uint8Array(await toneFile().arrayBuffer());
  expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe('RIFF');
  expect(bytes.length).toBe(44 + toneSamples().byteLength);
});
