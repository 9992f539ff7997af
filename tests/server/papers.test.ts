import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerWords } from '../../server/papers/words.ts';
import type { Command } from '../../shared/domain/command.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { type RegisterRow, speechRegister } from '../../shared/views/speech-register.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';
import { unzip } from '../support/unzip.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

const must = async (command: Command): Promise<void> => {
  expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
};
const stateOf = async () => {
  const { text } = await secretariat.snapshot(conference.id, 'staff');
  return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
};
const paper = (bridgeId: SmallConference['anGiang'], subject: string): Command => ({
  type: 'registerSpeech',
  bridgeId,
  kind: 'paper',
  subject,
  speaker: { fullName: 'Lê Thị Ẩm Ưu', positions: ['Trưởng Ban Tổ chức'] },
  itemId: null,
  category: null,
  allottedMs: 420_000,
  override: null,
});

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
  await must(paper(conference.anGiang, '=HYPERLINK("http://x";"a")'));
  await must(paper(conference.caMau, 'Cán bộ & <công tác>'));
  await must({ type: 'openConference' });
  const [first] = queuedSpeeches((await stateOf()).floor);
  if (first === undefined) throw new Error('nobody waits');
  const { speechId } = first;
  await must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: ['bridge-absent'] });
  await must({ type: 'beginSpeech', speechId });
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  await must({ type: 'pauseSpeech', speechId });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await must({ type: 'continueSpeech', speechId });
  await must({ type: 'endSpeech', speechId });
});
afterAll(() => server.stop());

const PATH = (): string => `/api/conferences/${conference.id}/papers/speech-register.xlsx`;

/** The cells of the sheet by address; strings stand in a list of their own. */
async function cellsOf(): Promise<{ cells: ReadonlyMap<string, string>; sheet: string; styles: string }> {
  const response = await secretariat.fetch(PATH());
  expect(response.status).toBe(200);
  const files = unzip(Buffer.from(await response.arrayBuffer()));
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
  const strings = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gsu)].map(
    ([, text = '']) => text,
  );
  const cells = new Map<string, string>();
  for (const [, attributes = '', content = ''] of sheet.matchAll(/<c ([^>/]*)(?:\/>|>(.*?)<\/c>)/gsu)) {
    const address = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
    const value = /<v>(.*?)<\/v>/su.exec(content)?.[1] ?? /<t[^>]*>(.*?)<\/t>/su.exec(content)?.[1] ?? '';
    cells.set(address, attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : value);
  }
  return { cells, sheet, styles: files.get('xl/styles.xml') ?? '' };
}

const columnOf = (cells: ReadonlyMap<string, string>, name: string): string => {
  const found = [...cells].find(([address, value]) => /^[A-Z]+2$/.test(address) && value === name);
  return found?.[0].replace('2', '') ?? '';
};

test('[REG10] the sheet says to the second what the register says: begun, ended, paused, spoken', async () => {
  const { cells, styles } = await cellsOf();
  const [first] = speechRegister(await stateOf()) as readonly [RegisterRow];
  const { columns } = registerWords;
  const cell = (name: string, line = 3): string => cells.get(`${columnOf(cells, name)}${line}`) ?? '';
  const secondsOf = (days: string): number => Math.round(Number(days) * 86_400);
  const hanoi = (at: number | null): number => Math.floor(((at ?? 0) + 7 * 3_600_000) / 1_000) + 25_569 * 86_400;
  expect(secondsOf(cell(columns.calledAt))).toBe(hanoi(first.calledAt));
  expect(secondsOf(cell(columns.startedAt))).toBe(hanoi(first.startedAt));
  expect(secondsOf(cell(columns.endedAt))).toBe(hanoi(first.endedAt));
  expect(secondsOf(cell(columns.allotted))).toBe(420);
  expect(secondsOf(cell(columns.spoken))).toBe(1);
  expect(cell(columns.spokenSeconds)).toBe('1');
  expect(secondsOf(cell(columns.paused))).toBe(Math.floor(first.pausedMs / 1_000));
  expect(cell(columns.pauses)).toMatch(/^\d\d:\d\d:\d\d–\d\d:\d\d:\d\d tạm dừng$/);
  expect(cell(columns.outcome)).toBe('đã phát biểu');
  expect(cell(columns.outcome, 4)).toBe('đang chờ');
  expect(cell(columns.speaker)).toBe('Lê Thị Ẩm Ưu, Trưởng Ban Tổ chức');
  expect(cell(columns.bridge)).toBe('Điểm cầu An Giang');
  expect(styles).toContain('[mm]:ss');
  expect(styles).toContain('dd/mm/yyyy hh:mm:ss');
});

test('[REG11] what a stranger typed is text in every cell: no formula, no broken sheet', async () => {
  const { cells, sheet } = await cellsOf();
  const subject = columnOf(cells, registerWords.columns.subject);
  expect(cells.get(`${subject}3`)).toMatch(/^(?:'|&apos;|&#39;)=HYPERLINK/);
  expect(cells.get(`${subject}4`)).toBe('Cán bộ &amp; &lt;công tác&gt;');
  expect(sheet).not.toContain('<f>');
});

test('[REG12] the file has a Vietnamese name that every browser reads, and is no page', async () => {
  const response = await secretariat.fetch(PATH());
  expect(response.headers.get('content-type')).toContain('spreadsheetml.sheet');
  const disposition = response.headers.get('content-disposition') ?? '';
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\x21-\x7e]+$/);
  const encoded = disposition.split("UTF-8''")[1] ?? '';
  expect(decodeURIComponent(encoded)).toBe('Sổ theo dõi phát biểu 2026-11-22.xlsx');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});

test('[REG13] it is the staff’s: it names who was turned away', async () => {
  for (const seat of ['moderator', 'chair', 'announcer'] as const) {
    const staff = await Caller.signedIn(server, { seat, conference: conference.id });
    expect((await staff.fetch(PATH())).status).toBe(200);
  }
  const operator = { seat: 'operator', conference: conference.id, bridgeId: conference.anGiang } as const;
  for (const wish of [
    operator,
    { seat: 'wall', conference: conference.id },
    { seat: 'viewer', conference: conference.id },
  ] as const) {
    expect((await (await Caller.signedIn(server, wish)).fetch(PATH())).status).toBe(403);
  }
  const other = await createSmallConference(secretariat);
  const foreign = await Caller.signedIn(server, { seat: 'moderator', conference: other.id });
  expect((await foreign.fetch(PATH())).status).toBe(404);
});
