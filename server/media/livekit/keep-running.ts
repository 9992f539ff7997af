import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveKitProgram } from './finder.ts';
import { type ChildRecord, forgetChild, recordChild } from './leftover-child.ts';
import { type LiveKitChild, spawnLiveKit } from './livekit-child.ts';
import { type LiveKitKeys, type LiveKitPorts, liveKitConfig, writeConfig } from './livekit-config.ts';
import { untilHealthy, untilSick } from './livekit-health.ts';
import type { LiveKitEndpoint, LiveKitOptions } from './media-state.ts';
import { pickPorts } from './pick-ports.ts';
import type { StateCell } from './state-cell.ts';

export interface OwnLiveKit {
  readonly options: LiveKitOptions;
  readonly keys: LiveKitKeys;
  readonly record: ChildRecord;
  readonly cell: StateCell;
  readonly signal: AbortSignal;
  readonly onReady: (endpoint: LiveKitEndpoint) => void;
}

const HEALTHY_WITHIN_MS = 30_000;
const LOOK_WHILE_STARTING_MS = 100;

/** Patient: on a machine that is out of breath, ending a LiveKit that still carries sound would make things worse. */
const HUNG = { everyMs: 2_000, checks: 10 };

const STEADY_AFTER_MS = 10_000;
const SHORTEST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;
const FAILURES_UNTIL_DOWN = 5;

/** Clients come back to the ports that they know, so these are given up late. */
const FAILURES_UNTIL_OTHER_PORTS = 3;

/** Runs LiveKit again whenever it ends; returns why, once the program itself can no longer be started. */
export async function keepRunning(own: OwnLiveKit, program: LiveKitProgram): Promise<string> {
  let ports = await pickPorts(own.options, true);
  let failures = 0;
  let wasReady = false;
  own.cell.set({ state: 'preparing', step: 'starting', progress: null });
  for (;;) {
    const end = await runOnce(own, program, ports);
    own.signal.throwIfAborted();
    if (!end.spawned) return end.words;
    wasReady ||= end.healthyMs > 0;
    failures = end.healthyMs > STEADY_AFTER_MS ? 0 : failures + 1;
    own.options.log(`livekit-server ended: ${end.words}`);
    own.cell.set(
      failures < FAILURES_UNTIL_DOWN
        ? { state: 'preparing', step: wasReady ? 'restarting' : 'starting', progress: null }
        : { state: 'down', reason: 'does-not-start', detail: end.words },
    );
    const mayMove = !wasReady || failures > FAILURES_UNTIL_OTHER_PORTS;
    if (mayMove && isPortTaken(end.words)) ports = await pickPorts(own.options, false);
    await pause(Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** failures), undefined, { signal: own.signal });
  }
}

interface RunEnd {
  readonly spawned: boolean;
  /** 0 when it never answered. */
  readonly healthyMs: number;
  readonly words: string;
}

async function runOnce(own: OwnLiveKit, program: LiveKitProgram, ports: LiveKitPorts): Promise<RunEnd> {
  const { configFile } = own.record;
  await writeConfig(configFile, liveKitConfig(own.options, ports, own.keys));
  await program.sweep?.(configFile);
  own.signal.throwIfAborted();
  const child = spawnLiveKit(program, configFile, own.options.log);
  if (child.pid === null) return { spawned: false, healthyMs: 0, words: await child.ended };
  await recordChild(own.record, child.pid);
  const watching = new AbortController();
  try {
    const signal = AbortSignal.any([own.signal, watching.signal]);
    return { spawned: true, ...(await watch(own, child, { url: `http://127.0.0.1:${ports.signalling}`, signal })) };
  } finally {
    watching.abort();
    // Asked to close, it may say goodbye to its rooms; one that hangs would not listen.
    await (own.signal.aborted ? child.stop() : child.kill());
    await forgetChild(own.record);
  }
}

async function watch(
  { cell, keys, onReady }: OwnLiveKit,
  child: LiveKitChild,
  { url, signal }: { readonly url: string; readonly signal: AbortSignal },
): Promise<Omit<RunEnd, 'spawned'>> {
  const failure = await Promise.race([
    untilHealthy(url, LOOK_WHILE_STARTING_MS, signal).then(() => null),
    child.ended,
    pause(HEALTHY_WITHIN_MS, `no answer within ${HEALTHY_WITHIN_MS / 1000} s`, { signal }),
  ]);
  if (failure !== null) return { healthyMs: 0, words: failure };
  const readyAt = performance.now();
  onReady({ url, ...keys });
  cell.set({ state: 'ready', run: randomUUID() });
  const words = await Promise.race([child.ended, untilSick(url, HUNG, signal)]);
  return { healthyMs: performance.now() - readyAt, words };
}

function isPortTaken(words: string): boolean {
  return words.includes('address already in use');
}
