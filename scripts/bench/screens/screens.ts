import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rounded } from '../figures.ts';
import { startBareFanOut } from './bare-fan-out.ts';
import { type BroadcastFigures, measureBroadcasts } from './broadcasts.ts';
import { CrowdProcess } from './crowd-process.ts';
import { askGauge } from './gauge.ts';
import { ADDRESSES, prepareStage } from './stage.ts';
import { measureStorms, type StormFigures } from './storm.ts';

export interface ScreensFigures {
  readonly broadcasts: readonly BroadcastFigures[];
  readonly storm: StormFigures;
}

export const SIZES: readonly number[] = [4_000, 10_000, 19_000];
/** A larger storm than this belongs to more than one node. */
const STORM_SCREENS = 10_000;
const FIRST_SCREENS = 200;
/** Files, the journal, sockets of the bench's own. */
const OTHER_DESCRIPTORS = 300;

export async function benchScreens(sizes: readonly number[]): Promise<ScreensFigures> {
  const largest = Math.max(...sizes);
  requireDescriptors(largest + OTHER_DESCRIPTORS);
  const folder = mkdtempSync(join(tmpdir(), 'bench-screens-'));
  try {
    const broadcasts = await measureSizes(
      sizes.toSorted((a, b) => a - b),
      folder,
    );
    return { broadcasts, storm: await measureStorms(Math.min(largest, STORM_SCREENS), folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureSizes(sizes: readonly number[], folder: string): Promise<readonly BroadcastFigures[]> {
  const [stage, bare] = [await prepareStage(folder), await startBareFanOut(folder)];
  const ours = new CrowdProcess(stage.job);
  const theirs = new CrowdProcess({ speaks: 'ws', origin: bare.origin, addresses: [...ADDRESSES] });
  try {
    const figures: BroadcastFigures[] = [];
    const memory = () => Promise.all([askGauge(stage.gauge, 'rss'), askGauge(bare.gauge, 'rss')]);
    const open = async (screens: number): Promise<void> => {
      for (const crowd of [ours, theirs]) await crowd.ask({ do: 'open', screens });
    };
    // What a process takes once, whoever comes, is not the screens'.
    await open(FIRST_SCREENS);
    const before = await memory();
    for (const screens of sizes) {
      await open(screens);
      const after = await memory();
      const perScreen = (side: 0 | 1): number =>
        rounded((after[side] - before[side]) / 1_024 / (screens - FIRST_SCREENS));
      const halls = { stage, bare, ours, theirs };
      figures.push(await measureBroadcasts(halls, screens, { ours: perScreen(0), bare: perScreen(1) }));
    }
    return figures;
  } finally {
    await Promise.all([ours.close(), theirs.close()]);
    await Promise.all([bare.close(), stage.close()]);
  }
}

/** Each screen is a descriptor of the server and one of the load; node raises its limit to what it may be at the most. */
function requireDescriptors(wanted: number): void {
  if (process.platform !== 'linux') throw new Error('the screens are measured on Linux');
  const allowed = /^Max open files\s+\d+\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  if (allowed !== undefined && Number(allowed) < wanted) {
    throw new Error(`a process may have ${allowed} descriptors here and needs ${wanted}: choose fewer with --screens`);
  }
}
