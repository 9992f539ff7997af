import { afterAll, beforeAll, expect, test } from 'vitest';
import { listWords } from '../../server/papers/list-words.ts';
import { getFrom, valuesOf } from '../../shared/base/persistent-map.ts';
import { recountOf } from '../../shared/domain/attendance/attendance.ts';
import { figureOfMarks, sumOf } from '../../shared/domain/attendance/figure.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type DelegatePage, delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { readPaste } from '../../shared/views/agenda-paste.ts';
import { sheetText } from '../../shared/views/sheet-cells.ts';
import { csvRows, namedRows, xlsxRows } from '../support/sheet-file.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  SECRET_PHONE,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;
let delegates: DelegatePage['delegates'];

const FORMULA = '=HYPERLINK("http://x";"a")';
const must = async (command: Command): Promise<void> => {
  expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
};
const stateOf = async () => {
  const { text } = await secretariat.snapshot(conference.id, 'staff');
  return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
};
const paper = (caller: Caller, file: string): Promise<Response> =>
  caller.fetch(`/api/conferences/${conference.id}/papers/${file}`);
const bytesOf = async (file: string, caller = secretariat): Promise<Buffer> => {
  const response = await paper(caller, file);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
};
const delegate = (fullName: string, category: string, delegation: string) => ({
  fullName,
  positions: ['Tỉnh ủy viên', 'Giám đốc Sở Nội vụ'],
  category,
  homeUnit: 'Sở Nội vụ',
  delegation,
  role: null,
  seat: 'B2',
  number: null,
});
const row = (name: string): DelegatePage['delegates'][number] => {
  const found = delegates.find(({ fullName }) => fullName === name);
  if (found === undefined) throw new Error(`${name} is not on the list`);
  return found;
};
const ofDelegate = (name: string) => ({ bridgeId: row(name).bridgeId, delegateId: row(name).delegateId });
const readDelegates = async (): Promise<void> => {
  const response = await secretariat.fetch(`/api/conferences/${conference.id}/delegates?limit=200`);
  delegates = delegatePageSchema.parse(await response.json()).delegates;
};
const list = (bridgeId: BridgeId, people: readonly ReturnType<typeof delegate>[]): Promise<void> =>
  must({ type: 'registerDelegates', bridgeId, delegates: [...people] });

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
  await list(conference.anGiang, [
    delegate('Lê Thị Ẩm Ưu', 'Chính thức', 'Đoàn An Giang'),
    delegate('Trần Văn Đủ', 'Chính thức', 'Đoàn An Giang'),
    delegate('Phạm Vắng', 'Khách mời', 'Đoàn Kiên Giang'),
    delegate(FORMULA, 'Khách mời', 'Đoàn Kiên Giang'),
  ]);
  await list(conference.central, [delegate('Ngô Chưa', 'Chính thức', 'Đoàn An Giang')]);
  await readDelegates();
  await must({ type: 'checkInDelegate', ...ofDelegate('Lê Thị Ẩm Ưu'), way: 'badge', online: false, seenAt: null });
  await must({ type: 'markDelegateAbsent', ...ofDelegate('Phạm Vắng'), excused: true, reason: 'Đi công tác' });
  await must({
    type: 'seatSubstitute',
    ...ofDelegate('Trần Văn Đủ'),
    substitute: { fullName: 'Vũ Thay', positions: ['Phó Giám đốc'], homeUnit: 'Sở Nội vụ' },
  });
  await must({
    type: 'reportHeadcount',
    bridgeId: conference.caMau,
    expectedRevision: 0,
    categories: [
      { category: 'Chính thức', expected: 30, onSite: 27, online: 1, absentExcused: 1, absentUnexcused: 1 },
      { category: 'Khách mời', expected: 5, onSite: 5, online: 0, absentExcused: 0, absentUnexcused: 0 },
    ],
    signedBy: { fullName: 'Đỗ Ký', positions: ['Chánh Văn phòng'] },
    note: '+1 đến muộn',
    accepting: [],
  });
  await must({
    type: 'addAgendaItems',
    items: [
      {
        plan: {
          row: 'item',
          kind: 'report',
          title: '-Báo cáo; "tổng kết"\u00A0năm',
          start: Date.parse('2026-11-22T08:00:00+07:00'),
          soft: false,
          span: { lock: 'duration', durationMs: 1_200_000 },
        },
        presenter: { fullName: 'Lê Thị Ẩm Ưu', positions: ['Trưởng Ban Tổ chức'] },
      },
    ],
    beforeItemId: null,
  });
  await readDelegates();
});
afterAll(() => server.stop());

