import type { Agenda, AgendaItem, AgendaItemKind, Span } from '../domain/agenda/agenda.ts';
import { plannedTimes } from '../domain/agenda/planned.ts';
import { DAY, startOfDay } from './day-time.ts';
import { PASTE_COLUMNS, type PasteColumn } from './paste-header.ts';
import { sheetText } from './sheet-cells.ts';

export interface SheetWords {
  readonly heads: Readonly<Record<PasteColumn, string>>;
  readonly kinds: Readonly<Record<AgendaItemKind, string>>;
  readonly group: string;
  readonly note: string;
}

type Cells = Partial<Record<PasteColumn, string>>;

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, '0');

function clock(at: number): string {
  const minutes = Math.floor((at - startOfDay(at)) / MINUTE) % (DAY / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The programme as a table for a spreadsheet: what `readPaste` reads back as it was. */
export function agendaSheet(agenda: Agenda, words: SheetWords): string {
  const times = new Map(plannedTimes(agenda).map((one) => [one.item.itemId, one]));
  return sheetText([
    PASTE_COLUMNS.map((column) => words.heads[column]),
    ...agenda.items.map((item) => {
      const cells = cellsOf(item, times.get(item.itemId)?.start ?? 0, words);
      return PASTE_COLUMNS.map((column) => cells[column] ?? '');
    }),
  ]);
}

function cellsOf({ plan, presenter }: AgendaItem, start: number, words: SheetWords): Cells {
  if (plan.row === 'note') return { title: plan.title, kind: words.note };
  if (plan.row === 'group') return { title: plan.title, kind: words.group, duration: minutesOf(plan.targetMs) };
  return {
    ...(plan.soft ? {} : { start: clock(start) }),
    ...spanCells(plan.span),
    title: plan.title,
    kind: words.kinds[plan.kind],
    presenter: presenter?.fullName ?? '',
    positions: (presenter?.positions ?? []).join('; '),
  };
}

const minutesOf = (ms: number | null): string => (ms === null ? '' : String(Math.round(ms / MINUTE)));

const spanCells = (span: Span): Cells =>
  span.lock === 'duration'
    ? { duration: minutesOf(span.durationMs) }
    : { end: `${clock(span.end)}${span.deadline ? '!' : ''}` };
