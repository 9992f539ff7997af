import {
  type FileFault,
  fileFaultSchema,
  type ImportField,
  type ImportJob,
  importFieldSchema,
} from '../../../../shared/protocol/list-import.ts';
import { formatCount } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';
import type { ImportBoard, Refused } from './import-desk.ts';

const words = () => text.lists;

type Params = NonNullable<ImportJob['fault']>['params'];

const MEGA = 1_000_000;

/** '12,4 MB'; what is small counts in kilobytes. */
export function formatBytes(bytes: number): string {
  const [value, unit] = bytes >= MEGA ? [bytes / MEGA, 'MB'] : [bytes / 1_000, 'kB'];
  const digits = unit === 'MB' ? 1 : 0;
  const shown = new Intl.NumberFormat(text.common.figures, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${shown.format(unit === 'kB' ? Math.ceil(value) : value)} ${unit}`;
}

const isField = (field: string): field is ImportField => importFieldSchema.safeParse(field).success;

/** What a column means, in words; a meaning that only a newer server knows stays as it is called. */
export const fieldName = (field: string): string => (isField(field) ? words().fields[field] : field);

/** 'fullName positions': any one of them would do. */
const anyOf = (fields: string): string =>
  fields
    .split(/[\s,]+/u)
    .map(fieldName)
    .join(words().or);

/** Figures as papers write them, columns by what they mean. */
function readable({ code, params }: Fault): Params {
  const measure = code === 'file-too-large' ? formatBytes : formatCount;
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'missing') return [name, anyOf(String(value))];
      const called = name === 'max' ? 'limit' : name;
      return [called, typeof value === 'number' ? measure(value) : value];
    }),
  );
}

interface Fault {
  readonly code: FileFault;
  readonly params: Params;
}

/** Why a file is not taken and what to do next. */
export const faultSentence = (fault: Fault): string => words().fileFaults[fault.code](readable(fault));

/** The same for an answer of the server: a file can be refused before there is a job of it. */
export function refusedSentence(refused: Refused): string {
  if (refused.kind === 'offline') return text.common.notSent;
  const fault = fileFaultSchema.safeParse(refused.code);
  if (fault.success) return faultSentence({ code: fault.data, params: refused.params });
  return text.refusals.sentence(refused.code, refused.params);
}

export interface CountedWords {
  readonly added: string;
  readonly changed: string;
  readonly unchanged: string;
  readonly refused: string;
}

export const countedWords = (counts: NonNullable<ImportJob['preview']>): CountedWords => ({
  added: formatCount(counts.added),
  changed: formatCount(counts.changed),
  unchanged: formatCount(counts.unchanged),
  refused: formatCount(counts.refused),
});

/** What a screen reader is told of jobs that came to an end since the board was last seen; null: nothing. */
export function newsOf(before: ImportBoard, now: ImportBoard): string | null {
  if (before.told === 'waiting') return null;
  const stateBefore = new Map(before.jobs.map(({ importId, state }) => [importId, state]));
  const told = now.jobs.flatMap((job) => (stateBefore.get(job.importId) === job.state ? [] : endOf(job)));
  return told.length === 0 ? null : told.join(' ');
}

function endOf({ state, name, preview, fault }: ImportJob): readonly string[] {
  if (state === 'ready' && preview !== null) return [words().news.ready({ name, ...countedWords(preview) })];
  if (state === 'applied') return [words().news.applied(name)];
  if (state === 'failed' && fault !== null) return [words().news.failed(name, faultSentence(fault))];
  return [];
}
