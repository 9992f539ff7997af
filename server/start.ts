import { join } from 'node:path';
import type { MediaState } from '../shared/protocol/media-state.ts';
import { certificateHosts, publicOrigin } from './addresses.ts';
import type { DeskOptions } from './application/conference-desk.ts';
import { type Config, isLoopback, nodeIpFor, withoutBrackets } from './config.ts';
import { type Core, createCore, deskOptionsOf, linkOf, ROOT, readingsOf } from './core.ts';
import { loadDemo } from './demo/load-demo.ts';
import { createDocuments } from './document-parts.ts';
import { createGuard } from './guard-parts.ts';
import { createListParts } from './list-parts.ts';
import { createWebServer, listen, trackConnections } from './listen.ts';
import type { LiveKitOptions } from './media/livekit/livekit-server.ts';
import { whyUnreachable } from './media/livekit/why-unreachable.ts';
import { createObservation } from './observation-parts.ts';
import { missingIssuer } from './observe/certificate-watch.ts';
import { type Log, say } from './observe/log.ts';
import { openStore } from './open-store.ts';
import { serve } from './serve.ts';
import { printLinks } from './sign-in-links.ts';
import { serverLines } from './text.ts';
import { type Certificate, ensureCertificate } from './tls.ts';
import { listenForWebhooks } from './transport/http/webhook.ts';
import type { Gateway } from './transport/socket/gateway.ts';

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
  const observation = createObservation({
    dataDir: config.dataDir,
    log,
    served: servedBy(config, certificate),
    ...readingsOf({ core: () => core, gateway: () => gateway }),
  });
  observation.clock.notBefore(await store.newestAt());
  const guard = await createGuard({ store, dataDir: config.dataDir, now: observation.clock.now, onFault });
  const deskOptions = deskOptionsOf(guard, observation, onFault);
  await loadDemoOnce(config, deskOptions, observation.clock.now());

  const web = createWebServer(certificate);
  const endConnections = trackConnections(web);
  const port = await listen(web, config);
  const origin = publicOrigin(config, port);
  const core: Core = createCore(
    { config, origin, store, guard, lists, library, observation, deskOptions, onFault },
    () => gateway,
  );
  const gateway = serve(core, { web, port, origin, config, certificate });

  const { media, parts, desks, seats } = core;
  guard.watch({ desks: () => desks.opened, push: (state) => gateway.pushJournalState(state) });
  const webhooks = await listenForWebhooks(media.verify, (room) => parts.look(room));
  media.start(liveKitOptions(config, webhooks.url, log), (state, detail) => {
    gateway.pushMediaState(state);
    sayMediaState(state, detail);
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
  const { media, parts, recordings, lists, library, keeping, desks, store, guard, observation } = core;
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
  await guard.close();
  await store.close();
  observation.close();
  release();
}

async function loadDemoOnce(config: Config, options: DeskOptions, now: number): Promise<void> {
  if (config.demo && (await options.journal.conferences()).length === 0) await loadDemo(options, now);
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

const servedBy = (config: Config, certificate: Certificate | null) =>
  certificate === null
    ? null
    : {
        cert: certificate.cert,
        host: withoutBrackets(new URL(publicOrigin(config, config.port)).hostname),
        isOwn: config.tls.kind === 'own',
      };

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

function sayReady(origin: string, certificate: Certificate | null): void {
  say(serverLines.ready(origin));
  if (certificate !== null && certificate.caCert !== null) {
    say(serverLines.certificate(origin, certificate.fingerprint));
    if (certificate.isAuthorityReplaced) say(serverLines.authorityReplaced(origin));
  }
  const issuer = certificate === null || certificate.caCert !== null ? null : missingIssuer(certificate.cert);
  if (issuer !== null) say(serverLines.issuerMissing(issuer));
}

let lastSaid = '';
function sayMediaState(state: MediaState, detail: string | null): void {
  const line = lineOf(state, detail ?? '');
  if (line !== lastSaid) say(line);
  lastSaid = line;
}

function lineOf(state: MediaState, detail: string): string {
  if (state.state === 'preparing') return serverLines.livekit[state.step];
  if (state.state === 'ready') return serverLines.livekit.ready;
  return state.reason === 'unreachable'
    ? serverLines.livekitUnreachable[whyUnreachable(detail)]
    : serverLines.livekit[state.reason];
}
