import { setTimeout as pause } from 'node:timers/promises';
import { cpuMsOf } from '../server-cpu.ts';
import { monotonicMs } from './monotonic.ts';

const QUIET_MS = 80;
const SETTLE_MS = 15;

export interface Seen<T> {
  readonly value: T;
  readonly cpuMs: number;
  /** From the beginning of the work until the process was looked at again. */
  readonly ms: number;
}

/**
 * What the process spends while the work is done, and for at least so long: what it does at rest (it asks each screen
 * whether it is still there) is taken out by a second look that takes as long.
 */
export async function observe<T>(pid: number, work: () => Promise<T>, atLeastMs = 0): Promise<Seen<T>> {
  await pause(QUIET_MS);
  const before = cpuMsOf(pid);
  const start = monotonicMs();
  const value = await work();
  await pause(Math.max(SETTLE_MS, atLeastMs - (monotonicMs() - start)));
  return { value, cpuMs: cpuMsOf(pid) - before, ms: monotonicMs() - start };
}
