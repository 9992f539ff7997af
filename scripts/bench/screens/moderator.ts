import type { Commander, Stage as Sources } from '../commander.ts';
import { monotonicMs } from './monotonic.ts';

const EVERY_MS = 50;

/**
 * Commands at a steady pace while the work is done, sent whether the one before was answered or not: a server that
 * stands still for a second must not be asked less.
 */
export async function commandsDuring(
  commanders: readonly Commander[],
  sources: Sources,
  work: () => Promise<unknown>,
): Promise<readonly number[]> {
  const answered: Promise<number>[] = [];
  const send = (): void => {
    const commander = commanders[answered.length % commanders.length];
    if (commander !== undefined) answered.push(timed(() => commander.arm(sources)));
  };
  const sending = setInterval(send, EVERY_MS);
  await work().finally(() => clearInterval(sending));
  return Promise.all(answered);
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = monotonicMs();
  await work();
  return monotonicMs() - start;
}
