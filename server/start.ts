import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Health } from '../shared/protocol/http.ts';
import type { MediaState } from '../shared/protocol/media-state.ts';
import { certificateHosts, publicOrigin } from './addresses.ts';
import type { DeskOptions } from './application/conference-desk.ts';
import { Desks } from './application/desks.ts';
import { MediaDoor } from './application/media-door.ts';
import { Pairings } from './application/pairings.ts';
import { Rehearsals } from './application/rehearsals.ts';
import { Seats } from './application/seats.ts';
import { snapshotPolicy } from './application/snapshots.ts';
import { ConferenceParts } from './conference-parts.ts';
import { type Config, isLoopback, nodeIpFor } from './config.ts';
import { loadDemo } from './demo/load-demo.ts';
import { createDocuments, type DocumentParts } from './document-parts.ts';
import { createHandbook } from './handbook-parts.ts';
import { createKeeping, type KeepingParts } from './keeping-parts.ts';
import { createListParts, type ListParts } from './list-parts.ts';
import { createWebServer, listen, StartRefused, trackConnections } from './listen.ts';
import type { LiveKitOptions } from './media/livekit/livekit-server.ts';
import { MediaLink } from './media/media-link.ts';
import { type Log, say } from './observe/log.ts';
import { realMoment } from './real-moment.ts';
import { createRecordings } from './recording-parts.ts';
import type { Recordings } from './recordings/recordings.ts';
import { printLinks } from './sign-in-links.ts';
import { lockFolder } from './store/folder-lock.ts';
import { openSqliteStore, type Store } from './store/sqlite-store.ts';
import { serverLines } from './text.ts';
import { type Certificate, ensureCertificate } from './tls.ts';
import { createApp } from './transport/http/app.ts';
import { listenForWebhooks } from './transport/http/webhook.ts';
import { type LiveKitProxyOptions, proxyLiveKit } from './transport/livekit-proxy.ts';
import { createOriginCheck, ownOrigins } from './transport/origins.ts';
import { createGateway, type Gateway } from './transport/socket/gateway.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const PAGES = join(ROOT, 'dist', 'client');
const packageSchema = z.object({ version: z.string() });
const VERSION = packageSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;

/** What every transport needs: who may act, on what, in which rooms. */
interface Core {
  readonly store: Store;
  readonly seats: Seats;
  readonly desks: Desks;
  readonly rehearsals: Rehearsals;
  readonly parts: ConferenceParts;
  readonly media: MediaLink;
  readonly lists: ListParts;
  readonly library: DocumentParts;
  readonly keeping: KeepingParts;
  readonly recordings: Recordings;
  readonly onFault: (cause: unknown) => void;
}

export interface RunningServer {
  readonly origin: string;
  /** Stops the parts in reverse. */
  readonly stop: () => Promise<void>;
}

/** Starts the parts in order. The pages answer before LiveKit is there. */
export async function start(config: Config, log: Log): Promise<RunningServer> {
  const onFault = (cause: unknown): void => log.error({ err: cause }, 'fault');
  const certificate = await certificateFor(config);
  const { store, release } = await openStore(config, onFault);
  const lists = await createListParts({ store, dataDir: config.dataDir, onFault });
  const library = await createDocuments({ dataDir: config.dataDir, readers: store.documentReaders, onFault });
  const deskOptions = { journal: store.journal, moment: realMoment, snapshots: snapshotPolicy(), onFault };
  await loadDemoOnce(config, deskOptions);

  const web = createWebServer(certificate);
  const endConnections = trackConnections(web);
  const port = await listen(web, config);
  const origin = publicOrigin(config, port);
  const media = new MediaLink();
  const reacting = { gateway: () => media.gateway(), newId: randomUUID, onFault };
  const parts: ConferenceParts = new ConferenceParts(() => gateway.broadcast, reacting);
  const recordings = createRecordings({ config, seats: () => seats, linkOf: linkOf(origin), onFault });
  const desks: Desks = new Desks(deskOptions, (desk) => {
    parts.attach(desk);
    rehearsals.watch(desk);
    library.documents.watch(desk);
    keeping.retention.watch(desk);
    recordings.attach(desk);
  });
  const { dataDir } = config;
  const keeping: KeepingParts = createKeeping({ store, desks, lists, dataDir, version: VERSION, onFault });
  const rehearsals = new Rehearsals({ desks, newId: randomUUID, onFault });
  const seats: Seats = new Seats(store.accounts, (id) => desks.originalOf(id));
  const core: Core = { store, seats, desks, rehearsals, parts, media, lists, library, keeping, recordings, onFault };
  const gateway = serve(core, { web, port, origin, config, certificate });

  const webhooks = await listenForWebhooks(media.verify, (room) => parts.look(room));
  media.start(liveKitOptions(config, webhooks.url, log), (state) => {
    gateway.pushMediaState(state);
    sayMediaState(state);
    parts.look(null);
  });
  await library.documents.sweep(await desks.all());
  sayReady(origin, certificate);
  await printLinks({ seats, desks, demo: config.demo, linkOf: linkOf(origin) });

  const stop = (): Promise<void> => stopAll(core, { gateway, webhooks, endConnections, release });
  return { origin, stop };
}

interface Running {
  readonly gateway: Gateway;
  readonly webhooks: { readonly close: () => Promise<void> };
  readonly endConnections: () => void;
  readonly release: () => void;
}

