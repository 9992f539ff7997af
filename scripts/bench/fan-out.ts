import { fileURLToPath } from 'node:url';
import { MAX_LINES } from '../../server/transport/socket/lines-of-sign-ins.ts';
import { createBenchConference } from './bench-conference.ts';
import { firstLine, startChild, stopChild } from './children.ts';
import { median, type Spread, spreadOf } from './figures.ts';
import type { FanOutRound, FanOutSamples, Seen } from './load-job.ts';
import { loadFanOut } from './run-load.ts';
import { type BenchServer, invite, signIn, signInMany, startServer } from './server-process.ts';

/** One number of screens. Milliseconds; CPU is of the whole server process, all its threads. */
export interface FanOutFigures {
  readonly screens: number;
  readonly frameBytes: number;
  readonly rounds: number;
  /** From the commit to the last screen: what a watched command takes longer than an unwatched one to its answer. */
  readonly lastMs: Spread;
  readonly rawLastMs: Spread;
  /** The whole command, the command without a screen, and the difference of the two. */
  readonly commandAndFanOutCpuMs: Spread;
  readonly commandCpuMs: Spread;
  readonly fanOutCpuMs: Spread;
  readonly rawCpuMs: Spread;
  /** Of the fan-out alone, and with the command in it; each run of the two servers gives one ratio. */
  readonly cpuRatio: Spread;
  readonly cpuRatioWithCommand: Spread;
}

/** The larger first: what it warms up in both servers serves the smaller, where little code runs seldom. */
const SIZES = [1_000, 65];
const RUNS = 3;
const ROUNDS = 24;
const COMMANDERS = 4;

/** Fresh processes for each run: how the two servers' code was compiled and laid out differs from start to start. */
export async function benchFanOut(): Promise<readonly FanOutFigures[]> {
  const runs: FanOutSamples[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await runOnce());
  return SIZES.toReversed().map((screens) => figuresOf(screens, runs));
}

async function runOnce(): Promise<FanOutSamples> {
  const server = await startServer({ core: 0, media: false });
  const raw = startChild(fileURLToPath(new URL('./raw-ws-server.ts', import.meta.url)), { core: 0 });
  try {
    const rawPort = await firstLine(raw, (line) => /^port (\d+)$/.exec(line)?.[1] ?? null);
    return await loadFanOut({
      kind: 'fanOut',
      ...(await prepareStage(server)),
      serverPid: server.pid,
      rawUrl: `ws://127.0.0.1:${rawPort}`,
      rawPid: raw.pid ?? 0,
      sizes: SIZES,
      rounds: ROUNDS,
    });
  } finally {
    await Promise.all([server.close(), stopChild(raw)]);
  }
}

async function prepareStage(server: BenchServer) {
  const { origin } = server;
  const { first, all } = await signInMany(server, COMMANDERS);
  const [watched, empty] = [await createBenchConference(origin, first), await createBenchConference(origin, first)];
  const { token } = await invite(server, first, watched.id, { seat: 'wall', bridgeId: null });
  const wallCookies: string[] = [];
  while (wallCookies.length * MAX_LINES < Math.max(...SIZES)) wallCookies.push((await signIn(origin, token)).cookie);
  return {
    origin,
    conference: watched.id,
    seq: watched.seq,
    bridges: watched.bridges.slice(0, 2),
    emptyConference: empty.id,
    emptyBridges: empty.bridges.slice(0, 2),
    cookies: all.map(({ cookie }) => cookie),
    wallCookies,
  };
}

function figuresOf(screens: number, runs: readonly FanOutSamples[]): FanOutFigures {
  const byRun = runs.map(({ rounds }) => ownShares(rounds.filter((round) => round.screens === screens)));
  const all = byRun.flat();
  const of = (pick: (share: Share) => number): Spread => spreadOf(all.map(pick));
  const ratio = (ours: (share: Share) => number): Spread =>
    spreadOf(byRun.map((run) => median(run.map(ours)) / median(run.map(({ rawCpuMs }) => rawCpuMs))));
  return {
    screens,
    frameBytes: runs[0]?.frameBytes ?? 0,
    rounds: all.length,
    lastMs: of(({ lastMs }) => lastMs),
    rawLastMs: of(({ rawLastMs }) => rawLastMs),
    commandAndFanOutCpuMs: of(({ wholeCpuMs }) => wholeCpuMs),
    commandCpuMs: of(({ commandCpuMs }) => commandCpuMs),
    fanOutCpuMs: of(({ fanOutCpuMs }) => fanOutCpuMs),
    rawCpuMs: of(({ rawCpuMs }) => rawCpuMs),
    cpuRatio: ratio(({ fanOutCpuMs }) => fanOutCpuMs),
    cpuRatioWithCommand: ratio(({ wholeCpuMs }) => wholeCpuMs),
  };
}

type Share = ReturnType<typeof ownShares>[number];

/** The rounds of one run, less what the command, or the word to broadcast, takes by itself in its median round. */
function ownShares(rounds: readonly FanOutRound[]) {
  const typical = (pick: (round: FanOutRound) => Seen): Seen => ({
    lastMs: median(rounds.map((round) => pick(round).lastMs)),
    cpuMs: median(rounds.map((round) => pick(round).cpuMs)),
  });
  const [command, word] = [typical((round) => round.command), typical((round) => round.word)];
  return rounds.map((round) => ({
    lastMs: round.product.lastMs - command.lastMs,
    rawLastMs: round.raw.lastMs - word.lastMs,
    wholeCpuMs: round.product.cpuMs,
    commandCpuMs: round.command.cpuMs,
    fanOutCpuMs: round.product.cpuMs - command.cpuMs,
    rawCpuMs: round.raw.cpuMs - word.cpuMs,
  }));
}
