import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ImportPreview, Mapping } from '../../shared/protocol/list-import.ts';
import { placeAtEnd, type WritingPlace } from '../../shared/views/agenda-writing.ts';
import type {
  KnownBridge,
  ListChunk,
  ListJob,
  Outcome,
  ReadingDone,
  ReadingListeners,
  ReadingProgress,
} from '../lists/list-reading.ts';
import { type DelegateImports, MAX_CHANGES } from '../store/delegate-imports.ts';
import type { Job } from './import-job.ts';
import { agendaPreview, bridgesPreview, brokenOff, delegatesPreview } from './import-preview.ts';

/** Where rows of delegates wait unseen, fed with what the reader packs. */
export type RowStaging = Omit<DelegateImports, 'addChunk'>;

export interface ReadingTools {
  readonly read: (job: ListJob, listeners: ReadingListeners) => Promise<Outcome>;
  readonly staging: RowStaging;
  readonly onFault: (cause: unknown) => void;
}

/** What a reading led to: a list that can be applied, or why there is none. */
export type ReadResult =
  | { readonly kind: 'ready'; readonly preview: ImportPreview; readonly command: Command }
  | { readonly kind: 'failed'; readonly fault: NonNullable<Job['fault']>; readonly preview: ImportPreview | null }
  | { readonly kind: 'cancelled' };

export interface Source {
  readonly path: string;
  readonly state: ConferenceState;
  readonly mapping: Mapping | null;
}

/** Memory holds the refused rows of small lists: more of them are counted and not listed. */
const MAX_REFUSED = 5_000;

class TooManyChanges extends Error {
  override readonly name = 'TooManyChanges';
}

/** Reads the file of a job; rows of delegates go to their table while they come, and nobody sees them there. */
export async function readJob(job: Job, source: Source, tools: ReadingTools): Promise<ReadResult> {
  const { stagedAs: importId, conference, name } = job;
  const { read, staging } = tools;
  const staged = job.list === 'delegates';
  if (staged) await staging.begin({ conference, importId, name });
  try {
    const result = await take(job, await read(listJob(job, source), listenersOf(job, tools)), source.state, staging);
    if (staged && result.kind !== 'ready') await staging.discard(importId);
    return result;
  } catch (cause) {
    if (staged) await staging.discard(importId);
    if (!(cause instanceof TooManyChanges)) throw cause;
    return { kind: 'failed', fault: { code: 'too-many-changes', params: { max: MAX_CHANGES } }, preview: null };
  }
}

function listenersOf(job: Job, { staging, onFault }: ReadingTools): ReadingListeners {
  const { stagedAs: importId, list, reading } = job;
  const onChunk = async ({ count, packed, refused }: ListChunk): Promise<void> => {
    if (list !== 'delegates') {
      job.refused.push(...refused.slice(0, Math.max(0, MAX_REFUSED - job.refused.length)));
      return;
    }
    if (refused.length > 0) await staging.refuse(importId, refused);
    if (count > 0 && (await staging.addPacked(importId, packed)).tooManyChanges) throw new TooManyChanges();
  };
  const onProgress = ({ bytes, rows }: ReadingProgress): void => {
    job.readBytes = bytes;
    job.rows = rows;
  };
  return { onChunk, onProgress, onDeath: onFault, ...(reading === null ? {} : { signal: reading.signal }) };
}

async function take(job: Job, outcome: Outcome, state: ConferenceState, staging: RowStaging): Promise<ReadResult> {
  if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
  if (outcome.kind === 'fault') {
    const { code, params, sheets } = outcome;
    const preview = sheets.length === 0 ? null : brokenOff(sheets);
    return { kind: 'failed', fault: { code, params: { ...params } }, preview };
  }
  return { kind: 'ready', ...(await applicable(job, outcome, state, staging)) };
}

async function applicable(job: Job, done: ReadingDone, state: ConferenceState, staging: RowStaging) {
  const { importId, stagedAs, name, refused } = job;
  if (done.bridges !== null) {
    const { bridges, changes } = done.bridges;
    const command: Command = {
      type: 'importBridges',
      importId,
      name,
      bridges: [...bridges],
      changes: [...changes],
    };
    return { preview: bridgesPreview(done, done.bridges, refused, state), command };
  }
  if (done.agenda !== null) {
    const items = done.agenda.map(({ plan, presenter }) => ({ plan, presenter }));
    const command: Command = { type: 'addAgendaItems', items, beforeItemId: null, file: { importId, name } };
    return { preview: agendaPreview(done, refused), command };
  }
  const preview = delegatesPreview(done, await staging.finish(stagedAs), state);
  return { preview, command: { type: 'applyDelegateImport', importId: stagedAs } satisfies Command };
}

function listJob({ list, name }: Job, { path, state, mapping }: Source): ListJob {
  const bridges = bridgesInOrder(state.bridges).map(
    (bridge): KnownBridge => ({
      bridgeId: bridge.bridgeId,
      name: bridge.name,
      shortName: bridge.shortName,
      parentId: bridge.parentId,
      region: bridge.region,
      room: bridge.room,
      chairs: bridge.chairs,
      technician: bridge.technician,
      central: bridge.tier === 0,
    }),
  );
  const only = bridges.length === 1 ? bridges[0] : undefined;
  return { list, path, name, mapping, bridges, defaultBridgeId: only?.bridgeId ?? null, place: placeOf(state) };
}

/** When an empty programme begins, until somebody says otherwise: 08:00 in Hà Nội. */
const placeOf = ({ agenda, conference }: ConferenceState): WritingPlace =>
  placeAtEnd(agenda, Date.parse(`${conference.date}T08:00:00+07:00`) || 0);
