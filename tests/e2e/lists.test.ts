import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type FixtureSize, fixtureBridges, fixtureDelegates } from '../../scripts/fixtures/conference-lists.ts';
import { writeBridges, writeDelegates, writeDelegatesCsv } from '../../scripts/fixtures/write-lists.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { type Figure, sumOf } from '../../shared/domain/attendance/figure.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type BridgeId, type ConferenceId, conferenceIdSchema } from '../../shared/domain/ids.ts';
import { type BranchLine, branchPageSchema, delegationLinesSchema } from '../../shared/protocol/attendance.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { SecretariatSeat } from '../support/secretariat-seat.ts';
import { SentLists } from '../support/sent-lists.ts';
import { ServerProcess } from '../support/server-process.ts';

/**
 * The lists of a conference come as files, people are marked, moved, corrected and replaced, and then every total is
 * compared with a count in SQL over the rows and with the list that goes out as a file.
 */
const SIZES: readonly (readonly [FixtureSize, bridges: number])[] = [
  ['small', 8],
  ['sector', 40],
  ['sectorWide', 2_125],
];
/** The longest list is not read whole twice: so many of its rows tell as much. */
const AGAIN = 5_000;
const LONG = 240_000;

let server: ServerProcess;
let secretariat: SecretariatSeat;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-lists-'));
  server = await ServerProcess.start(NO_MEDIA);
  secretariat = await SecretariatSeat.signIn(server);
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(SIZES)('a %s conference with %i bridges beside the central one', (size, bridges) => {
  const id = conferenceIdSchema.parse(`lists-${size.toLowerCase()}`);
  const people = [...fixtureDelegates(size)];
  let lists: SentLists;

  test(
    '[IMP90] its bridges and delegates come from files, and the same people again bring nothing',
    async () => {
      lists = await SentLists.found(server, secretariat, id);
      const bridgeFile = join(folder, `${size}-bridges.xlsx`);
      await writeBridges(size, bridgeFile);
      expect((await lists.take('bridges', bridgeFile)).preview).toMatchObject({ added: bridges, refused: 0 });
      const file = join(folder, size === 'sectorWide' ? `${size}.csv` : `${size}.xlsx`);
      if (size === 'sectorWide') await writeDelegatesCsv(people, file);
      else await writeDelegates(size, file);
      expect((await lists.take('delegates', file)).preview).toMatchObject({ added: people.length, refused: 0 });
      expect(sumOf((await secretariat.stateOf(id)).attendance.totals).expected).toBe(people.length);
      const again = people.slice(0, AGAIN);
      await writeDelegatesCsv(again, join(folder, `${size}-again.csv`));
      const { preview } = await lists.read('delegates', join(folder, `${size}-again.csv`));
      expect(preview).toMatchObject({ added: 0, changed: 0, unchanged: again.length, refused: 0 });
      expect(fixtureBridges(size)).toHaveLength(bridges);
    },
    LONG,
  );

  test(
    '[ATT100] totals by bridge, delegation and category are those of the rows and of the file',
    async () => {
      await secretariat.must(id, { type: 'startPreparation' });
      await liveThrough(lists, id);
      const counted = countInSql(id);
      expect(await figuresByBridge(lists, id)).toEqual(counted.byBridge);
      expect(await figuresByDelegation(lists)).toEqual(counted.byDelegation);
      const { byCategory } = (await secretariat.stateOf(id)).attendance.totals;
      expect(new Map(Object.entries(byCategory))).toEqual(counted.byCategory);
      expect(await figuresInFile(lists)).toEqual(counted.byMark);
    },
    LONG,
  );
});

/** What happens to a list in a morning, on the first two bridges: a hundred people of each. */
async function liveThrough(lists: SentLists, id: ConferenceId): Promise<void> {
  const [from, to] = bridgesInOrder((await secretariat.stateOf(id)).bridges)
    .slice(1, 3)
    .map(({ bridgeId }) => bridgeId);
  if (from === undefined || to === undefined) throw new Error('there are no two bridges');
  const { delegates } = await lists.json(`delegates?bridge=${from}&limit=200`, delegatePageSchema);
  for (const [index, row] of delegates.entries()) await must(id, index, row, to);
}

async function must(id: ConferenceId, index: number, row: DelegateRow, toBridgeId: BridgeId): Promise<void> {
  const of = { bridgeId: row.bridgeId, delegateId: row.delegateId };
  const checkIn = { type: 'checkInDelegate', ...of, way: 'list', online: index % 9 === 0, seenAt: null } as const;
  const person = { fullName: 'Trần Văn Thay', positions: ['Phó Chánh Văn phòng'], homeUnit: row.homeUnit };
  const { fullName, positions, homeUnit, delegation, role, seat, number } = row;
  const facts = { fullName, positions, homeUnit, delegation, role, seat, number };
  const lives: readonly (readonly Command[])[] = [
    [checkIn],
    [checkIn, { type: 'markDelegateLeft', ...of }],
    [{ type: 'markDelegateAbsent', ...of, excused: index % 2 === 0, reason: 'Công tác' }],
    [{ type: 'seatSubstitute', ...of, substitute: person }],
    [checkIn, { type: 'moveDelegate', ...of, toBridgeId }],
    [checkIn, { type: 'correctDelegate', ...of, delegate: { ...facts, category: 'Khách danh dự' } }],
    [{ type: 'removeDelegate', ...of }],
    [],
  ];
  for (const command of lives[index % lives.length] ?? []) await secretariat.must(id, command);
}

