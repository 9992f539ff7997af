import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createSearch, findLiveKit } from './find-livekit.ts';
import type { Finder, Search } from './finder.ts';
import { keepRunning, type OwnLiveKit } from './keep-running.ts';
import { endLeftoverChild } from './leftover-child.ts';
import { generateKeys } from './livekit-config.ts';
import type { LiveKitEndpoint, LiveKitOptions, LiveKitServer } from './media-state.ts';
import { createStateCell } from './state-cell.ts';

/** Somebody may install what was missing: it is taken up without a restart. */
const SEARCH_AGAIN_MS = 60_000;
const SEARCH_AGAIN_AT_MOST_MS = 900_000;
const LOOK_AGAIN_MS = 5_000;

export function runOwnLiveKit(options: LiveKitOptions, finders: readonly Finder[]): LiveKitServer {
  const closing = new AbortController();
  const runDir = resolve(options.runDir);
  let endpoint: LiveKitEndpoint | null = null;
  const own: OwnLiveKit = {
    options,
    keys: generateKeys(),
    record: { pidFile: join(runDir, 'livekit.pid'), configFile: join(runDir, 'livekit.yaml') },
    cell: createStateCell({ state: 'preparing', step: 'searching', progress: null }, options.log),
    signal: closing.signal,
    onReady: (ready) => {
      endpoint = ready;
    },
  };
  const running = untilClosed(own, finders);
  return {
    state: own.cell.get,
    endpoint: () => endpoint,
    onState: own.cell.onChange,
    close: async () => {
      closing.abort();
      await running;
    },
  };
}

/** Whatever goes wrong while LiveKit is looked after, the conference goes on without pictures and this tries again. */
async function untilClosed(own: OwnLiveKit, finders: readonly Finder[]): Promise<void> {
  while (!own.signal.aborted) {
    try {
      await lookAfter(own, finders);
    } catch (error) {
      if (own.signal.aborted) return;
      const detail = error instanceof Error ? error.message : String(error);
      own.cell.set({ state: 'down', reason: 'does-not-start', detail });
      await pause(LOOK_AGAIN_MS, undefined, { signal: own.signal }).catch(() => undefined);
    }
  }
}

async function lookAfter(own: OwnLiveKit, finders: readonly Finder[]): Promise<never> {
  let searches = 0;
  for (;;) {
    const result = await findLiveKit(searchOf(own, searches === 0), finders);
    if (!result.found) {
      own.cell.set({ state: 'down', reason: result.reason, detail: result.detail });
      const wait = Math.min(SEARCH_AGAIN_AT_MOST_MS, SEARCH_AGAIN_MS * 2 ** searches);
      searches += 1;
      await pause(wait, undefined, { signal: own.signal });
      continue;
    }
    searches = 0;
    await endLeftover(own);
    const detail = await keepRunning(own, result.program);
    own.cell.set({ state: 'down', reason: 'does-not-start', detail });
    await pause(LOOK_AGAIN_MS, undefined, { signal: own.signal });
  }
}

async function endLeftover({ record, options }: OwnLiveKit): Promise<void> {
  const leftover = await endLeftoverChild(record);
  if (leftover === 'in use') throw new Error(`another server runs LiveKit from ${options.runDir}`);
  if (leftover === 'ended') options.log('ended a livekit-server that a killed server had left behind');
}

/** Later searches are quiet until they find something to do: a page that says "searching" each minute helps nobody. */
function searchOf({ options, cell, signal }: OwnLiveKit, isFirst: boolean): Search {
  return createSearch({
    cacheDir: resolve(options.cacheDir),
    signal,
    report: (step, progress) => {
      if (step === 'searching' && !isFirst) return;
      cell.set({ state: 'preparing', step, progress: progress === null ? null : Math.round(progress * 100) / 100 });
    },
  });
}
