import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import type { Person } from '../../shared/domain/person.ts';
import type { Pause } from '../../shared/domain/run.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { type RegisterRow, speechRegister } from '../../shared/views/speech-register.ts';
import { safeCell } from './safe-cell.ts';
import { registerWords as words } from './words.ts';

/** Sheets count days from 30 December 1899 and know no time zone: what is written is Hanoi's clock, UTC+7 all year. */
const HANOI_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const FIRST_DAY = 25_569;

/** Whole seconds, as the clocks of the screens show them. */
const seconds = (ms: number): number => Math.floor(ms / 1_000);

/** A second is no even part of a day: without the half millisecond some offices would cut 08:00:00 to 07:59:59. */
const days = (ms: number): number => (seconds(ms) * 1_000 + 0.5) / DAY_MS;

const text = (value: string | null): CellObject => ({ type: String, value: safeCell(value ?? ''), wrap: true });
const count = (value: number | null): CellObject | null => (value === null ? null : { type: Number, value });
const clock = (at: number | null): CellObject | null =>
  at === null
    ? null
    : {
        type: Number,
        value: days(at + HANOI_MS) + FIRST_DAY,
        format: 'dd/mm/yyyy hh:mm:ss',
      };
const length = (ms: number | null): CellObject | null =>
  ms === null ? null : { type: Number, value: days(ms), format: '[mm]:ss' };

interface Column {
  readonly name: string;
  readonly width: number;
  readonly cell: (row: RegisterRow) => CellObject | null;
}

const { columns: named } = words;
const COLUMNS: readonly Column[] = [
  { name: named.number, width: 6, cell: ({ number }) => count(number) },
  { name: named.bridge, width: 30, cell: ({ bridge }) => text(bridge) },
  { name: named.speaker, width: 36, cell: ({ speaker }) => text(nameAndTitle(speaker)) },
  { name: named.kind, width: 20, cell: ({ kind }) => text(words.kinds[kind]) },
  { name: named.item, width: 28, cell: ({ item }) => text(item) },
  { name: named.subject, width: 44, cell: ({ subject }) => text(subject) },
  { name: named.allotted, width: 14, cell: ({ allottedMs }) => length(allottedMs) },
  { name: named.calledAt, width: 20, cell: ({ calledAt }) => clock(calledAt) },
  { name: named.startedAt, width: 20, cell: ({ startedAt }) => clock(startedAt) },
  { name: named.endedAt, width: 20, cell: ({ endedAt }) => clock(endedAt) },
  { name: named.paused, width: 14, cell: ({ startedAt, pausedMs }) => length(startedAt === null ? null : pausedMs) },
  { name: named.pauses, width: 40, cell: ({ pauses }) => text(pauses.map(pauseText).join('; ')) },
  { name: named.spoken, width: 14, cell: ({ spokenMs }) => length(spokenMs) },
  { name: named.spokenSeconds, width: 14, cell: ({ spokenMs }) => count(spokenMs === null ? null : seconds(spokenMs)) },
  { name: named.outcome, width: 22, cell: ({ outcome }) => text(words.outcomes[outcome]) },
  { name: named.calledBackOf, width: 10, cell: ({ calledBackOf }) => count(calledBackOf) },
];

/** All that the register says, as it travels to the worker that writes it. */
export interface RegisterTable {
  readonly heading: string;
  readonly rows: readonly RegisterRow[];
}

export function registerTable(state: ConferenceState): RegisterTable {
  const { title, rehearsalOf } = state.conference;
  const heading = `${words.heading(title)}${rehearsalOf === null ? '' : ` (${words.rehearsal})`}`;
  return { heading, rows: speechRegister(state) };
}

/** The register of speeches as a sheet that an office opens, sorts and files. */
export function registerXlsx(table: RegisterTable): Promise<Buffer> {
  const rows: Row[] = [
    [{ type: String, value: safeCell(table.heading), fontWeight: 'bold' }],
    COLUMNS.map(({ name }) => ({ type: String, value: name, fontWeight: 'bold', wrap: true })),
    ...table.rows.map((row) => COLUMNS.map(({ cell }) => cell(row))),
  ];
  const sheet = { sheet: words.sheet, columns: COLUMNS.map(({ width }) => ({ width })), stickyRowsCount: 2 };
  return writeExcelFile(rows, { ...sheet, orientation: 'landscape' }).toBuffer();
}

const nameAndTitle = ({ fullName, positions }: Person): string =>
  [...(fullName === null ? [] : [fullName]), ...positions].join(', ');

const hourOf = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** '08:41:10–08:42:02 mất tín hiệu' */
const pauseText = ({ from, to, cause }: Pause): string =>
  `${hourOf.format(from)}–${hourOf.format(to)} ${words.pauseCauses[cause]}`;
