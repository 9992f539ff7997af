import { setTimeout as pause } from 'node:timers/promises';
import { Hall } from './hall.ts';
import type { FanOutJob, FanOutRound, FanOutSamples, Seen } from './load-job.ts';
import { cpuMsOf } from './server-cpu.ts';

const WARM_UP_ROUNDS = 12;
const QUIET_MS = 60;
const SETTLE_MS = 12;

export async function measureFanOut(job: FanOutJob): Promise<FanOutSamples> {
  const hall = await Hall.open(job);
  const rounds: FanOutRound[] = [];
  let disturbed = 0;
  for (const screens of job.sizes) {
    await hall.resizeTo(screens);
    await hall.copyPayload();
    for (let i = 0; i < WARM_UP_ROUNDS; i++) await measureRound(hall, job, i);
    for (let i = 0; i < job.rounds; i++) {
      const beats = hall.beats;
      const round = await measureRound(hall, job, i);
      if (hall.beats === beats) rounds.push({ screens, ...round });
      else disturbed += 1;
    }
  }
  const { frameBytes } = hall;
  hall.close();
  return { frameBytes, rounds, disturbed };
}

/** Who goes first changes from round to round. */
async function measureRound(hall: Hall, { serverPid, rawPid }: FanOutJob, index: number) {
  const ours = async () => ({
    product: await observe(serverPid, () => hall.broadcast()),
    command: await observe(serverPid, () => hall.command()),
  });
  const theirs = async () => ({
    raw: await observe(rawPid, () => hall.broadcastRaw()),
    word: await observe(rawPid, () => hall.wordRaw()),
  });
  if (index % 2 === 0) return { ...(await ours()), ...(await theirs()) };
  return { ...(await theirs()), ...(await ours()) };
}

/** Quiet before and after, so that the process's time is this broadcast's and nobody else's. */
async function observe(pid: number, broadcast: () => Promise<number>): Promise<Seen> {
  await pause(QUIET_MS);
  const cpuBefore = cpuMsOf(pid);
  const start = performance.now();
  const lastAt = await broadcast();
  await pause(SETTLE_MS);
  return { lastMs: lastAt - start, cpuMs: cpuMsOf(pid) - cpuBefore };
}