test('[EXP1] the list of delegates says all that an office needs, the same in both formats', async () => {
  const csv = csvRows(await bytesOf('delegates.csv'));
  const { delegates: named, marks, ways } = listWords;
  const by = (name: string) => csv.find((one) => one[named.fullName] === name) ?? {};
  expect(csv).toHaveLength(6);
  expect(by('Lê Thị Ẩm Ưu')).toMatchObject({
    [named.positions]: 'Tỉnh ủy viên; Giám đốc Sở Nội vụ',
    [named.category]: 'Chính thức',
    [named.homeUnit]: 'Sở Nội vụ',
    [named.delegation]: 'Đoàn An Giang',
    [named.bridge]: 'Điểm cầu An Giang',
    [named.seat]: 'B2',
    [named.mark]: marks.present,
    [named.way]: ways.badge,
  });
  expect(by('Lê Thị Ẩm Ưu')[named.markedAt]).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d$/);
  expect(by('Phạm Vắng')).toMatchObject({ [named.mark]: marks.absentExcused, [named.reason]: 'Đi công tác' });
  expect(by('Trần Văn Đủ')[named.mark]).toBe(marks.substituted);
  expect(by('Vũ Thay')[named.substituteFor]).toBe('Trần Văn Đủ');
  expect(by('Ngô Chưa')).toMatchObject({ [named.mark]: marks.unmarked, [named.markedAt]: '' });
  const xlsx = namedRows(await bytesOf('delegates.xlsx'));
  const same = ({ [named.markedAt]: _, ...rest }: Readonly<Record<string, string>>) => rest;
  expect(xlsx.map(same)).toEqual(csv.map(same));
});

