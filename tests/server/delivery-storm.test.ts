import { monitorEventLoopDelay } from 'node:perf_hooks';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RECONNECTION } from '../../client/sync/socket-line.ts';
import { unpack } from '../../client/sync/unpack.ts';
import { Pace } from '../../server/transport/socket/pace.ts';
import type { HelloAck } from '../../shared/protocol/hello.ts';
import { tellFigure } from '../support/tell-figure.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
  type TestSocket,
} from '../support/test-server.ts';
import { until } from '../support/until.ts';

const SCREENS = 100;
/** A bound that a machine with other work keeps too; the aim is 5 s (docs/faults.md, X08). */
const BACK_WITHIN_MS = 30_000;

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

interface Screen {
  readonly socket: TestSocket;
  /** How far it is; null: it has nothing. */
  seq: number | null;
  /** When it was in step after its last hello. */
  backAt: number | null;
}

/** With the client's own rules for coming back. Every other one has forgotten what it had. */
function openScreen(cookie: string, forgetful: boolean): Screen {
  const options = { ...RECONNECTION, transports: ['websocket'], forceNew: true };
  const socket: TestSocket = io(server.origin, { ...options, extraHeaders: { cookie, origin: server.origin } });
  const screen: Screen = { socket, seq: null, backAt: null };
  socket.on('snapshot', (snapshot) => {
    void unpack(snapshot).then(({ seq }) => {
      screen.seq = seq;
    });
  });
  socket.on('patch', ({ through }) => {
    screen.seq = through;
  });
  socket.on('connect', () => {
    const since = forgetful || screen.seq === null ? {} : { public: screen.seq };
    socket.emit('hello', { conference: conference.id, since, packed: true }, (ack: HelloAck) => {
      if (ack.ok) screen.backAt = performance.now();
    });
  });
  return screen;
}

/** By one link, each in a browser of its own. */
async function signInAll(): Promise<readonly Caller[]> {
  const { token } = await server.mint({ seat: 'viewer', conference: conference.id });
  const viewers = Array.from({ length: SCREENS }, () => new Caller(server.origin));
  await Promise.all(viewers.map((viewer) => viewer.signIn(token)));
  return viewers;
}

test('[DLV7] a hundred screens lose their lines at once: all are back in step, and a command waits no longer', async () => {
  const viewers = await signInAll();
  const screens = viewers.map(({ cookies }, index) => openScreen(cookies.join('; '), index % 2 === 0));
  const areBack = () => screens.every(({ backAt, seq }) => backAt !== null && seq !== null);
  await until('all are in', BACK_WITHIN_MS, areBack);
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  const cutAt = performance.now();
  for (const screen of screens) {
    screen.backAt = null;
    screen.socket.io.engine.close();
  }
  const told = await secretariat.command(conference.id, { type: 'armSource', source: { kind: 'hold' } });
  const head = told.ok ? told.seq : Number.NaN;
  const areInStep = () => areBack() && screens.every(({ seq }) => (seq ?? 0) >= head);
  await until('all are back in step', BACK_WITHIN_MS, areInStep);
  lag.disable();
  const last = Math.max(...screens.map(({ backAt }) => backAt ?? 0)) - cutAt;
  tellFigure(
    `${SCREENS} lines cut at once: the last was back after ${(last / 1_000).toFixed(1)} s, longest block ${(lag.max / 1e6).toFixed(0)} ms`,
  );
  for (const { socket } of screens) socket.close();
  expect(head).toBeGreaterThan(0);
  expect(last).toBeLessThan(BACK_WITHIN_MS);
});

test('[DLV21] with each hello a line is told how the journal and LiveKit stand and what it lacks, the answer last', async () => {
  const socket = secretariat.socket();
  const told: string[] = [];
  socket.onAny((event: string) => told.push(event));
  try {
    for (let i = 0; i < 2; i++) {
      const ack = await socket.emitWithAck('hello', { conference: conference.id, since: {} });
      told.push(ack.ok ? 'answer' : ack.code);
    }
  } finally {
    socket.close();
  }
  const greeting = ['journalState', 'mediaState', 'snapshot', 'answer'];
  expect(told.filter((event) => greeting.includes(event))).toEqual([...greeting, ...greeting]);
});

/** How many are under way at most, and in which order they were let in. */
async function rush(pace: Pace): Promise<{ readonly most: number; readonly order: readonly number[] }> {
  let under = 0;
  let most = 0;
  const order: number[] = [];
  const one = async (rank: number): Promise<void> => {
    const done = await pace.turn(rank);
    order.push(rank);
    under += 1;
    most = Math.max(most, under);
    await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
    done();
    // Twice is once: a line that broke while it was served.
    done();
  };
  await Promise.all([2, 2, 2, 2, 1, 2, 0, 1, 0].map(one));
  return { most, order };
}

test('[DLV8] of many at once two are served at a time, the staff first and who only watches last', async () => {
  expect(await rush(new Pace(2))).toEqual({ most: 2, order: [2, 2, 0, 0, 1, 1, 2, 2, 2] });
  expect((await rush(new Pace(100))).most).toBe(9);
});
