import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { certificateHosts } from './addresses.ts';
import { MediaDoor } from './application/media-door.ts';
import { Pairings } from './application/pairings.ts';
import type { Config } from './config.ts';
import { type Core, healthOf, linkOf, ROOT } from './core.ts';
import { createHandbook } from './handbook-parts.ts';
import { watchAnswers } from './observe/http-watch.ts';
import type { Certificate } from './tls.ts';
import { createApp } from './transport/http/app.ts';
import { type LiveKitProxyOptions, proxyLiveKit } from './transport/livekit-proxy.ts';
import { createOriginCheck, ownOrigins } from './transport/origins.ts';
import { createGateway, type Gateway } from './transport/socket/gateway.ts';

export const PAGES = join(ROOT, 'dist', 'client');

export interface Opened {
  readonly web: Server;
  readonly port: number;
  readonly origin: string;
  readonly config: Config;
  readonly certificate: Certificate | null;
}

const doorOf = ({ media, parts }: Core): MediaDoor =>
  new MediaDoor(
    () => media.gateway(),
    (desk) => parts.reactorOf(desk),
    (room) => parts.reactorIn(room),
    () => parts.reactors(),
  );

/** How long a sign-in may hold a socket or a picture beyond its time. */
const EXPIRY_EVERY_MS = 2_000;

/** Everything that answers on the one port: pages and API, the screens' sockets, LiveKit's signalling. */
export function serve(core: Core, opened: Opened): Gateway {
  const { seats, desks, parts, media, observation, onFault } = core;
  const { web, port, origin, config, certificate } = opened;
  const scheme = certificate === null ? 'http' : 'https';
  const isOwnOrigin = createOriginCheck(ownOrigins(origin, certificateHosts(config), scheme, port));
  const door = doorOf(core);
  // Before the sockets: Socket.IO takes its own path out of what was there when it came.
  web.on('request', watchAnswers(observation.meters));
  web.on('request', appOf(core, opened, { door, isOwnOrigin }));
  const gateway = createGateway(web, {
    seats,
    desks,
    partsOf: (id) => parts.partsOf(id),
    isOwnOrigin,
    mediaState: () => media.state(),
    journalStateOf: core.guard.stateOf,
    build: buildOf(),
    clock: observation.clock,
    meters: observation.meters,
    onFault,
  });
  const onJoin: LiveKitProxyOptions['onJoin'] = (held, way) => door.noteJoin(held, way);
  proxyLiveKit(web, { target: () => media.signalling(), seats, onJoin, isOwnOrigin, onFault });
  seats.onEnded((ended) => {
    gateway.signOut(ended.map(({ id }) => id));
    door.shut(ended);
  });
  const expiry = setInterval(() => void seats.endExpired().catch(onFault), EXPIRY_EVERY_MS).unref();
  // A server that has stopped has no store to ask any more.
  web.once('close', () => clearInterval(expiry));
  return gateway;
}

function appOf(
  core: Core,
  { config, certificate, origin }: Opened,
  checks: Pick<Parameters<typeof createApp>[0], 'door' | 'isOwnOrigin'>,
): ReturnType<typeof createApp> {
  const { store, seats, desks, rehearsals, lists, library, keeping, recordings, observation, onFault } = core;
  return createApp({
    ...checks,
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
    pairings: new Pairings(seats, observation.clock.now),
    journal: store.journal,
    secure: certificate !== null,
    trust: { caCert: certificate?.caCert ?? null, fingerprint: certificate?.fingerprint ?? null },
    pages: PAGES,
    observation: { ...observation, health: () => healthOf(core), token: config.metricsToken },
    linkOf: linkOf(origin),
    newId: randomUUID,
    onFault,
  });
}

/** Names the pages that this server gives out, so that an old one reloads. */
const buildOf = (): string =>
  createHash('sha256')
    .update(readFileSync(join(PAGES, 'index.html')))
    .digest('hex')
    .slice(0, 12);