test('[EXP2] what begins a formula is text in every list and both formats', async () => {
  const { delegates: named, attendance, agenda } = listWords;
  for (const read of [
    async () => csvRows(await bytesOf('delegates.csv')),
    async () => namedRows(await bytesOf('delegates.xlsx')),
  ]) {
    const names = (await read()).map((one) => one[named.fullName]);
    expect(names).toContain(`'${FORMULA}`);
    expect(names).not.toContain(FORMULA);
  }
  expect(csvRows(await bytesOf('attendance.csv')).map((one) => one[attendance.note])).toContain("'+1 đến muộn");
  expect(csvRows(await bytesOf('agenda.csv'))[0]?.[agenda.title]).toMatch(/^'-Báo cáo/);
  const sheet = (await bytesOf('delegates.xlsx')).toString('latin1');
  expect(sheet).not.toContain('<f>');
});

test('[EXP3] attendance by bridge adds up to the totals of the conference; silence is not zero', async () => {
  const state = await stateOf();
  const { attendance: named, standing, total, all } = listWords;
  const rows = csvRows(await bytesOf('attendance.csv'));
  const sum = rows.find((one) => one[named.bridge] === total && one[named.category] === all) ?? {};
  const figure = sumOf(state.attendance.totals);
  expect(figure).toEqual(sumOf(recountOf(state.attendance.byBridge)));
  const figures = (one: Readonly<Record<string, string>>) =>
    (['expected', 'onSite', 'online', 'absentExcused', 'absentUnexcused'] as const).map((key) =>
      Number(one[named[key]]),
    );
  expect(figures(sum)).toEqual([
    figure.expected,
    figure.onSite,
    figure.online,
    figure.absentExcused,
    figure.absentUnexcused,
  ]);
  expect(sum[named.standing]).toBe(standing.sum(2, 3));
  // The same sum again from the lines of the bridges, by category.
  const ofCategory = (category: string) =>
    rows.filter((one) => one[named.bridge] !== total && one[named.category] === category);
  for (const [category, { expected, onSite }] of Object.entries(state.attendance.totals.byCategory)) {
    const lines = ofCategory(category);
    expect(lines.reduce((count, one) => count + Number(one[named.expected]), 0)).toBe(expected);
    expect(lines.reduce((count, one) => count + Number(one[named.onSite]), 0)).toBe(onSite);
  }
  const whole = (name: string) => rows.find((one) => one[named.bridge] === name && one[named.category] === all) ?? {};
  expect(whole('Điểm cầu Trung ương')).toMatchObject({
    [named.expected]: '1',
    [named.onSite]: '',
    [named.standing]: standing.unreported,
  });
  expect(whole('Điểm cầu Cà Mau')).toMatchObject({
    [named.revision]: '1',
    [named.signedBy]: 'Đỗ Ký, Chánh Văn phòng',
    [named.absentUnexcused]: '1',
    [named.standing]: standing.reported,
  });
});

test('[EXP4] totals by delegation are those of the lists, wherever its people sit', async () => {
  const state = await stateOf();
  const { delegations: named, total } = listWords;
  const rows = namedRows(await bytesOf('delegations.xlsx'));
  const counted = state.attendance.byDelegation;
  if (counted === null) throw new Error('the staff are not told of the delegations');
  expect(
    rows.slice(0, -1).map((one) => [one[named.name], Number(one[named.expected]), Number(one[named.onSite])]),
  ).toEqual(
    ['Đoàn An Giang', 'Đoàn Kiên Giang'].map((name) => {
      const marks = getFrom(counted, name);
      const figure = marks === undefined ? null : figureOfMarks(marks);
      return [name, figure?.expected, figure?.onSite];
    }),
  );
  const expected = [...valuesOf(counted)].reduce((sum, marks) => sum + figureOfMarks(marks).expected, 0);
  expect(rows.at(-1)).toMatchObject({ [named.name]: total, [named.expected]: String(expected) });
});

test('[EXP5] the programme that is exported is read back as it was', async () => {
  const { agenda } = await stateOf();
  const rows = xlsxRows(await bytesOf('agenda.xlsx')).slice(1);
  const columns = [...(rows[0] ?? new Map<string, string>()).keys()];
  const text = sheetText(rows.map((one) => columns.map((column) => (one.get(column) ?? '').replace(/^'-/, '-'))));
  const read = readPaste(text, { lastStart: null, free: Date.parse('2026-11-22T07:00:00+07:00') });
  if (read.kind !== 'read') throw new Error(read.kind);
  expect(read.rows.map(({ plan }) => plan)).toEqual(
    agenda.items.map(({ plan }) => ({ ...plan, title: '-Báo cáo; "tổng kết" năm' })),
  );
});

test('[EXP6] the record of check-ins says who did what, where, when and how, in its order', async () => {
  const { checkIns: named, marks, ways, seats } = listWords;
  const rows = csvRows(await bytesOf('check-ins.csv'));
  expect(rows.map((one) => [one[named.fullName], one[named.act], one[named.way], one[named.by]])).toEqual([
    ['Lê Thị Ẩm Ưu', marks.present, ways.badge, seats.secretariat],
    ['Phạm Vắng', marks.absentExcused, '', seats.secretariat],
    ['Trần Văn Đủ', marks.substituted, '', seats.secretariat],
  ]);
  expect(rows.every((one) => one[named.bridge] === 'Điểm cầu An Giang' && one[named.at] !== '')).toBe(true);
});

test('[EXP7] a bridge’s operator takes home the own branch and nothing else', async () => {
  const operator = await Caller.signedIn(server, {
    seat: 'operator',
    conference: conference.id,
    bridgeId: conference.anGiang,
  });
  const { delegates: named, bridges, attendance } = listWords;
  const own = csvRows(await bytesOf('delegates.csv', operator));
  expect(own).toHaveLength(5);
  expect(new Set(own.map((one) => one[named.bridge]))).toEqual(new Set(['Điểm cầu An Giang']));
  expect(csvRows(await bytesOf('bridges.csv', operator)).map((one) => one[bridges.name])).toEqual([
    'Điểm cầu An Giang',
  ]);
  const attended = csvRows(await bytesOf('attendance.csv', operator)).map((one) => one[attendance.bridge]);
  expect(attended).not.toContain('Điểm cầu Cà Mau');
  expect((await paper(operator, `delegates.csv?bridge=${conference.caMau}`)).status).toBe(403);
  for (const file of ['delegations.csv', 'agenda.csv']) expect((await paper(operator, file)).status).toBe(403);
  // The control: the staff have the same files of the same bridge, with the phone.
  const caMau = await bytesOf(`bridges.csv?bridge=${conference.caMau}`);
  expect(caMau.toString()).toContain(SECRET_PHONE);
  const own2 = await Caller.signedIn(server, {
    seat: 'operator',
    conference: conference.id,
    bridgeId: conference.central,
  });
  expect((await bytesOf('bridges.csv', own2)).toString()).not.toContain(SECRET_PHONE);
});

test('[EXP8] lists are for the staff: seats of the hall and foreign seats are refused', async () => {
  for (const seat of ['moderator', 'chair', 'announcer'] as const) {
    const staff = await Caller.signedIn(server, { seat, conference: conference.id });
    expect((await paper(staff, 'delegates.csv')).status).toBe(200);
  }
  for (const seat of ['wall', 'viewer'] as const) {
    const other = await Caller.signedIn(server, { seat, conference: conference.id });
    expect((await paper(other, 'delegates.csv')).status).toBe(403);
  }
  const kiosk = { seat: 'kiosk', conference: conference.id, bridgeId: conference.anGiang } as const;
  expect((await paper(await Caller.signedIn(server, kiosk), 'delegates.csv')).status).toBe(403);
  const other = await createSmallConference(secretariat);
  const foreign = await Caller.signedIn(server, { seat: 'moderator', conference: other.id });
  expect((await paper(foreign, 'delegates.csv')).status).toBe(404);
  expect((await paper(new Caller(server.origin), 'delegates.csv')).status).toBe(401);
  const unknown = await paper(secretariat, 'phones.csv');
  expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'unknown-address']);
});
