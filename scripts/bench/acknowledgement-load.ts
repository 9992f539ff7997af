import { closeSync, fdatasyncSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { Commander } from './commander.ts';
import { type AcknowledgementJob, type AcknowledgementSamples, COMMANDS_A_SIGN_IN } from './load-job.ts';

export const LANES = 32;
const WARM_UP_SIGN_INS = 6;
const SINGLE_SIGN_INS = 20;
const BARE_FILE_BYTES = 4 * 1024 * 1024;

/** Sign-ins that the job needs for one run. */
export const ACKNOWLEDGEMENT_SIGN_INS = WARM_UP_SIGN_INS + SINGLE_SIGN_INS + 3 * LANES;

export async function measureAcknowledgement(job: AcknowledgementJob): Promise<AcknowledgementSamples> {
  const cookies = [...job.cookies];
  const take = (count: number): readonly string[] => cookies.splice(0, count);
  await commandInTurn(job, take(WARM_UP_SIGN_INS), () => 0);
  const bare = createBareWrite(job);
  const { single, beside } = await commandInTurn(job, take(SINGLE_SIGN_INS), bare.write);
  bare.close();
  const bursts = [];
  while (cookies.length >= LANES) bursts.push(await commandAtOnce(job, take(LANES)));
  const samples = bursts.flatMap(({ latencies }) => latencies);
  const seconds = bursts.reduce((sum, burst) => sum + burst.seconds, 0);
  return { single, bare: beside, streamed: samples, streamedPerSecond: samples.length / seconds };
}

/** One command after the other, and after each the bare write: what disturbs the one disturbs the other. */
async function commandInTurn(job: AcknowledgementJob, cookies: readonly string[], bareWrite: () => number) {
  const [single, beside]: [number[], number[]] = [[], []];
  for (const cookie of cookies) {
    const commander = await Commander.open(job.origin, cookie);
    for (let i = 0; i < COMMANDS_A_SIGN_IN; i++) {
      single.push(await timed(() => commander.arm(job)));
      beside.push(bareWrite());
    }
    commander.close();
  }
  return { single, beside };
}

/** As many commands in flight as there are seats, each seat sending its next when the last was acknowledged. */
async function commandAtOnce(job: AcknowledgementJob, cookies: readonly string[]) {
  const commanders = await Promise.all(cookies.map((cookie) => Commander.open(job.origin, cookie)));
  const latencies: number[] = [];
  const start = performance.now();
  await Promise.all(
    commanders.map(async (commander) => {
      for (let i = 0; i < COMMANDS_A_SIGN_IN; i++) latencies.push(await timed(() => commander.arm(job)));
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  for (const commander of commanders) commander.close();
  return { latencies, seconds };
}

/**
 * The same bytes to a file on the same disk, and durable. The file has its length before, as a write-ahead log has after
 * its first checkpoint: a file that grows costs more with every write.
 */
function createBareWrite({ bareFile, bareBytes }: AcknowledgementJob) {
  const fd = openSync(bareFile, 'w');
  writeSync(fd, Buffer.alloc(BARE_FILE_BYTES));
  fsyncSync(fd);
  const line = Buffer.alloc(bareBytes, 'x');
  let at = 0;
  return {
    write: (): number => {
      const start = performance.now();
      writeSync(fd, line, 0, bareBytes, at);
      fdatasyncSync(fd);
      const ms = performance.now() - start;
      at = (at + bareBytes) % (BARE_FILE_BYTES - bareBytes);
      return ms;
    },
    close: () => closeSync(fd),
  };
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
