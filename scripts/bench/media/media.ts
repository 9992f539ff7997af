import { setTimeout as pause } from 'node:timers/promises';
import { quantile, rounded, type Spread, spreadOf } from '../figures.ts';
import { type BenchServer, startServer, untilMediaReady } from '../server-process.ts';
import { type BareLiveKit, openBareLiveKit } from './bare-livekit.ts';
import { launchChromium } from './browser.ts';
import { benchMultiview, type MultiviewFigures } from './multiview.ts';
import { Product } from './product.ts';

/** In milliseconds. */
export interface MediaFigures {
  /** From `callSpeaker` to the called bridge's first frame in sight on the wall; it was the next in line. */
  readonly armedPicture: Spread;
  /** Bare LiveKit: from the wish for an idle camera to its first frame. */
  readonly bareColdPicture: Spread;
  readonly pictureRatio: number;
  /** From `callSpeaker` to the first sound of the called bridge on the wall. */
  readonly sound: Spread;
  /** Bare LiveKit: from the permission to the first sound. */
  readonly bareSound: Spread;
  readonly soundRatio: number;
  /** From `takeSource` of an idle bridge that nobody armed to its first frame on the wall. */
  readonly unarmedPicture: Spread;
  readonly unarmedRatio: number;
  readonly armedP95: number;
  /** Bytes a second that a bridge's connections carry while nobody watches it, from the twelfth second on. */
  readonly bytesAtRest: number;
  readonly multiview: MultiviewFigures;
}

const CYCLES = 10;
/** LiveKit lets a camera that nobody watches fall idle after five seconds, and after ten when it is new. */
const IDLE_MS = 7_500;
const FIRST_IDLE_MS = 12_000;
const AT_REST_MS = 10_000;
const CALM_MS = 1_000;

export async function benchMedia(): Promise<MediaFigures> {
  const server = await startServer({ media: true });
  try {
    await untilMediaReady(server);
    return await withScreens(server);
  } finally {
    await server.close();
  }
}

async function withScreens(server: BenchServer): Promise<MediaFigures> {
  const browser = await launchChromium();
  try {
    const bare = await openBareLiveKit(browser, server.dataDir);
    const product = await Product.open(browser, server);
    await pause(FIRST_IDLE_MS);
    const bytesAtRest = await product.bytesAtRest(AT_REST_MS);
    await product.standInLine();
    // The first of everything warms up the browser, and is not counted.
    await measureCycle(bare, product);
    const cycles = [];
    for (let i = 0; i < CYCLES; i++) cycles.push(await measureCycle(bare, product));
    await product.close();
    await bare.close();
    return {
      ...figuresOf(cycles),
      bytesAtRest: Math.round(bytesAtRest),
      multiview: await benchMultiview(browser, server),
    };
  } finally {
    await browser.close();
  }
}

type Cycle = Awaited<ReturnType<typeof measureCycle>>;

/** Product and bare in turn, each while the other is at rest and was for long enough. */
async function measureCycle(bare: BareLiveKit, product: Product) {
  const called = await product.call();
  await pause(CALM_MS);
  await product.endSpeech();
  await product.turnAway();
  await pause(CALM_MS);
  const barePictureMs = await bare.coldPicture();
  const bareSoundMs = await bare.firstSound();
  await pause(IDLE_MS);
  const unarmedMs = await product.takeUnarmed();
  await product.standInLine();
  await pause(CALM_MS);
  return { barePictureMs, bareSoundMs, unarmedMs, ...called };
}

function figuresOf(cycles: readonly Cycle[]): Omit<MediaFigures, 'bytesAtRest' | 'multiview'> {
  const of = (pick: (cycle: Cycle) => number): Spread => spreadOf(cycles.map(pick));
  const armedPicture = of(({ pictureMs }) => pictureMs);
  const bareColdPicture = of(({ barePictureMs }) => barePictureMs);
  const unarmedPicture = of(({ unarmedMs }) => unarmedMs);
  const sound = of(({ soundMs }) => soundMs);
  const bareSound = of(({ bareSoundMs }) => bareSoundMs);
  return {
    armedPicture,
    bareColdPicture,
    pictureRatio: rounded(armedPicture.median / bareColdPicture.median),
    sound,
    bareSound,
    soundRatio: rounded(sound.median / bareSound.median),
    unarmedPicture,
    unarmedRatio: rounded(unarmedPicture.median / bareColdPicture.median),
    armedP95: rounded(
      quantile(
        cycles.map(({ pictureMs }) => pictureMs),
        0.95,
      ),
    ),
  };
}
