import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { firstLine, startChild, stopChild } from '../children.ts';
import { type Latency, latencyOf, median, rounded } from '../figures.ts';
import { cpuMsOf } from '../server-cpu.ts';
import { CrowdProcess } from './crowd-process.ts';
import { askGauge, gaugeEnv } from './gauge.ts';
import type { Storm } from './load-job.ts';
import { commandsDuring } from './moderator.ts';
import { prepareStage, type Stage } from './stage.ts';

/** Every line is cut at once, and all come back as pages do. CPU is milliseconds for each screen. */
export interface StormFigures {
  readonly screens: number;
  /** Of the state as JSON, and packed. */
  readonly stateBytes: number;
  readonly packedBytes: number;
  readonly whole: StormFigure;
  readonly bareWhole: StormFigure;
  readonly wholeRatio: number;
  /** The same, but what they have is still what there is. */
  readonly resumed: StormFigure;
  readonly bareResumed: StormFigure;
  readonly resumedRatio: number;
  /** Commands of another conference while the screens come back for the whole state. */
  readonly meanwhile: Latency;
  readonly longestBlockMs: number;
}

export interface StormFigure {
  readonly cpuMs: number;
  readonly medianMs: number;
  readonly lastMs: number;
  readonly failed: number;
}

/** Each twice, in turn: the first of a process compiles what the second runs. */
const STORMS = 2;
const CALM_MS = 3_000;

interface Side {
  readonly pid: number;
  readonly gauge: string;
  readonly crowd: CrowdProcess;
  readonly seq: number;
}

export async function measureStorms(screens: number, folder: string): Promise<StormFigures> {
  const stage = await prepareStage(folder);
  const packed = gzipSync(stage.state, { level: 1 });
  const bare = await startBareStorm(folder, packed);
  const ours = new CrowdProcess(stage.job);
  const theirs = new CrowdProcess({ ...stage.job, origin: bare.origin, token: null });
  try {
    for (const crowd of [ours, theirs]) await crowd.ask({ do: 'open', screens });
    const us: Side = { pid: stage.server.pid, gauge: stage.gauge, crowd: ours, seq: stage.job.seq };
    const them: Side = { pid: bare.pid, gauge: bare.gauge, crowd: theirs, seq: stage.job.seq };
    const [whole, bareWhole] = await inTurn(us, them, { screens, isWhole: true });
    const [resumed, bareResumed] = await inTurn(us, them, { screens, isWhole: false });
    return {
      screens,
      stateBytes: Buffer.byteLength(stage.state),
      packedBytes: packed.length,
      whole,
      bareWhole,
      wholeRatio: rounded(whole.cpuMs / bareWhole.cpuMs),
      resumed,
      bareResumed,
      resumedRatio: rounded(resumed.cpuMs / bareResumed.cpuMs),
      ...(await measureMeanwhile(stage, us)),
    };
  } finally {
    await Promise.all([ours.close(), theirs.close()]);
    await Promise.all([bare.close(), stage.close()]);
  }
}

interface Kind {
  readonly screens: number;
  readonly isWhole: boolean;
}

async function inTurn(us: Side, them: Side, kind: Kind): Promise<readonly [StormFigure, StormFigure]> {
  const [ours, theirs]: [StormFigure[], StormFigure[]] = [[], []];
  for (let seed = 1; seed <= STORMS; seed++) {
    theirs.push(await storm(them, kind, seed));
    ours.push(await storm(us, kind, seed));
  }
  return [typical(ours), typical(theirs)];
}

async function storm({ pid, crowd, seq }: Side, { screens, isWhole }: Kind, seed: number): Promise<StormFigure> {
  await pause(CALM_MS);
  const before = cpuMsOf(pid);
  const { medianMs, lastMs, failed }: Storm = await crowd.ask({ do: 'storm', seed, since: isWhole ? null : seq });
  return { cpuMs: (cpuMsOf(pid) - before) / screens, medianMs, lastMs, failed };
}

const typical = (storms: readonly StormFigure[]): StormFigure => {
  const of = (pick: (one: StormFigure) => number): number => rounded(median(storms.map(pick)));
  return {
    cpuMs: of(({ cpuMs }) => cpuMs),
    medianMs: of(({ medianMs }) => medianMs),
    lastMs: of(({ lastMs }) => lastMs),
    failed: of(({ failed }) => failed),
  };
};

async function measureMeanwhile({ commanders, unseen }: Stage, { crowd, gauge }: Side) {
  await pause(CALM_MS);
  await askGauge(gauge, 'watch');
  const latencies = await commandsDuring(commanders, unseen, () => crowd.ask({ do: 'storm', seed: 99, since: null }));
  return { meanwhile: latencyOf(latencies), longestBlockMs: rounded(await askGauge(gauge, 'block')) };
}

async function startBareStorm(folder: string, packed: Buffer) {
  const [state, gauge] = [join(folder, 'state.gz'), join(folder, 'storm.gauge')];
  writeFileSync(state, packed);
  const file = fileURLToPath(new URL('./bare-storm-server.ts', import.meta.url));
  const child = startChild(file, { core: 0, env: { ...gaugeEnv(gauge), BENCH_STATE: state } });
  const port = await firstLine(child, (line) => /^port (\d+)$/.exec(line)?.[1] ?? null);
  return { pid: child.pid ?? 0, origin: `http://127.0.0.1:${port}`, gauge, close: () => stopChild(child) };
}
