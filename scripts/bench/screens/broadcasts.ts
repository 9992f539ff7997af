import { setTimeout as pause } from 'node:timers/promises';
import type { Commander } from '../commander.ts';
import { type Latency, latencyOf, median, rounded, type Spread, spreadOf } from '../figures.ts';
import { cpuMsOf } from '../server-cpu.ts';
import type { BareFanOut } from './bare-fan-out.ts';
import type { CrowdProcess } from './crowd-process.ts';
import { askGauge } from './gauge.ts';
import { commandsDuring, timed } from './moderator.ts';
import { monotonicMs } from './monotonic.ts';
import { observe } from './observe.ts';
import type { Stage } from './stage.ts';

/** One number of screens. Milliseconds; CPU is of the whole server process, all its threads. */
export interface BroadcastFigures {
  readonly screens: number;
  readonly frameBytes: number;
  /** Resident memory of the server for each screen, in KiB, after everything that is not needed was freed. */
  readonly memory: { readonly ours: number; readonly bare: number };
  /** What the server spends in a second in which nothing happens: its questions to the screens, and the beats. */
  readonly atRestCpuMs: number;
  readonly cpuMs: Spread;
  readonly bareCpuMs: Spread;
  readonly cpuRatio: number;
  /** From the command, or from the word to broadcast, less what both take with nobody to tell. */
  readonly lastMs: Spread;
  readonly bareLastMs: Spread;
  /** The command that is broadcast, to its acknowledgement. */
  readonly acknowledged: Latency;
  /** Commands of another conference while one broadcast follows the other. */
  readonly meanwhile: Latency;
  readonly longestBlockMs: number;
  readonly bareLongestBlockMs: number;
}

export interface Halls {
  readonly stage: Stage;
  readonly bare: BareFanOut;
  readonly ours: CrowdProcess;
  readonly theirs: CrowdProcess;
}

const WARM_UP_ROUNDS = 3;
const ROUNDS = 12;
const MAX_ROUNDS = 30;
const AT_REST_MS = 10_000;
const BROADCASTS_MEANWHILE = 10;
const BROADCAST_EVERY_MS = 1_000;

interface Round {
  readonly cpuMs: number;
  readonly lastMs: number;
  readonly acknowledgedMs: number;
  readonly bareCpuMs: number;
  readonly bareLastMs: number;
}

export async function measureBroadcasts(
  halls: Halls,
  screens: number,
  memory: BroadcastFigures['memory'],
): Promise<BroadcastFigures> {
  const frame = await broadcastOnce(halls);
  await halls.bare.say(frame);
  for (let i = 0; i < WARM_UP_ROUNDS; i++) await measureRound(halls, i);
  const rounds = await measureRounds(halls);
  const of = (pick: (round: Round) => number) => rounds.map(pick);
  return {
    screens,
    frameBytes: Buffer.byteLength(frame) + 4,
    memory,
    atRestCpuMs: await atRest(halls.stage.server.pid),
    cpuMs: spreadOf(of(({ cpuMs }) => cpuMs)),
    bareCpuMs: spreadOf(of(({ bareCpuMs }) => bareCpuMs)),
    cpuRatio: rounded(median(of(({ cpuMs }) => cpuMs)) / median(of(({ bareCpuMs }) => bareCpuMs))),
    lastMs: spreadOf(of(({ lastMs }) => lastMs)),
    bareLastMs: spreadOf(of(({ bareLastMs }) => bareLastMs)),
    acknowledged: latencyOf(of(({ acknowledgedMs }) => acknowledgedMs)),
    ...(await measureMeanwhile(halls)),
  };
}

/** On a machine with other work the rounds are so long that a beat falls into most: then there are fewer. */
async function measureRounds(halls: Halls): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  for (let i = 0; i < MAX_ROUNDS && rounds.length < ROUNDS; i++) {
    const round = await measureRound(halls, i);
    if (round !== null) rounds.push(round);
  }
  if (rounds.length === 0) throw new Error('a beat fell into every round: this machine does something else');
  return rounds;
}

async function broadcastOnce(halls: Halls): Promise<string> {
  await broadcast(halls, 0);
  return (await halls.ours.ask({ do: 'frame' })).text;
}

/** Null: the server's own beat went out in the middle of it. Who goes first changes from round to round. */
async function measureRound(halls: Halls, index: number): Promise<Round | null> {
  if (index % 2 === 1) {
    const theirs = await measureBare(halls);
    const ours = await measureOurs(halls, index);
    return ours && { ...ours, ...theirs };
  }
  const ours = await measureOurs(halls, index);
  return ours && { ...ours, ...(await measureBare(halls)) };
}

async function measureOurs(halls: Halls, index: number) {
  const { stage, ours } = halls;
  const { pid } = stage.server;
  const { beats } = await ours.ask({ do: 'beats' });
  const told = await observe(pid, () => broadcast(halls, index));
  const untold = await observe(pid, () => timed(() => commander(stage, index).arm(stage.unseen)), told.ms);
  if ((await ours.ask({ do: 'beats' })).beats !== beats) return null;
  return {
    cpuMs: told.cpuMs - untold.cpuMs,
    lastMs: told.value.lastMs - untold.value,
    acknowledgedMs: told.value.acknowledgedMs,
  };
}

async function measureBare({ bare, theirs }: Halls) {
  const told = await observe(bare.pid, async () => {
    const last = theirs.ask({ do: 'expect' });
    const start = monotonicMs();
    await bare.say('.');
    return (await last).at - start;
  });
  const untold = await observe(bare.pid, () => timed(() => bare.say(',')), told.ms);
  return { bareCpuMs: told.cpuMs - untold.cpuMs, bareLastMs: told.value - untold.value };
}

async function broadcast({ stage, ours }: Halls, turn: number) {
  const last = ours.ask({ do: 'expect' });
  const start = monotonicMs();
  const acknowledgedMs = await timed(() => commander(stage, turn).arm(stage.inView));
  return { acknowledgedMs, lastMs: (await last).at - start };
}

function commander({ commanders }: Stage, turn: number): Commander {
  const found = commanders[turn % commanders.length];
  if (found === undefined) throw new Error('nobody commands');
  return found;
}

async function atRest(pid: number): Promise<number> {
  const before = cpuMsOf(pid);
  await pause(AT_REST_MS);
  return rounded((cpuMsOf(pid) - before) / (AT_REST_MS / 1_000));
}

/** Somebody conducts another conference meanwhile, and the event loops of both servers are watched. */
async function measureMeanwhile(halls: Halls) {
  const { stage, bare, theirs } = halls;
  await askGauge(stage.gauge, 'watch');
  const latencies = await commandsDuring(stage.commanders.slice(1), stage.unseen, async () => {
    for (let i = 0; i < BROADCASTS_MEANWHILE; i++) {
      await Promise.all([broadcast(halls, 0), pause(BROADCAST_EVERY_MS)]);
    }
  });
  const longestBlockMs = rounded(await askGauge(stage.gauge, 'block'));
  await askGauge(bare.gauge, 'watch');
  await pause(100);
  for (let i = 0; i < BROADCASTS_MEANWHILE; i++) {
    await Promise.all([theirs.ask({ do: 'expect' }), bare.say('.'), pause(BROADCAST_EVERY_MS)]);
  }
  const bareLongestBlockMs = rounded(await askGauge(bare.gauge, 'block'));
  return { meanwhile: latencyOf(latencies), longestBlockMs, bareLongestBlockMs };
}
