import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createWebServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect, createServer, type Server as NetServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BenchConference, createBenchConference } from '../../scripts/bench/bench-conference.ts';
import { signIn } from '../../scripts/bench/server-process.ts';
import { DETAILS } from '../../scripts/drill/desk/plain-conference.ts';
import { quantile } from '../../scripts/drill/desk/quantile.ts';
import { seededChance } from '../../scripts/drill/desk/seeded-chance.ts';
import { type LineKind, LongLine } from '../../scripts/drill/lossy/long-line.ts';
import { FAR, type LossyWish, runLossy, Seen } from '../../scripts/drill/lossy/run-lossy.ts';
import { watchExternalLiveKit } from '../../server/media/livekit/external-livekit.ts';
import { ailment } from '../../server/media/livekit/livekit-health.ts';
import { whyUnreachable } from '../../server/media/livekit/why-unreachable.ts';
import { serverLines } from '../../server/text.ts';
import { ensureCertificate } from '../../server/tls.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { Caller, connected, startTestServer, type TestServer, type TestSocket } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** The short form of `npm run drill lossy`. */
const SEED = 9_090;
const COMMANDS = 40;
const EVERY_MS = 110;
const VISIBLE_MS = 1_000;

const portOf = (listening: NetServer): number => {
  const address = listening.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};
const CLEAR: LineKind = { roundTripMs: 0, lossPercent: 0, jitterMs: 0, bitsPerSecond: 1e9 };
const ALARM_MS = 60_000;

let server: TestServer;
let secretariat: Caller;
let conference: BenchConference;
let wish: Omit<LossyWish, 'line' | 'commands' | 'seq'>;
/** What answers for LiveKit, and what stands before it. */
const liveKit = createWebServer((_, response) => response.end('OK'));
let beforeLiveKit: LongLine;

beforeAll(async () => {
  liveKit.listen(0, '127.0.0.1');
  await once(liveKit, 'listening');
  beforeLiveKit = await LongLine.to(`http://127.0.0.1:${portOf(liveKit)}`, CLEAR, seededChance(SEED));
  server = await startTestServer({ LIVEKIT_URL: beforeLiveKit.origin });
  const { token } = await server.mint({ seat: 'secretariat' });
  const [moderator, screen] = [await signIn(server.origin, token), await signIn(server.origin, token)];
  conference = await createBenchConference(server.origin, moderator);
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  wish = {
    origin: server.origin,
    cookies: [moderator.cookie, screen.cookie],
    stage: { conference: conference.id, bridges: conference.bridges },
    everyMs: EVERY_MS,
    seed: SEED,
    signal: new AbortController().signal,
  };
}, 120_000);
afterEach(() => vi.restoreAllMocks());
afterAll(async () => {
  await server.stop();
  beforeLiveKit.close();
  liveKit.close();
});

const run = async (line: LineKind, commands: number) => {
  const { seq } = await secretariat.snapshot(conference.id);
  return runLossy({ ...wish, seq, line, commands });
};

/** Everybody sees it. Resolves to its place in the journal; null: it was refused. */
async function retitle(turn: number): Promise<number | null> {
  const details = { ...DETAILS, title: `Hội nghị lần ${turn}` };
  const ack = await secretariat.command(conference.id, { type: 'correctConferenceDetails', details });
  return ack.ok ? ack.seq : null;
}

describe('a long and lossy line', () => {
  test('[DLV20] what is commanded over it is seen within a second, without a gap and without a repeat', {
    timeout: 90_000,
  }, async () => {
    const { visibleMs, line, ...found } = await run(FAR, COMMANDS);
    const [half, most] = [quantile(visibleMs, 0.5), quantile(visibleMs, 0.9)].map(Math.round);
    tellFigure(
      `X09 ${COMMANDS} commands, ${line.lost} of ${line.segments} segments lost: median ${half}, p90 ${most} ms`,
    );
    expect(found).toEqual({ answered: COMMANDS, refused: [], unseen: 0, gaps: 0, repeats: 0 });
    // Nobody sees it sooner than the line allows.
    expect(Math.min(...visibleMs)).toBeGreaterThan(FAR.roundTripMs);
    expect(most).toBeLessThanOrEqual(VISIBLE_MS);
  });

  test('[DLV20] the control: over a longer one it is not', { timeout: 60_000 }, async () => {
    const { visibleMs, answered } = await run({ ...FAR, roundTripMs: 1_050, lossPercent: 0 }, 3);
    expect(answered).toBe(3);
    expect(Math.min(...visibleMs)).toBeGreaterThan(VISIBLE_MS);
  });
});