async function stopAll(core: Core, { gateway, webhooks, endConnections, release }: Running): Promise<void> {
  const { media, parts, recordings, lists, library, keeping, desks, store } = core;
  // LiveKit first: whatever else may hang, no process stays behind.
  const mediaClosed = media.close();
  const gatewayClosed = gateway.close();
  endConnections();
  parts.close();
  recordings.close();
  await Promise.all([
    mediaClosed,
    gatewayClosed,
    webhooks.close(),
    lists.imports.close(),
    lists.printing.close(),
    library.close(),
    keeping.retention.close(),
  ]);
  await desks.close();
  await store.close();
  release();
}

interface Opened {
  readonly web: Server;
  readonly port: number;
  readonly origin: string;
  readonly config: Config;
  readonly certificate: Certificate | null;
}

const healthOf =
  ({ desks, media }: Core, startedAt: number): (() => Health) =>
  () => ({
    status: media.state().state === 'ready' ? 'ok' : 'degraded',
    version: VERSION,
    uptimeSeconds: Math.round((Date.now() - startedAt) / 1_000),
    journal: { state: desks.failing ? 'failing' : 'ok', openConferences: desks.openCount },
    media: media.state(),
  });

const doorOf = ({ media, parts }: Core): MediaDoor =>
  new MediaDoor(
    () => media.gateway(),
    (desk) => parts.reactorOf(desk),
    (room) => parts.reactorIn(room),
  );

/** Everything that answers on the one port: pages and API, the screens' sockets, LiveKit's signalling. */
function serve(core: Core, opened: Opened): Gateway {
  const { store, seats, desks, rehearsals, parts, media, lists, library, keeping, recordings, onFault } = core;
  const { web, port, origin, config, certificate } = opened;
  const scheme = certificate === null ? 'http' : 'https';
  const isOwnOrigin = createOriginCheck(ownOrigins(origin, certificateHosts(config), scheme, port));
  const mediaState = () => media.state();
  const partsOf: Parameters<typeof createGateway>[1]['partsOf'] = (id) => parts.partsOf(id);
  const health = healthOf(core, Date.now());
  const door = doorOf(core);
  const app = createApp({
    seats,
    desks,
    rehearsals,
    delegates: store.delegates,
    templates: store.templates,
    ...lists,
    recordings,
    documents: library.documents,
    reading: library.reading,
    handbook: createHandbook({
      journal: store.journal,
      lists,
      reading: library.reading,
    }),
    keeping,
    door,
    pairings: new Pairings(seats),
    journal: store.journal,
    isOwnOrigin,
    secure: certificate !== null,
    trust: { caCert: certificate?.caCert ?? null, fingerprint: certificate?.fingerprint ?? null },
    pages: PAGES,
    health,
    linkOf: linkOf(origin),
    newId: randomUUID,
    onFault,
  });
  // Before the sockets: Socket.IO takes its own path out of what was there when it came.
  web.on('request', app);
  const gateway = createGateway(web, { seats, desks, partsOf, isOwnOrigin, mediaState, build: buildOf(), onFault });
  const onJoin: LiveKitProxyOptions['onJoin'] = (held, way) => door.noteJoin(held, way);
  proxyLiveKit(web, { target: () => media.signalling(), seats, onJoin, isOwnOrigin, onFault });
  seats.onEnded((ids) => {
    gateway.signOut(ids);
    door.shut(ids);
  });
  return gateway;
}

/** The secret stands in the fragment, which no browser sends and no log keeps. */
const linkOf =
  (origin: string) =>
  (token: string): string =>
    `${origin}/join#${token}`;

async function loadDemoOnce(config: Config, options: DeskOptions): Promise<void> {
  if (config.demo && (await options.journal.conferences()).length === 0) await loadDemo(options, Date.now());
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

async function openStore(
  { dataDir }: Config,
  onFault: (cause: unknown) => void,
): Promise<{ store: Store; release: () => void }> {
  try {
    const lock = lockFolder(dataDir);
    if (lock === null) throw new StartRefused(serverLines.folderInUse(dataDir));
    return {
      store: await openSqliteStore(join(dataDir, 'journal.sqlite'), { keeper: true, onFault }),
      release: lock.release,
    };
  } catch (cause) {
    if (cause instanceof StartRefused) throw cause;
    throw new StartRefused(serverLines.storeRefused(cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

const liveKitOptions = (config: Config, webhookUrl: string, log: Log): LiveKitOptions => ({
  external: config.livekit.external,
  cacheDir: join(ROOT, '.cache', 'livekit'),
  runDir: join(config.dataDir, 'livekit'),
  nodeIp: nodeIpFor(config),
  loopbackOnly: isLoopback(config.host),
  udpPort: config.livekit.udpPort,
  tcpPort: config.livekit.tcpPort,
  webhookUrl,
  log: (line) => log.info({ livekit: line }),
});

/** Names the pages that this server gives out, so that an old one reloads. */
const buildOf = (): string =>
  createHash('sha256')
    .update(readFileSync(join(PAGES, 'index.html')))
    .digest('hex')
    .slice(0, 12);

function sayReady(origin: string, certificate: Certificate | null): void {
  say(serverLines.ready(origin));
  if (certificate !== null && certificate.caCert !== null) {
    say(serverLines.certificate(origin, certificate.fingerprint));
  }
}

let lastSaid = '';
function sayMediaState(state: MediaState): void {
  const key = state.state === 'preparing' ? state.step : state.state === 'down' ? state.reason : state.state;
  if (key !== lastSaid) say(serverLines.livekit[key]);
  lastSaid = key;
}
