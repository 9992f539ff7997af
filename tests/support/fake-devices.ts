import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The colours of the halls, far apart even after a lossy codec. */
export const COLOURS = {
  red: [200, 40, 40],
  green: [40, 170, 60],
  blue: [50, 70, 210],
  yellow: [220, 200, 50],
  magenta: [190, 50, 190],
} as const;
export type Colour = keyof typeof COLOURS;

const [WIDTH, HEIGHT, FRAMES] = [320, 180, 10];
const HEADER = `YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`;

/** A film of one second in one colour, with a bar that moves, so that a still picture can be told from a live one. */
export function solidCamera(folder: string, colour: Colour): string {
  const file = join(folder, `${colour}.y4m`);
  const frames = Array.from({ length: FRAMES }, (_, index) => [Buffer.from('FRAME\n'), frame(colour, index)]).flat();
  writeFileSync(file, Buffer.concat([Buffer.from(HEADER), ...frames]));
  return file;
}

function frame(colour: Colour, index: number): Buffer {
  const [r, g, b] = COLOURS[colour];
  const y = 0.299 * r + 0.587 * g + 0.114 * b;
  const luma = Buffer.alloc(WIDTH * HEIGHT, Math.round(y));
  const left = (WIDTH / FRAMES) * index;
  for (let row = HEIGHT - 8; row < HEIGHT; row++) luma.fill(235, row * WIDTH + left, row * WIDTH + left + 32);
  const quarter = (WIDTH * HEIGHT) / 4;
  const blue = Buffer.alloc(quarter, Math.round(128 + 0.564 * (b - y)));
  const red = Buffer.alloc(quarter, Math.round(128 + 0.713 * (r - y)));
  return Buffer.concat([luma, blue, red]);
}

/** A lens that is covered: black, frame after frame. */
export function coveredCamera(folder: string): string {
  const file = join(folder, 'covered.y4m');
  const quarter = (WIDTH * HEIGHT) / 4;
  const black = Buffer.concat([
    Buffer.from('FRAME\n'),
    Buffer.alloc(WIDTH * HEIGHT, 16),
    Buffer.alloc(2 * quarter, 128),
  ]);
  writeFileSync(file, Buffer.concat([Buffer.from(HEADER), ...Array.from({ length: FRAMES }, () => black)]));
  return file;
}

/** A picture that stands still, as of a camera that hangs. */
export function stuckCamera(folder: string, colour: Colour): string {
  const file = join(folder, `stuck-${colour}.y4m`);
  const still = Buffer.concat([Buffer.from('FRAME\n'), frame(colour, 0)]);
  writeFileSync(file, Buffer.concat([Buffer.from(HEADER), ...Array.from({ length: FRAMES }, () => still)]));
  return file;
}

const SAMPLE_RATE = 48_000;
const SECONDS = 2;

/** Short tones of one pitch: a steady one would be taken for noise and filtered out. */
export function beepingMicrophone(folder: string, hertz: number): string {
  const file = join(folder, `${hertz}.wav`);
  const samples = Int16Array.from({ length: SAMPLE_RATE * SECONDS }, (_, i) => {
    const seconds = i / SAMPLE_RATE;
    return seconds % 0.5 < 0.3 ? Math.round(16_000 * Math.sin(2 * Math.PI * hertz * seconds)) : 0;
  });
  writeFileSync(file, Buffer.concat([wavHeader(samples.byteLength), Buffer.from(samples.buffer)]));
  return file;
}

/** A microphone that says it works and sends nothing. */
export function deadMicrophone(folder: string): string {
  const file = join(folder, 'dead.wav');
  const samples = new Int16Array(SAMPLE_RATE * SECONDS);
  writeFileSync(file, Buffer.concat([wavHeader(samples.byteLength), Buffer.from(samples.buffer)]));
  return file;
}

function wavHeader(bytes: number): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // mono
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(bytes, 40);
  return header;
}
