import { type AgendaPlan, agendaPlanSchema, MAX_ITEMS } from '../domain/agenda/agenda.ts';
import type { PersonInput } from '../domain/person.ts';
import { kindOf, kindTold } from './agenda-kind.ts';
import { placeAfter, timed, type WritingPlace } from './agenda-writing.ts';
import { DAY } from './day-time.ts';
import { headerOf, type PasteColumn, type PasteHeader } from './paste-header.ts';
import { type PasteError, type ReadRow, readRow } from './paste-row.ts';
import { cellsOf, SEPARATORS } from './sheet-cells.ts';

export interface PastedRow {
  /** Of the pasted table, from 1, its head counted. */
  readonly line: number;
  readonly plan: AgendaPlan;
  readonly presenter: PersonInput | null;
}

export type Paste =
  | { readonly kind: 'empty' }
  /** Columns without which nothing can be read. Nothing of the rest is. */
  | { readonly kind: 'refused'; readonly missing: readonly ('title' | 'time')[] }
  | { readonly kind: 'tooMany'; readonly max: number }
  | { readonly kind: 'read'; readonly rows: readonly PastedRow[]; readonly errors: readonly PasteError[] };

/** A programme pasted from a spreadsheet, by the names of its columns, as rows to be written at a place. */
export function readPaste(pasted: string, place: WritingPlace): Paste {
  if (pasted.trim() === '') return { kind: 'empty' };
  const { rows, header } = tableOf(pasted);
  const missing = missingIn(header);
  if (missing.length > 0) return { kind: 'refused', missing };
  const read = rows
    .map((cells, index) => ({ cells, line: index + 1 }))
    .slice(header.row + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells, line }) => readRow(cells, line, header));
  if (read.length > MAX_ITEMS) return { kind: 'tooMany', max: MAX_ITEMS };
  return read.length === 0 ? { kind: 'empty' } : placed(read, place);
}

/** The separator that makes most columns known. */
function tableOf(pasted: string) {
  const tables = SEPARATORS.map((separator) => {
    const rows = cellsOf(pasted, separator);
    return { rows, header: headerOf(rows) };
  });
  const most = Math.max(...tables.map(({ header }) => header.at.size));
  const [first] = tables.filter(({ header }) => header.at.size === most);
  return first ?? { rows: [], header: headerOf([]) };
}

const TIMES: readonly PasteColumn[] = ['start', 'end', 'duration'];

const missingIn = ({ at }: PasteHeader): readonly ('title' | 'time')[] => [
  ...(TIMES.some((column) => at.has(column)) ? [] : ['time' as const]),
  ...(at.has('title') ? [] : ['title' as const]),
];

/** On their days, one after another; what cannot be read stands aside and moves nothing. */
function placed(read: readonly ReadRow[], start: WritingPlace): Paste {
  const rows: PastedRow[] = [];
  const errors: PasteError[] = [];
  let place = start;
  for (const [index, one] of read.entries()) {
    const times = timed({ ...one.times, durationMs: lengthOf(read, index) }, place);
    const found = [...one.errors, ...timingErrors(one, times)];
    const plan = found.length === 0 ? planOf(one, times) : null;
    if (plan !== null) rows.push({ line: one.line, plan, presenter: one.presenter });
    else errors.push(...(found.length === 0 ? [one.error('title', 'titleUnfit')] : found));
    if (plan?.row === 'item' && 'timing' in times) place = placeAfter(place, times.timing.start, times.end);
  }
  return { kind: 'read', rows, errors };
}

function timingErrors(one: ReadRow, times: ReturnType<typeof timed>): readonly PasteError[] {
  if (one.row !== 'item' || !('fault' in times)) return [];
  const column = one.error('end', 'endBeforeStart').typed === '' ? 'start' : 'end';
  return times.fault === 'endBeforeStart'
    ? [one.error(column, 'endBeforeStart')]
    : [one.error('duration', 'timesDisagree')];
}

function planOf(
  { row, title, kind, times: { durationMs } }: ReadRow,
  times: ReturnType<typeof timed>,
): AgendaPlan | null {
  const wish =
    row === 'item'
      ? { row, kind: kindTold(kind) ?? kindOf(title), title, ...('timing' in times ? times.timing : {}) }
      : { row, title, ...(row === 'group' ? { targetMs: durationMs } : {}) };
  const fit = agendaPlanSchema.safeParse(wish);
  return fit.success ? fit.data : null;
}

/** A programme often says only when each item begins: such an item lasts until the next begins. Nothing said is zero. */
function lengthOf(read: readonly ReadRow[], index: number): number | null {
  const { start, end, durationMs } = read[index]?.times ?? { start: null, end: null, durationMs: null };
  if (durationMs !== null || end !== null) return durationMs;
  const after = read.slice(index + 1).filter(({ row }) => row === 'item');
  const next = after.findIndex(({ times }) => times.start !== null);
  const nextStart = after[next]?.times.start;
  if (start === null || nextStart == null) return 0;
  const between = after.slice(0, next).reduce((sum, { times }) => sum + (times.durationMs ?? 0), 0);
  return Math.max(0, ((nextStart - start + DAY) % DAY) - between);
}