const NONE: Figure = { expected: 0, onSite: 0, online: 0, absentExcused: 0, absentUnexcused: 0 };
const FIELD: Readonly<Record<string, keyof Figure>> = {
  present: 'onSite',
  late: 'onSite',
  left: 'onSite',
  online: 'online',
  absentExcused: 'absentExcused',
  absentUnexcused: 'absentUnexcused',
};

/** The rule of counting once more, over the rows of the table alone. */
function countInSql(conference: ConferenceId) {
  const db = new Sqlite(join(server.dataDir, 'journal.sqlite'), { readonly: true });
  const count = (column: 'bridge' | 'delegation' | 'category' | 'mark') =>
    z.array(z.object({ name: z.string(), mark: z.string(), people: z.int() })).parse(
      db
        .prepare(
          `SELECT ${column} AS name, mark, count(*) AS people FROM delegate_seen
             WHERE conference = ? AND (${column} = mark OR mark <> 'substituted') GROUP BY 1, 2`,
        )
        .all(conference),
    );
  const figures = (column: 'bridge' | 'delegation' | 'category') => {
    const all = new Map<string, Figure>();
    for (const { name, mark, people } of count(column)) {
      const before = all.get(name) ?? NONE;
      const field = FIELD[mark];
      const more = field === undefined ? {} : { [field]: before[field] + people };
      all.set(name, { ...before, expected: before.expected + people, ...more });
    }
    return all;
  };
  const byMark = new Map(count('mark').map(({ mark, people }) => [mark, people]));
  const counted = {
    byBridge: figures('bridge'),
    byDelegation: figures('delegation'),
    byCategory: figures('category'),
    byMark,
  };
  db.close();
  return counted;
}

/** Of every bridge that anybody is expected at, by its own figure; every branch is the sum of what is in it. */
async function figuresByBridge(lists: SentLists, id: ConferenceId): Promise<ReadonlyMap<string, Figure>> {
  const figures = new Map<string, Figure>();
  for (const line of await linesUnder(lists, null)) {
    figures.set(line.bridgeId, line.own);
    const below = line.bridges > 1 ? await linesUnder(lists, line.bridgeId) : [];
    for (const one of below) figures.set(one.bridgeId, one.own);
    expect(line.figure).toEqual([line.own, ...below.map(({ figure }) => figure)].reduce(add));
  }
  const { totals } = (await secretariat.stateOf(id)).attendance;
  expect(sumOf(totals)).toEqual([...figures.values()].reduce(add));
  return new Map([...figures].filter(([, { expected }]) => expected > 0));
}

const add = (a: Figure, b: Figure): Figure => ({
  expected: a.expected + b.expected,
  onSite: a.onSite + b.onSite,
  online: a.online + b.online,
  absentExcused: a.absentExcused + b.absentExcused,
  absentUnexcused: a.absentUnexcused + b.absentUnexcused,
});

async function linesUnder(lists: SentLists, under: BridgeId | null): Promise<readonly BranchLine[]> {
  const lines: BranchLine[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query = new URLSearchParams({ ...(under === null ? {} : { under }), ...(after === '' ? {} : { after }) });
    const page: z.infer<typeof branchPageSchema> = await lists.json(`branches?${query}`, branchPageSchema);
    lines.push(...page.lines);
    after = page.next;
  }
  return lines;
}

async function figuresByDelegation(lists: SentLists): Promise<ReadonlyMap<string, Figure>> {
  const { lines } = await lists.json('delegations', delegationLinesSchema);
  return new Map(lines.map(({ name, figure }) => [name, figure]));
}

const WORDS: Readonly<Record<string, string>> = {
  'chưa điểm danh': 'unmarked',
  'có mặt': 'present',
  'đến muộn': 'late',
  'dự trực tuyến': 'online',
  'đã về trước': 'left',
  'vắng có lý do': 'absentExcused',
  'vắng không lý do': 'absentUnexcused',
  'có người dự thay': 'substituted',
};

async function figuresInFile(lists: SentLists): Promise<ReadonlyMap<string, number>> {
  const marks = new Map<string, number>();
  for (const row of await lists.rowsOf('delegates')) {
    const mark = WORDS[row['Điểm danh'] ?? ''];
    if (mark !== undefined) marks.set(mark, (marks.get(mark) ?? 0) + 1);
  }
  return marks;
}
