import { foldForSearch } from '../base/vietnamese.ts';
import type { AgendaPlan } from '../domain/agenda/agenda.ts';
import { type PersonInput, personInputSchema } from '../domain/person.ts';
import type { TimingFault, TypedTimes } from './agenda-writing.ts';
import { readLength, readRange } from './day-time.ts';
import type { PasteColumn, PasteHeader } from './paste-header.ts';

export type PasteFault =
  | Exclude<TimingFault, 'lengthMissing'>
  | 'titleMissing'
  | 'titleUnfit'
  | 'timeUnreadable'
  | 'lengthUnreadable'
  | 'presenterUnfit';

export interface PasteError {
  readonly line: number;
  readonly column: PasteColumn;
  /** The head of the column as it was pasted. */
  readonly called: string;
  readonly typed: string;
  readonly fault: PasteFault;
}

/** A row as it was typed, its times not yet on any day. */
export interface ReadRow {
  readonly line: number;
  readonly title: string;
  readonly times: TypedTimes;
  readonly row: AgendaPlan['row'];
  readonly kind: string;
  readonly presenter: PersonInput | null;
  readonly errors: readonly PasteError[];
  readonly error: (column: PasteColumn, fault: PasteFault) => PasteError;
}

export function readRow(cells: readonly string[], line: number, header: PasteHeader): ReadRow {
  const cell = cellsBy(cells, header);
  const error = (column: PasteColumn, fault: PasteFault): PasteError => ({
    line,
    column,
    called: header.at.get(column)?.called ?? '',
    typed: cell(column),
    fault,
  });
  const { times, faults } = timesIn(cell);
  const row = rowKind(cell);
  const presenter = row === 'item' ? personIn(cell, header.at.has('positions')) : null;
  const unfit = presenter !== null && !personInputSchema.safeParse(presenter).success;
  return {
    line,
    title: cell('title'),
    times,
    row,
    kind: cell('kind'),
    presenter,
    errors: [
      ...(cell('title') === '' ? [error('title', 'titleMissing')] : []),
      ...faults.map(([column, fault]) => error(column, fault)),
      ...(unfit ? [error('presenter', 'presenterUnfit')] : []),
    ],
    error,
  };
}

type Cell = (column: PasteColumn) => string;

/** A heading that is merged across the table stands alone in its row, in the first column: it is the title. */
function cellsBy(cells: readonly string[], { at }: PasteHeader): Cell {
  const [alone = '', ...others] = cells.filter((one) => one !== '');
  const across = others.length === 0 && readRange(alone) === null && readLength(alone) === null;
  if (across) return (column) => (column === 'title' ? alone : '');
  return (column) => cells[at.get(column)?.index ?? -1] ?? '';
}

type CellFault = readonly [PasteColumn, PasteFault];

/** An empty cell, or a dash for one. */
const isBlank = (typed: string): boolean => /^[-–—]?$/u.test(typed);

function timesIn(cell: Cell): { readonly times: TypedTimes; readonly faults: readonly CellFault[] } {
  const [from, fromFaults] = read(cell, 'start', readRange);
  const [until, untilFaults] = read(cell, 'end', readRange);
  const [durationMs, lengthFaults] = read(cell, 'duration', readLength);
  const faults = [...fromFaults, ...untilFaults, ...lengthFaults];
  const deadline = [from, until].some((range) => range?.deadline === true);
  const end = endOf(until) ?? from?.end ?? null;
  return { times: { start: from?.start ?? null, end, durationMs, deadline: deadline && end !== null }, faults };
}

/** In a column of ends one time alone is an end. */
const endOf = (until: ReturnType<typeof readRange>): number | null => until?.end ?? until?.start ?? null;

function read<T>(
  cell: Cell,
  column: PasteColumn,
  reader: (typed: string) => T | null,
): readonly [T | null, readonly CellFault[]] {
  const typed = cell(column);
  if (isBlank(typed)) return [null, []];
  const value = reader(typed);
  const fault = column === 'duration' ? 'lengthUnreadable' : 'timeUnreadable';
  return [value, value === null ? [[column, fault]] : []];
}

const GROUP_KIND = /^(?:nhom|phien|phan|group)\b/u;
const NOTE_KIND = /^(?:ghi chu|note)\b/u;
/** "I. PHẦN NGHI LỄ", "Phiên buổi sáng": what heads other rows has no time, and looks like it. */
const HEADS = /^(?:[ivx]+\s?[.)]|phien\b|phan (?:thu\b|[ivx\d]))/u;
const FILLED: readonly PasteColumn[] = ['start', 'end', 'duration', 'presenter', 'positions', 'kind'];

function rowKind(cell: Cell): AgendaPlan['row'] {
  const kind = foldForSearch(cell('kind'));
  if (GROUP_KIND.test(kind)) return 'group';
  if (NOTE_KIND.test(kind)) return 'note';
  return FILLED.every((column) => isBlank(cell(column))) && looksLikeHead(cell('title')) ? 'group' : 'item';
}

function looksLikeHead(title: string): boolean {
  const capitals = title === title.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(title);
  return capitals || HEADS.test(foldForSearch(title));
}

const ADDRESS = /^(?:đồng chí|đ\/c|đc\.?|ông|bà)\s+/iu;
const NAME = /^\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,5}$/u;

/** One cell holds a name, a title, or both; with a column for titles it holds the name alone. */
function personIn(cell: Cell, titlesApart: boolean): PersonInput | null {
  const parts = partsOf(cell('presenter'), titlesApart ? /[;]/u : /[,;–]|\s-\s/u);
  const [first = '', ...others] = parts;
  const addressed = ADDRESS.test(first);
  const isName = titlesApart || addressed || NAME.test(first);
  const fullName = isName && first !== '' ? first.replace(ADDRESS, '') : null;
  const positions = [...(isName ? others : parts), ...partsOf(cell('positions'), /[;]/u)];
  return fullName === null && positions.length === 0 ? null : { fullName, positions };
}

const partsOf = (typed: string, apart: RegExp): string[] =>
  typed
    .split(apart)
    .map((part) => part.trim())
    .filter((part) => part !== '');
