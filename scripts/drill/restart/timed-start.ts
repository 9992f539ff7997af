import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { healthSchema } from '../../../shared/protocol/http.ts';
import { snapshotSchema } from '../../../shared/protocol/patch.ts';
import { startChild, stopChild } from '../../bench/children.ts';
import { SeatSocket } from '../../bench/seat-socket.ts';
import { nowhere, ROOT, signIn } from '../../bench/server-process.ts';
import type { BuiltJournal } from './build-journal.ts';

export interface TimedStart {
  /** From the start of the process, in milliseconds. */
  readonly healthMs: number;
  /** Signed in, connected, greeted; NaN where there is no conference. */
  readonly helloMs: number;
  readonly checkedMs: number;
  /** At its highest, in megabytes. */
  readonly rssMb: number;
  /** The last line that the server has folded. */
  readonly seq: number;
  readonly damages: number;
}

const ANSWERS_WITHIN_MS = 300_000;
const LOOK_MS = 20;
const CHECKED = /^diemcau_journal_checked_timestamp_seconds (\S+)$/m;

/** Starts the real server on the folder, measures until it has looked its journal through, and stops it. */
export async function timedStart(
  dataDir: string,
  built: BuiltJournal | null,
  signal: AbortSignal,
): Promise<TimedStart> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const env = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: '', DEMO: 'off', DATA_DIR: dataDir };
  const child = startChild(join(ROOT, 'server', 'main.ts'), { env: { ...env, LOG_LEVEL: 'error', ...nowhere() } });
  child.stdout.resume();
  const since = (): number => performance.now() - began;
  const until = async (does: () => Promise<boolean>): Promise<number> => {
    while (since() < ANSWERS_WITHIN_MS && child.exitCode === null) {
      signal.throwIfAborted();
      if (await does().catch(() => false)) return since();
      await pause(LOOK_MS);
    }
    throw new Error('the server does not answer');
  };
  try {
    const healthMs = await until(async () => (await fetch(`${origin}/healthz`)).ok);
    const seq = built === null ? 0 : await greeted(origin, built);
    const helloMs = built === null ? Number.NaN : since();
    const checkedMs = await until(async () => Number(CHECKED.exec(await textOf(`${origin}/metrics`))?.[1]) > 0);
    const { journal } = healthSchema.parse(JSON.parse(await textOf(`${origin}/healthz`)));
    return { healthMs, helloMs, checkedMs, seq, damages: journal.damages.length, rssMb: peakMb(child.pid ?? 0) };
  } finally {
    await stopChild(child);
  }
}

const helloAnswer = z.object({ ok: z.literal(true) });

/** As a screen of the secretariat comes back; the state is asked for afterwards, to know how far it goes. */
async function greeted(origin: string, { conference, token }: BuiltJournal): Promise<number> {
  const { cookie } = await signIn(origin, token);
  const seat = await SeatSocket.open({ origin, cookie, onEvent: () => undefined });
  helloAnswer.parse(JSON.parse(await seat.ask('hello', { conference, since: {} })));
  seat.close();
  const response = await fetch(`${origin}/api/conferences/${conference}/snapshot`, { headers: { cookie } });
  return snapshotSchema.parse(await response.json()).seq;
}

const textOf = async (url: string): Promise<string> => (await fetch(url)).text();

function peakMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1_024;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
