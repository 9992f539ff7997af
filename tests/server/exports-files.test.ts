import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { importIdSchema } from '../../shared/domain/ids.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

const paper = (caller: Caller, file: string): Promise<Response> =>
  caller.fetch(`/api/conferences/${conference.id}/papers/${file}`);

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

test('[EXP9] files have Vietnamese names, their own type, and are no pages', async () => {
  for (const [file, type, name] of [
    ['delegates.xlsx', 'spreadsheetml.sheet', 'Danh sách đại biểu 2026-11-22.xlsx'],
    ['attendance.csv', 'text/csv', 'Tổng hợp điểm danh 2026-11-22.csv'],
  ] as const) {
    const response = await paper(secretariat, file);
    expect(response.headers.get('content-type')).toContain(type);
    const disposition = response.headers.get('content-disposition') ?? '';
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    await response.arrayBuffer();
  }
  const csv = Buffer.from(await (await paper(secretariat, 'delegates.csv')).arrayBuffer());
  expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test('[EXP10] more rows than an office opens come as CSV, and XLSX says so', async () => {
  const large = await createSmallConference(secretariat);
  const file = (name: string) => secretariat.fetch(`/api/conferences/${large.id}/papers/${name}`);
  expect((await file('delegates.xlsx')).status).toBe(200);
  // The counters of a list of 200,001 rows, as its import would write them.
  const store = await openSqliteStore(join(server.dataDir, 'journal.sqlite'));
  const { seq } = await secretariat.snapshot(large.id, 'staff');
  const appended = await store.journal.append({
    conference: large.id,
    expectedSeq: seq,
    events: [
      {
        actor: SYSTEM,
        event: {
          type: 'rollsRecounted',
          at: Date.now(),
          importId: importIdSchema.parse('large'),
          rolls: [{ bridgeId: large.anGiang, above: [], byCategory: { 'Đại biểu': { unmarked: 200_001 } } }],
          delegations: [],
        },
      },
    ],
    receipts: [],
    delegates: [],
  });
  expect(appended).toEqual({ ok: true });
  await store.close();
  // Somebody else wrote: the next command makes the desk read it.
  await secretariat.command(large.id, { type: 'countToRegion', bridgeId: large.caMau, region: 'Tây Nam Bộ' });
  const xlsx = await file('delegates.xlsx');
  expect([xlsx.status, await codeOf(xlsx)]).toEqual([409, 'too-long-for-xlsx']);
  expect((await file('delegates.csv')).status).toBe(200);
});
