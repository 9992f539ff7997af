import type { Page } from 'playwright-core';
import type { DocumentId } from '../../shared/domain/ids.ts';
import { double, element, u32 } from './clip-files.ts';
import { COLOURS, type Colour } from './fake-devices.ts';
import type { HeldConference } from './held-conference.ts';
import { sendDocument } from './sent-slides.ts';

const [WIDTH, HEIGHT, RATE] = [320, 180, 10];
const FRAME_MS = 1_000 / RATE;

interface Part {
  readonly colour: Colour;
  readonly seconds: number;
}

/** Sends a film of these parts, and resolves when it can be laid on the desk. The page's browser encodes it. */
export async function uploadFilm(held: HeldConference, page: Page, parts: readonly Part[]): Promise<DocumentId> {
  const colours = parts.flatMap(({ colour, seconds }) => Array.from({ length: seconds * RATE }, () => COLOURS[colour]));
  const frames = await page.evaluate(encode, { colours, width: WIDTH, height: HEIGHT, rate: RATE });
  const bytes = muxed(frames.map((frame) => Buffer.from(frame, 'base64')));
  return sendDocument(held, { name: 'Phim màu.webm', type: 'video/webm', bytes });
}

interface Film {
  readonly colours: readonly (readonly number[])[];
  readonly width: number;
  readonly height: number;
  readonly rate: number;
}

/** Runs in the page. The first frame of every second stands alone; a bar moves, so that no frame is like another. */
async function encode({ colours, width, height, rate }: Film): Promise<string[]> {
  const frames: string[] = [];
  const encoder = new VideoEncoder({
    output: (chunk) => {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      frames.push(btoa(String.fromCharCode(...bytes)));
    },
    error: (fault) => {
      throw fault;
    },
  });
  encoder.configure({ codec: 'vp8', width, height, bitrate: 300_000, framerate: rate });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  for (const [index, colour] of colours.entries()) {
    if (context === null) throw new Error('no canvas');
    context.fillStyle = `rgb(${colour.join(' ')})`;
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#fff';
    context.fillRect((index * 8) % width, height - 8, 8, 8);
    const frame = new VideoFrame(canvas, { timestamp: (index * 1_000_000) / rate });
    encoder.encode(frame, { keyFrame: index % rate === 0 });
    frame.close();
  }
  await encoder.flush();
  return frames;
}

/** A WebM with a cluster a second. */
function muxed(frames: readonly Buffer[]): Buffer {
  const facts = element(
    0x1549a966,
    element(0x2ad7b1, u32(1_000_000)),
    element(0x4489, double(frames.length * FRAME_MS)),
    element(0x4d80, Buffer.from('thu')),
    element(0x5741, Buffer.from('thu')),
  );
  const video = element(0xe0, element(0xb0, u32(WIDTH)), element(0xba, u32(HEIGHT)));
  const track = element(
    0xae,
    element(0xd7, Buffer.of(1)),
    element(0x73c5, Buffer.of(1)),
    element(0x83, Buffer.of(1)),
    element(0x86, Buffer.from('V_VP8')),
    video,
  );
  const clusters = Array.from({ length: Math.ceil(frames.length / RATE) }, (_, second) =>
    element(
      0x1f43b675,
      element(0xe7, u32(second * 1_000)),
      ...frames.slice(second * RATE, (second + 1) * RATE).map(block),
    ),
  );
  const head = element(
    0x1a45dfa3,
    element(0x4286, Buffer.of(1)),
    element(0x42f7, Buffer.of(1)),
    element(0x42f2, Buffer.of(4)),
    element(0x42f3, Buffer.of(8)),
    element(0x4282, Buffer.from('webm')),
    element(0x4287, Buffer.of(2)),
    element(0x4285, Buffer.of(2)),
  );
  return Buffer.concat([head, element(0x18538067, facts, element(0x1654ae6b, track), ...clusters)]);
}

function block(frame: Buffer, place: number): Buffer {
  const head = Buffer.of(0x81, 0, 0, place === 0 ? 0x80 : 0);
  head.writeInt16BE(place * FRAME_MS, 1);
  return element(0xa3, head, frame);
}

/** Where the clip stands on this page against the clock of the machine, from frames that were shown; null: none was. */
export const clipAgainstClock = (page: Page): Promise<number | null> =>
  page.evaluate(async () => {
    const video = document.querySelector<HTMLVideoElement>('.picture-clip');
    if (video === null) return null;
    const found: number[] = [];
    const end = performance.now() + 1_500;
    while (performance.now() < end) {
      const shown = new Promise<number>((resolve) => {
        video.requestVideoFrameCallback((_, { mediaTime, expectedDisplayTime }) =>
          resolve(mediaTime * 1_000 - performance.timeOrigin - expectedDisplayTime),
        );
      });
      const one = await Promise.race([shown, new Promise<null>((resolve) => setTimeout(() => resolve(null), 500))]);
      if (one !== null) found.push(one);
    }
    return found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? null;
  });
