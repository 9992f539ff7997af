/** The composition root: the list of the parts, started in order and stopped in reverse. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Health } from '../shared/protocol/http.ts';
import { certificateHosts, publicOrigin } from './addresses.ts';
import { Desks } from './application/desks.ts';
import { MediaDoor } from './application/media-door.ts';
import { Seats } from './application/seats.ts';
import { snapshotPolicy } from './application/snapshots.ts';
import { ConferenceParts } from './conference-parts.ts';
import { type Config, isLoopback, nodeIpFor, readConfig, readEnvironment } from './config.ts';
import { prepareDataDir } from './data-dir.ts';
import { loadDemo } from './demo/load-demo.ts';
import { createWebServer, isStartRefusal, listen, StartRefused } from './listen.ts';
import { createLiveKitGateway } from './media/livekit-gateway.ts';
import { type LiveKitServer, type MediaState, startLiveKit } from './media/livekit/livekit-server.ts';
import type { MediaGateway } from './media/media-gateway.ts';
import { createLog, type Log, say } from './observe/log.ts';
import { realMoment } from './real-moment.ts';
import { printLinks } from './sign-in-links.ts';
import { openSqliteStore, type Store } from './store/sqlite-store.ts';
import { serverLines } from './text.ts';
import { type Certificate, ensureCertificate } from './tls.ts';
import { createApp } from './transport/http/app.ts';
import { listenForWebhooks } from './transport/http/webhook.ts';
import { proxyLiveKit } from './transport/livekit-proxy.ts';
import { createOriginCheck, ownOrigins } from './transport/origins.ts';
import { createGateway, type Gateway } from './transport/socket/gateway.ts';

const ROOT = new URL('..', import.meta.url).pathname;
const PAGES = join(ROOT, 'dist', 'client');
const VERSION = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;

async function main(): Promise<void> {
  const config = readConfig(readEnvironment(ROOT, process.env));
  if (!existsSync(join(PAGES, 'index.html'))) throw new StartRefused(serverLines.pagesMissing);
  await prepareDataDir(config.dataDir);
  const log = createLog(join(config.dataDir, 'server.log'), config.logLevel);
  const stop = await start(config, log);
  const onSignal = (): void => {
    process.removeAllListeners('SIGINT').on('SIGINT', () => undefined);
    process.removeAllListeners('SIGTERM').on('SIGTERM', () => undefined);
    say(serverLines.stopping);
    stop().then(
      () => say(serverLines.stopped),
      (cause: unknown) => log.error({ cause }, 'the stop failed'),
    ).finally(() => process.exit(0));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}

async function start(config: Config, log: Log): Promise<() => Promise<void>> {
  const startedAt = Date.now();
  const onFault = (cause: unknown): void => log.error({ err: cause }, 'fault');
  const certificate = await certificateFor(config);
  const store = await openStore(config);
  const seats = new Seats(store.accounts);
  const media: { server: LiveKitServer | null; gateway: MediaGateway | null } = { server: null, gateway: null };
  const endpoint = () => media.server?.endpoint() ?? null;
  const mediaState = (): MediaState => media.server?.state() ?? { state: 'preparing', step: 'searching', progress: null };

  const web = createWebServer(certificate);
  const deskOptions = { journal: store.journal, moment: realMoment, snapshots: snapshotPolicy(), onFault };
  const parts: ConferenceParts = new ConferenceParts(() => gateway.broadcast, {
    gateway: () => media.gateway,
    newId: randomUUID,
    onFault,
  });
  const desks = new Desks(deskOptions, (desk) => parts.attach(desk));
  if (config.demo && (await store.journal.conferences()).length === 0) await loadDemo(deskOptions, Date.now());

  const port = await listen(web, config);
  const origin = publicOrigin(config, port);
  const scheme = certificate === null ? 'http' : 'https';
  const isOwnOrigin = createOriginCheck(ownOrigins(origin, certificateHosts(config), scheme, port));
  const linkOf = (token: string): string => `${origin}/join#${token}`;
  const door = new MediaDoor(endpoint, (desk) => parts.reactorOf(desk));
  const gateway: Gateway = createGateway(web, {
    seats,
    desks,
    linksOf: (id) => parts.linksOf(id),
    isOwnOrigin,
    mediaState,
    build: buildOf(),
    onFault,
  });
  proxyLiveKit(web, { endpoint, seats, isOwnOrigin, onFault });
  const health = (): Health => ({
    status: mediaState().state === 'ready' ? 'ok' : 'degraded',
    version: VERSION,
    uptimeSeconds: Math.round((Date.now() - startedAt) / 1_000),
    journal: { state: 'ok', openConferences: desks.openCount },
    media: mediaState(),
  });
  const trust = { caCert: certificate?.caCert ?? null, fingerprint: certificate?.fingerprint ?? null };
  web.on(
    'request',
    createApp({
      seats,
      desks,
      delegates: store.delegates,
      door,
      isOwnOrigin,
      secure: certificate !== null,
      trust,
      pages: PAGES,
      health,
      linkOf,
      onFault,
    }),
  );
  seats.onEnded((ids) => {
    gateway.signOut(ids);
    door.shut(ids);
  });

  const webhooks = await listenForWebhooks(endpoint, (room) => parts.look(room));
  media.server = startLiveKit({
    external: config.livekit.external,
    cacheDir: join(ROOT, '.cache', 'livekit'),
    runDir: join(config.dataDir, 'livekit'),
    nodeIp: nodeIpFor(config),
    loopbackOnly: isLoopback(config.host),
    udpPort: config.livekit.udpPort,
    tcpPort: config.livekit.tcpPort,
    webhookUrl: webhooks.url,
    log: (line) => log.info({ livekit: line }),
  });
  media.server.onState((state) => {
    const keys = endpoint();
    media.gateway = keys === null ? null : createLiveKitGateway(keys);
    gateway.pushMediaState(state);
    sayMediaState(state);
    parts.look(null);
  });
  await desks.all();

  say(serverLines.ready(origin));
  if (trust.caCert !== null) say(serverLines.certificate(origin));
  await printLinks({ seats, desks, demo: config.demo, linkOf });

  return async () => {
    await gateway.close();
    await webhooks.close();
    parts.close();
    await media.server?.close();
    await desks.close();
    await store.close();
  };
}

const certificateFor = async (config: Config): Promise<Certificate | null> =>
  config.tls.kind === 'off'
    ? null
    : ensureCertificate({
        dataDir: config.dataDir,
        hosts: certificateHosts(config),
        cert: config.tls.kind === 'own' ? config.tls.certFile : null,
        key: config.tls.kind === 'own' ? config.tls.keyFile : null,
      });

async function openStore({ dataDir }: Config): Promise<Store> {
  return openSqliteStore(join(dataDir, 'journal.sqlite')).catch((cause: unknown) => {
    throw new StartRefused(serverLines.storeRefused(cause instanceof Error ? cause.message : String(cause)), { cause });
  });
}

/** Names the pages that this server gives out, so that an old one reloads. */
const buildOf = (): string =>
  createHash('sha256').update(readFileSync(join(PAGES, 'index.html'))).digest('hex').slice(0, 12);

let lastSaid = '';
function sayMediaState(state: MediaState): void {
  const key = state.state === 'preparing' ? state.step : state.state === 'down' ? state.reason : state.state;
  if (key !== lastSaid) say(serverLines.livekit[key]);
  lastSaid = key;
}

main().catch((cause: unknown) => {
  if (!isStartRefusal(cause)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
});
