import { setTimeout as pause } from 'node:timers/promises';
import { ailment, untilSick } from './livekit-health.ts';
import type { LiveKitEndpoint, LiveKitServer } from './media-state.ts';
import { createStateCell, type StateCell } from './state-cell.ts';

const EVERY_MS = 2_000;

/** One lost answer is no outage. */
const CHECKS = 2;

export function watchExternalLiveKit(external: LiveKitEndpoint, log: (line: string) => void): LiveKitServer {
  const endpoint = { ...external, url: httpUrl(external.url) };
  const cell = createStateCell({ state: 'preparing', step: 'starting', progress: null }, log);
  const closing = new AbortController();
  let wasReady = false;
  cell.onChange(({ state }) => {
    wasReady ||= state === 'ready';
  });
  const watching = watch(endpoint.url, cell, closing.signal).catch((error: unknown) => {
    if (!closing.signal.aborted) log(`watching LiveKit failed: ${String(error)}`);
  });
  return {
    state: cell.get,
    endpoint: () => (wasReady ? endpoint : null),
    onState: cell.onChange,
    close: async () => {
      closing.abort();
      await watching;
    },
  };
}

async function watch(url: string, cell: StateCell, signal: AbortSignal): Promise<void> {
  for (;;) {
    const found = await ailment(url, signal);
    signal.throwIfAborted();
    if (found === null) {
      // Whoever runs it may outlive this server: nothing says that its rooms are others.
      cell.set({ state: 'ready', run: 'external' });
      cell.set({
        state: 'down',
        reason: 'unreachable',
        detail: await untilSick(url, { everyMs: EVERY_MS, checks: CHECKS }, signal),
      });
    } else {
      cell.set({ state: 'down', reason: 'unreachable', detail: found });
    }
    await pause(EVERY_MS, undefined, { signal });
  }
}

/** LiveKit's addresses are often given as clients use them. */
function httpUrl(url: string): string {
  return url.replace(/^ws/, 'http').replace(/\/+$/, '');
}
