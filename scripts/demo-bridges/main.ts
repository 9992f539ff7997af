/**
 * `npm run demo:bridges -- 8`: bridges join the running conference as a hall's machine would, over HTTP, Socket.IO and
 * real WebRTC. Everything is done from outside; the server does not know that they are simulated.
 */
import './quiet-library.ts';
import { setTimeout as pause } from 'node:timers/promises';
import { dispose } from '@livekit/rtc-node';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { healthSchema } from '../../shared/protocol/http.ts';
import { isForThePerson, readServerConfig, ScriptRefused } from '../secretariat/with-seats.ts';
import { centralBridge, chooseBridges } from './choose-bridges.ts';
import { type DemoBridge, startDemoBridge } from './demo-bridge.ts';
import { connectTo, SecretariatDesk } from './secretariat-desk.ts';
import { type ServerHttp, ServerRefusal } from './server-http.ts';
import { startSignallingRelay } from './signalling-relay.ts';
import { demoLines } from './text.ts';

interface Wish {
  readonly count: number;
  readonly withCentral: boolean;
}

const DEFAULT_COUNT = 8;
/** Native libraries that start at the same instant starve each other on a small machine. */
const BETWEEN_BRIDGES_MS = 150;
const FAREWELL_MS = 5_000;

const say = (line: string): void => console.log(line);

function readWish(words: readonly string[]): Wish {
  const rest = words.filter((word) => word !== 'central');
  const count = rest.length === 0 ? DEFAULT_COUNT : Number(rest[0]);
  if (rest.length > 1 || !Number.isInteger(count) || count < 1) throw new ScriptRefused(demoLines.usage);
  return { count, withCentral: rest.length < words.length };
}

function wishedBridges(state: ConferenceState, { count, withCentral }: Wish): readonly Bridge[] {
  const chosen = chooseBridges(state, count);
  if (chosen.length < count) say(demoLines.fewer(count, chosen.length));
  return withCentral ? [...centralBridge(state), ...chosen] : chosen;
}

async function run(wish: Wish, signal: AbortSignal): Promise<void> {
  const { config, origin } = readServerConfig();
  const http = connectTo(config, origin);
  await requireServer(http);
  const desk = await SecretariatDesk.open(http, config);
  const relay = await startSignallingRelay(origin, http.ca);
  const bridges: DemoBridge[] = [];
  try {
    const conference = await desk.findConference();
    if (conference === null) throw new ScriptRefused(demoLines.noConference);
    for (const [index, bridge] of wishedBridges(await desk.stateOf(conference), wish).entries()) {
      if (signal.aborted) break;
      const operator = await desk.seatOperator(conference, bridge);
      bridges.push(startDemoBridge({ http, relay, conference, bridge, index, operator, say }));
      await pause(BETWEEN_BRIDGES_MS, undefined, { signal }).catch(() => undefined);
    }
    say(demoLines.stopHint);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve());
    });
  } finally {
    const farewell = Promise.all(bridges.map((bridge) => bridge.close()));
    await Promise.race([farewell, pause(FAREWELL_MS)]);
    // The server may have gone first; then there is nobody to give the links back to.
    await desk.close().catch(() => undefined);
    await relay.close();
  }
}

async function requireServer(http: ServerHttp): Promise<void> {
  const health = await http.ask(healthSchema, { method: 'GET', path: '/healthz' }).catch((cause: unknown) => {
    throw new ScriptRefused(demoLines.unreachable(http.origin), { cause });
  });
  if (health.media.state !== 'ready') say(demoLines.waitingForMedia);
}

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    say(demoLines.stopping);
    stopping.abort();
  });
}

try {
  await run(readWish(process.argv.slice(2)), stopping.signal);
  await dispose();
  say(demoLines.stopped);
  process.exit(0);
} catch (cause) {
  if (!isForThePerson(cause) && !(cause instanceof ServerRefusal)) throw cause;
  console.error(cause instanceof ServerRefusal ? demoLines.refused(cause.message) : cause.message);
  process.exit(1);
}
