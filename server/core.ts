import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Health } from '../shared/protocol/http.ts';
import type { DeskOptions } from './application/conference-desk.ts';
import { DenyList } from './application/deny-list.ts';
import { Desks } from './application/desks.ts';
import { Rehearsals } from './application/rehearsals.ts';
import { Seats } from './application/seats.ts';
import { snapshotPolicy } from './application/snapshots.ts';
import { ConferenceParts } from './conference-parts.ts';
import type { Config } from './config.ts';
import type { DocumentParts } from './document-parts.ts';
import type { GuardParts } from './guard-parts.ts';
import { createKeeping, type KeepingParts } from './keeping-parts.ts';
import type { ListParts } from './list-parts.ts';
import { MediaLink } from './media/media-link.ts';
import type { Observation, ObservationOptions } from './observation-parts.ts';
import { measuredJournal, measuredRooms } from './observe/measured.ts';
import { createMoment } from './real-moment.ts';
import { createRecordings } from './recording-parts.ts';
import type { Recordings } from './recordings/recordings.ts';
import type { Store } from './store/sqlite-store.ts';
import type { Gateway } from './transport/socket/gateway.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const packageSchema = z.object({ version: z.string() });
const VERSION = packageSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))).version;

/** What every transport needs: who may act, on what, in which rooms. */
export interface Core {
  readonly store: Store;
  readonly guard: GuardParts;
  readonly seats: Seats;
  readonly desks: Desks;
  readonly rehearsals: Rehearsals;
  readonly parts: ConferenceParts;
  readonly media: MediaLink;
  readonly lists: ListParts;
  readonly library: DocumentParts;
  readonly keeping: KeepingParts;
  readonly recordings: Recordings;
  readonly observation: Observation;
  readonly onFault: (cause: unknown) => void;
}

export interface CoreOptions extends Pick<Core, 'store' | 'guard' | 'lists' | 'library' | 'observation' | 'onFault'> {
  readonly config: Config;
  readonly origin: string;
  readonly deskOptions: DeskOptions;
}

/** `gateway` is made of the core, and asked only once there is something to send. */
export function createCore(
  { config, origin, store, guard, lists, library, observation, deskOptions, onFault }: CoreOptions,
  gateway: () => Gateway,
): Core {
  const media = new MediaLink();
  const parts: ConferenceParts = new ConferenceParts(() => gateway().broadcast, {
    gateway: measuredRooms(media, observation.meters),
    denied: new DenyList(join(config.dataDir, 'media-denied.json'), observation.clock.now),
    newId: randomUUID,
    onFault,
  });
  const recordings = createRecordings({ config, seats: () => seats, linkOf: linkOf(origin), onFault });
  const desks: Desks = new Desks(deskOptions, (desk) => {
    guard.attach(desk);
    parts.attach(desk);
    rehearsals.watch(desk);
    library.documents.watch(desk);
    keeping.retention.watch(desk);
    recordings.attach(desk);
  });
  const keeping: KeepingParts = createKeeping({
    store,
    desks,
    lists,
    dataDir: config.dataDir,
    version: VERSION,
    onFault,
  });
  const rehearsals = new Rehearsals({ desks, newId: randomUUID, onFault });
  const seats: Seats = new Seats(store.accounts, (id) => desks.originalOf(id), observation.clock.now);
  return {
    store,
    guard,
    seats,
    desks,
    rehearsals,
    parts,
    media,
    lists,
    library,
    keeping,
    recordings,
    observation,
    onFault,
  };
}

export const deskOptionsOf = (
  { journal, damages }: GuardParts,
  { clock, meters }: Observation,
  onFault: (cause: unknown) => void,
): DeskOptions => ({
  journal: measuredJournal(journal, meters),
  moment: createMoment(clock.now),
  snapshots: snapshotPolicy(),
  damages,
  onFault,
  onAnswered: (...answered) => meters.command(...answered),
});

/** Looked at when somebody asks, and then all parts are there. */
export const readingsOf = (late: {
  readonly core: () => Core;
  readonly gateway: () => Gateway;
}): Omit<ObservationOptions, 'dataDir' | 'log' | 'served'> => ({
  health: () => healthOf(late.core()),
  census: () => late.gateway().census(),
  mediaReady: () => late.core().media.state().state === 'ready',
  openConferences: () => late.core().desks.openCount,
  journalCheckedAt: () => late.core().guard.checkedAt(),
});

export const healthOf = ({ desks, media, guard }: Core): Health => ({
  status: media.state().state === 'ready' ? 'ok' : 'degraded',
  version: VERSION,
  uptimeSeconds: Math.round(process.uptime()),
  journal: { ...guard.health(), openConferences: desks.openCount },
  media: media.state(),
});

/** The secret stands in the fragment, which no browser sends and no log keeps. */
export const linkOf =
  (origin: string) =>
  (token: string): string =>
    `${origin}/join#${token}`;