test('[DLV20] the control: one that is left out, and one that comes twice, are counted', () => {
  const told = (after: number, through: number) => ({ after, through, events: [{ seq: through }] });
  const seen = new Seen(4);
  seen.tell(told(4, 5), 1);
  seen.tell(told(5, 6), 2);
  expect([seen.gaps, seen.repeats]).toEqual([0, 0]);
  seen.tell(told(7, 8), 3);
  expect([seen.gaps, seen.repeats]).toEqual([1, 0]);
  seen.tell(told(7, 8), 4);
  expect(seen.repeats).toBeGreaterThan(0);
});

test('the line itself loses and reorders segments, and hands over every byte in order', async () => {
  const sent = Buffer.from(Array.from({ length: 60_000 }, (_, index) => index % 251));
  const echo = createServer((socket) => void socket.pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  const kind: LineKind = { roundTripMs: 10, lossPercent: 10, jitterMs: 20, bitsPerSecond: 8_000_000 };
  const line = await LongLine.to(`http://127.0.0.1:${portOf(echo)}`, kind, seededChance(SEED));
  const socket = connect(Number(new URL(line.origin).port), '127.0.0.1');
  socket.write(sent);
  const back: Buffer[] = [];
  let size = 0;
  for await (const chunk of socket) {
    back.push(chunk);
    size += chunk.length;
    if (size === sent.length) break;
  }
  line.close();
  echo.close();
  expect(Buffer.concat(back).equals(sent)).toBe(true);
  expect([line.count.lost > 0, line.count.overtaken > 0]).toEqual([true, true]);
});

const LONG_NAME = `http://${'a'.repeat(64)}.invalid:7880`;

describe('why LiveKit cannot be reached', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'why-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const whyOf = async (url: string) => whyUnreachable((await ailment(url, new AbortController().signal)) ?? 'well');

  /** The fault that meets whoever asks this server. */
  async function whyAt(listening: NetServer, scheme = 'http') {
    listening.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    try {
      return await whyOf(`${scheme}://127.0.0.1:${portOf(listening)}`);
    } finally {
      listening.close();
    }
  }

  test('[OBS30] a name that nobody knows, a closed door, another answer, silence', async () => {
    // A name too long for any resolver: nobody outside is asked for it.
    expect(await whyOf(LONG_NAME)).toBe('name');
    const closed = await LongLine.to(server.origin, CLEAR, seededChance(SEED));
    closed.close();
    expect(await whyOf(closed.origin)).toBe('closed');
    expect(await whyAt(createWebServer((_, response) => response.writeHead(502).end()))).toBe('answer');
    const held = new Set<Socket>();
    expect(await whyAt(createServer((socket) => void held.add(socket)))).toBe('silent');
    for (const socket of held) socket.destroy();
    expect(whyUnreachable('something that nobody has met')).toBe('other');
  });

  test('[OBS30] an authority that is not known, and a certificate that has ended', async () => {
    const made = await ensureCertificate({ dataDir: folder, hosts: ['127.0.0.1'], cert: null, key: null });
    expect(await whyAt(createTlsServer(made), 'https')).toBe('authority');
    // Node reads NODE_EXTRA_CA_CERTS at its start alone, so of these the fault's own words have to do.
    expect(whyUnreachable('https://x: CERT_HAS_EXPIRED certificate has expired')).toBe('certificate');
    expect(whyUnreachable('https://x: ERR_TLS_CERT_ALTNAME_INVALID …')).toBe('certificate');
  });
});

