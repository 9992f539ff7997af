import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zipStream } from '../../server/papers/zip-stream.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import type { Command } from '../../shared/domain/command.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { ImportCaller, LIST_HEAD, manyPeople } from '../support/import-caller.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Caller, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';
import { unzip } from '../support/unzip.ts';

let server: TestServer;
let secretariat: Caller;

const filesLeft = (): readonly string[] => readdirSync(join(server.dataDir, 'imports'));

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

async function inNewConference() {
  const conference = await createSmallConference(secretariat);
  const must = async (command: Command): Promise<void> => {
    expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
  };
  return { conference, imports: new ImportCaller(secretariat, conference.id), must };
}

/** A workbook of some kilobytes whose sheet is a hundred megabytes long. */
async function bomb(): Promise<Buffer> {
  function* sheet() {
    yield '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
    const row = `<row><c t="inlineStr"><is><t>${' '.repeat(9_000)}</t></is></c></row>`;
    for (let at = 0; at < 11_000; at++) yield row;
    yield '</sheetData></worksheet>';
  }
  const { id } = await createSmallConference(secretariat);
  const honest = Buffer.from(
    await (await secretariat.fetch(`/api/conferences/${id}/papers/bridges.xlsx`)).arrayBuffer(),
  );
  const entries = [...unzip(honest)].map(([name, content]) => ({
    name,
    content: name === 'xl/worksheets/sheet1.xml' ? sheet() : [content],
  }));
  const parts: Buffer[] = [];
  for await (const part of zipStream(entries)) parts.push(part);
  return Buffer.concat(parts);
}

test('[IMP32] a file that is no table is refused with the reason, within seconds', async () => {
  const { imports } = await inNewConference();
  const begun = performance.now();
  const image = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  for (const [name, body, code] of [
    ['Ảnh.xlsx', image, /^file-/],
    ['Rỗng.csv', Buffer.alloc(0), /^file-empty$/],
    ['Một ô.csv', Buffer.from(`${LIST_HEAD}\n1,${'a'.repeat(20_000_000)},,,,,`), /^cell-too-long$/],
    ['Bom.xlsx', await bomb(), /^zip-bomb$/],
  ] as const) {
    const job = await imports.settled((await imports.start('delegates', name, body)).importId);
    expect(job).toMatchObject({ state: 'failed', fault: { code: expect.stringMatching(code) } });
    await until('its file is gone', 5_000, async () => filesLeft().length === 0);
  }
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect(await secretariat.fetch('/healthz').then(({ status }) => status)).toBe(200);
}, 60_000);

/** The server as a process of its own, so that it can be killed; no LiveKit is needed to read a list. */
const NO_LIVEKIT = {
  LIVEKIT_URL: 'http://127.0.0.1:9',
  LIVEKIT_API_KEY: 'k9Qw7ZpXv2',
  LIVEKIT_API_SECRET: 'zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sA',
};

test('[IMP33] killed while it reads, nothing stays; killed after the answer, everything does', async () => {
  const killed = await ServerProcess.start(NO_LIVEKIT);
  try {
    const caller = new Caller(killed.origin);
    await caller.signIn((killed.links.get('secretariat') ?? '').split('#')[1] ?? '');
    const own = await createSmallConference(caller);
    const files = new ImportCaller(caller, own.id);
    const list = async () =>
      delegatePageSchema.parse(await (await caller.fetch(`/api/conferences/${own.id}/delegates`)).json()).delegates;
    const expected = async () => {
      const { text } = await caller.snapshot(own.id, 'staff');
      const state = decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
      return sumOf(state.attendance.totals).expected;
    };
    const { importId } = await files.start('delegates', 'Dài.csv', manyPeople(60_000));
    await until('rows are written', 30_000, async () => (await files.job(importId)).rows > 5_000);
    await killed.end('SIGKILL');
    await killed.startAgain();
    expect(await files.jobs()).toEqual([]);
    expect(readdirSync(join(killed.dataDir, 'imports'))).toEqual([]);
    expect([await list(), await expected()]).toEqual([[], 0]);
    const again = await files.read('delegates', 'Ngắn.csv', manyPeople(3_000));
    expect(again.preview).toMatchObject({ added: 3_000, changed: 0, unchanged: 0 });
    expect(await files.apply(again.importId)).toMatchObject({ ok: true });
    await killed.end('SIGKILL');
    await killed.startAgain();
    expect([(await list()).length, await expected()]).toEqual([50, 3_000]);
    const same = await files.read('delegates', 'Ngắn.csv', manyPeople(3_000));
    expect(same.preview).toMatchObject({ added: 0, changed: 0, unchanged: 3_000 });
  } finally {
    await killed.close();
  }
}, 240_000);

test('[IMP31] while a large file is read, commands are answered at once', async () => {
  const { imports, must, conference } = await inNewConference();
  const { importId } = await imports.start('delegates', 'Dài.csv', manyPeople(80_000));
  await until('some rows are read', 20_000, async () => (await imports.job(importId)).rows > 0);
  const waits: number[] = [];
  for (let at = 0; at < 30; at++) {
    const begun = performance.now();
    const room = `Phòng ${at}`;
    await must({ type: 'assignBridgeStaff', bridgeId: conference.caMau, room, chairs: [], technician: null });
    waits.push(performance.now() - begun);
  }
  expect((await imports.job(importId)).state).toBe('reading');
  expect(waits.toSorted((a, b) => a - b)[27]).toBeLessThan(1_000);
  expect((await imports.settled(importId)).preview).toMatchObject({ added: 80_000 });
}, 90_000);
