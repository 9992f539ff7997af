import type { Command } from '../../shared/domain/command.ts';
import type { CommandId, ConferenceId, ImportId } from '../../shared/domain/ids.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import type { ImportJob, ImportList, ImportPreview, Mapping, RefusedRow } from '../../shared/protocol/list-import.ts';

/** A job as the server holds it: what a screen is told of, and what is needed to go on. */
export interface Job {
  readonly conference: ConferenceId;
  readonly importId: ImportId;
  readonly list: ImportList;
  readonly name: string;
  readonly startedAt: number;
  /** Under which the rows of the last reading wait: each reading has an id of its own. */
  stagedAs: ImportId;
  bytes: number;
  readBytes: number;
  rows: number;
  /** `receiving` until the file is whole; no screen is told of it. */
  state: 'receiving' | ImportJob['state'];
  fault: ImportJob['fault'];
  preview: ImportPreview | null;
  mapping: Mapping | null;
  /** Ends the reading that goes on, or that waits for its turn. */
  reading: AbortController | null;
  /** What applies the list; null: it cannot be applied yet. */
  command: Command | null;
  applied: { readonly id: CommandId; readonly ack: CommandAck } | null;
  /** Refused rows of a list that does not go through the table. */
  refused: RefusedRow[];
  /** The imports that stood in the lists when it was read: after another its preview is no longer true. */
  basis: string;
}

export function newJob(wish: Pick<Job, 'conference' | 'importId' | 'list' | 'name' | 'startedAt'>): Job {
  return {
    ...wish,
    stagedAs: wish.importId,
    bytes: 0,
    readBytes: 0,
    rows: 0,
    state: 'receiving',
    fault: null,
    preview: null,
    mapping: null,
    reading: null,
    command: null,
    applied: null,
    refused: [],
    basis: '',
  };
}

/** Holds a file, or rows that nobody sees yet. */
export const isOpen = ({ state, fault }: Job): boolean =>
  state === 'receiving' || state === 'reading' || state === 'ready' || state === 'applying' || isMappable(fault);

/** What a person can mend by naming the columns; the file is kept for it. */
export const isMappable = (fault: Job['fault']): boolean =>
  fault?.code === 'column-missing' || fault?.code === 'no-header';

export function publicJob(job: Job): ImportJob | null {
  const { importId, list, name, bytes, readBytes, rows, startedAt, state, fault, preview } = job;
  const appliedAs = state === 'applied' ? keptAs(job) : null;
  return state === 'receiving'
    ? null
    : { importId, list, name, bytes, readBytes, rows, startedAt, state, fault, preview, appliedAs };
}

/** Rows of delegates wait under the id of their reading; the other lists go by that of the job. */
const keptAs = ({ list, importId, stagedAs }: Job): ImportId => (list === 'delegates' ? stagedAs : importId);