test('[OBS31] what stands before LiveKit is gone: the conference goes on, and all know within a minute', async () => {
  let said = '';
  const socket = secretariat.socket();
  const told: string[] = [];
  socket.on('mediaState', ({ state }) => told.push(state));
  expect(await connected(socket)).toBe('connected');
  await socket.emitWithAck('hello', { conference: conference.id, since: {} });
  await until('LiveKit is there', 20_000, () => told.at(-1) === 'ready');
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });

  beforeLiveKit.close();
  const gone = performance.now();
  const answers: (number | null)[] = [];
  await until('the screens are told', ALARM_MS, async () => {
    answers.push(await retitle(answers.length));
    return told.at(-1) === 'down';
  });
  const knownMs = performance.now() - gone;
  expect(said).toContain(serverLines.livekitUnreachable.closed);
  const ready = await fetch(`${server.origin}/readyz`);
  expect(await ready.json()).toMatchObject({ ready: false, media: 'absent', journal: 'ok' });
  expect(answers).not.toContain(null);

  await beforeLiveKit.mend();
  const back = performance.now();
  await until('it is there again', ALARM_MS, () => told.at(-1) === 'ready');
  expect(said).toContain(serverLines.livekit.ready);
  vi.restoreAllMocks();
  tellFigure(`X30 LiveKit gone: told after ${(knownMs / 1_000).toFixed(1)} s, ${answers.length} commands meanwhile`);
  tellFigure(`X30 LiveKit back: told after ${((performance.now() - back) / 1_000).toFixed(1)} s (aim 60 s)`);
  expect(told).toEqual(['ready', 'down', 'ready']);
  socket.close();
}, 150_000);

test('[OBS31] with a name that nobody knows from the start it is told the same way', async () => {
  const external = { url: LONG_NAME, apiKey: 'key', apiSecret: 'secret' };
  const watched = watchExternalLiveKit(external, () => undefined);
  await until('it is told', ALARM_MS, () => watched.state().state === 'down');
  const state = watched.state();
  await watched.close();
  expect(state.state === 'down' && [state.reason, whyUnreachable(state.detail)]).toEqual(['unreachable', 'name']);
});

test('[OBS32] a proxy before the server is gone: who is not behind it goes on, who is comes back into step', async () => {
  const proxy = await LongLine.to(server.origin, CLEAR, seededChance(SEED));
  const { seq } = await secretariat.snapshot(conference.id);
  const seen = new Seen(seq);
  const bridgeId = conference.bridges[1] ?? null;
  const hall = await Caller.signedIn(server, { seat: 'operator', conference: conference.id, bridgeId });
  const headers = { cookie: hall.cookies.join('; '), origin: server.origin };
  const options = { transports: ['websocket'], reconnectionDelay: 200, reconnectionDelayMax: 500, forceNew: true };
  const behind: TestSocket = io(proxy.origin, { ...options, extraHeaders: headers });
  behind.on('patch', (patch) => {
    if (patch.stream === 'public') seen.tell(patch, performance.now());
  });
  behind.on('connect', () =>
    behind.emit('hello', { conference: conference.id, since: { public: seen.through } }, noted),
  );
  const staff = secretariat.socket();
  const links: string[] = [];
  staff.on('patch', ({ events }) => {
    for (const { event } of events) if (event.type.startsWith('bridgeLink')) links.push(event.type);
  });
  await staff.emitWithAck('hello', { conference: conference.id, since: { staff: seq } });
  await until('the hall is on the line', 10_000, () => links.at(-1) === 'bridgeLinkEstablished');

  proxy.close();
  const gone = performance.now();
  const done: (number | null)[] = [];
  await until('the staff know', ALARM_MS, async () => {
    done.push(await retitle(100 + done.length));
    return links.at(-1) === 'bridgeLinkLost';
  });
  tellFigure(`X30 proxy gone: the staff know after ${((performance.now() - gone) / 1_000).toFixed(1)} s (aim 60 s)`);
  expect(behind.connected).toBe(false);
  await proxy.mend();
  await until('the hall is back', 20_000, () => links.at(-1) === 'bridgeLinkEstablished');
  done.push(await retitle(99));
  await until('it has all of it', 10_000, () => done.every((one) => one !== null && seen.at.has(one)));
  expect([seen.gaps, seen.repeats]).toEqual([0, 0]);
  for (const socket of [behind, staff]) socket.close();
  proxy.close();
}, 150_000);

const noted = (): void => undefined;
