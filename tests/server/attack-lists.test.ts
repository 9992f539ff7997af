import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import type { Command } from '../../shared/domain/command.ts';
import { importIdSchema } from '../../shared/domain/ids.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { ImportCaller, LIST_HEAD, manyPeople } from '../support/import-caller.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  SECRET_PHONE,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

const person = (more: Partial<DelegateInput> = {}): DelegateInput => ({
  fullName: 'Nguyễn Văn An',
  positions: [],
  category: 'Đại biểu',
  homeUnit: 'Sở Nội vụ',
  delegation: 'An Giang',
  role: null,
  seat: null,
  number: null,
  ...more,
});

async function attacked() {
  const conference = await createSmallConference(secretariat);
  const { id } = conference;
  const stateOf = async () => {
    const read = snapshotSchema.parse(JSON.parse((await secretariat.snapshot(id)).text));
    return decodeState(read.state as EncodedState);
  };
  return {
    conference,
    imports: new ImportCaller(secretariat, id),
    act: (command: Command) => secretariat.command(id, command),
    stateOf,
    figure: async () => sumOf((await stateOf()).attendance.totals),
    listed: async (query: string, caller = secretariat) =>
      delegatePageSchema.parse(await (await caller.fetch(`/api/conferences/${id}/delegates?${query}`)).json()),
  };
}

const PROTOTYPE_NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
const headcount = (category: string) => ({
  category,
  expected: 3,
  onSite: 2,
  online: 0,
  absentExcused: 0,
  absentUnexcused: 0,
});

describe('names that every object has', () => {
  test.each(PROTOTYPE_NAMES)('[ATT110] the category %s counts as any other or is refused', async (category) => {
    const { conference, act, figure } = await attacked();
    const { anGiang: bridgeId } = conference;
    await act({ type: 'registerDelegates', bridgeId, delegates: [person(), person({ category })] }).catch(() => null);
    const listed = (await figure()).expected;
    expect(listed).toBe((await attackedList(conference.id)).length);
    const reported = await act({
      type: 'reportHeadcount',
      bridgeId,
      expectedRevision: 0,
      categories: [headcount(category)],
      signedBy: null,
      note: null,
      accepting: [],
    }).catch(() => ({ ok: false }));
    expect((await figure()).expected).toBe(reported.ok ? 3 : listed);
  });

  test.each(PROTOTYPE_NAMES)('[ATT110] a file with the category %s is read but for that row', async (category) => {
    const { conference, imports, figure, stateOf } = await attacked();
    const rows = `1,Nguyễn Văn An,,Đại biểu,Sở,Đoàn,An Giang\n2,Lê Thị Bình,,${category},Sở,Đoàn,An Giang`;
    const { importId, preview } = await imports.read('delegates', 'Danh sách.csv', `${LIST_HEAD}\n${rows}`);
    expect(preview.added + preview.refused).toBe(2);
    expect(await imports.apply(importId)).toMatchObject({ ok: true });
    expect(await figure()).toMatchObject({ expected: (await attackedList(conference.id)).length, onSite: 0 });
    expect(Object.keys((await stateOf()).attendance.totals.byCategory)).toHaveLength(preview.added);
  });

  test.each(PROTOTYPE_NAMES)(
    '[ATT111] the delegation, the unit and the head of a column may be called %s',
    async (name) => {
      const { conference, imports, figure } = await attacked();
      const rows = `1,Nguyễn Văn An,,Đại biểu,${name},${name},An Giang`;
      const head = `${LIST_HEAD},${name}`;
      const { importId } = await imports.read('delegates', 'Danh sách.csv', `${head}\n${rows},${name}`);
      expect((await imports.remap(importId, { [name]: name })).status).toBe(200);
      await imports.settled(importId);
      expect(await imports.apply(importId)).toMatchObject({ ok: true });
      expect((await figure()).expected).toBe(1);
      const lines = await secretariat.fetch(`/api/conferences/${conference.id}/delegations`).then((one) => one.json());
      expect(lines).toMatchObject({ lines: [{ name, figure: { expected: 1 } }] });
    },
  );

  const attackedList = async (id: string) =>
    delegatePageSchema.parse(await (await secretariat.fetch(`/api/conferences/${id}/delegates`)).json()).delegates;
});

test('[IMP100] the same file sent twice before either is applied does not double anybody', async () => {
  const { imports, figure } = await attacked();
  const body = manyPeople(20);
  const one = await imports.read('delegates', 'Một.csv', body);
  const two = await imports.read('delegates', 'Hai.csv', body);
  expect(await imports.apply(one.importId)).toMatchObject({ ok: true });
  const again = await secretariat.fetch(`${imports.base}/${two.importId}/apply`, {
    method: 'POST',
    body: { id: randomUUID() },
  });
  expect([again.status, await codeOf(again)]).toEqual([409, 'import-not-ready']);
  await imports.settled(two.importId);
  expect((await imports.job(two.importId)).preview).toMatchObject({ added: 0, changed: 0 });
  expect((await figure()).expected).toBe(20);
});

test('[ATT112] a column of names taken for the delegation is not made a delegation for each', async () => {
  const { imports, stateOf } = await attacked();
  const rows = Array.from({ length: 50_000 }, (_, at) => `${at},Nguyễn Văn An ${at},,Đại biểu,Sở,Đoàn ${at},An Giang`);
  const job = await imports.settled(
    (await imports.start('delegates', 'Sai.csv', `${LIST_HEAD}\n${rows.join('\n')}`)).importId,
  );
  if (job.fault === null) await imports.apply(job.importId);
  expect((await stateOf()).attendance.byDelegation?.size ?? 0).toBeLessThanOrEqual(40_000);
}, 60_000);

test('[ATT113] an undo gives nobody back to a bridge that is gone', async () => {
  const { conference, imports, act, stateOf, listed } = await attacked();
  const { anGiang, caMau } = conference;
  await act({ type: 'registerDelegates', bridgeId: anGiang, delegates: [person({ number: 'A1' })] });
  const head = 'Mã đại biểu,Họ và tên,Thành phần,Đơn vị,Đoàn,Điểm cầu';
  const { importId, preview } = await imports.read(
    'delegates',
    'Chuyển.csv',
    `${head}\nA1,Nguyễn Văn An,Đại biểu,Sở Nội vụ,An Giang,Cà Mau`,
  );
  expect(preview).toMatchObject({ changed: 1, added: 0 });
  expect(await imports.apply(importId)).toMatchObject({ ok: true });
  expect(await act({ type: 'removeBridge', bridgeId: anGiang, accepting: ['attendance-struck'] })).toMatchObject({
    ok: true,
  });
  const undone = await act({
    type: 'undoImport',
    importId: importIdSchema.parse((await stateOf()).attendance.imports[0]?.importId),
    accepting: ['marks-lost'],
  });
  expect(undone).toMatchObject({ ok: false, code: 'bridge-unknown' });
  expect((await listed('')).delegates).toMatchObject([{ bridgeId: caMau }]);
});

test('[KSK50] a kiosk hears no reasons, names of signers or phones, over any route', async () => {
  const { conference, act } = await attacked();
  const { id, caMau: bridgeId } = conference;
  const note = 'GHI-CHU-RIENG';
  await act({ type: 'registerDelegates', bridgeId, delegates: [person()] });
  await act({
    type: 'reportHeadcount',
    bridgeId,
    expectedRevision: 0,
    categories: [headcount('Đại biểu')],
    signedBy: { fullName: 'NGUOI-KY', positions: [] },
    note,
    accepting: [],
  });
  await act({ type: 'excuseBridge', bridgeId, reason: 'LY-DO-RIENG' });
  const kiosk = await Caller.signedIn(server, { seat: 'kiosk', conference: id, bridgeId });
  for (const path of [
    `snapshot?stream=public`,
    `snapshot?stream=bridge:${bridgeId}`,
    `snapshot?stream=door:${bridgeId}`,
    `snapshot?stream=staff`,
    'delegates',
    'branches',
    'delegations',
    'readiness?tiers=2',
    'imports',
    'papers/attendance.csv',
    'papers/delegates.csv',
    'papers/check-ins.csv',
    `papers/bridges.csv?bridge=${bridgeId}`,
  ]) {
    const answer = await kiosk.fetch(`/api/conferences/${id}/${path}`);
    const text = await answer.text();
    for (const secret of [note, 'NGUOI-KY', 'LY-DO-RIENG', SECRET_PHONE])
      expect(`${path} ${answer.status} ${text.includes(secret) ? secret : ''}`).toBe(`${path} ${answer.status} `);
  }
});

test('[BDG20] whoever guesses the check of a badge must wait at the door too', async () => {
  const { conference, act, listed } = await attacked();
  const { id, anGiang, caMau } = conference;
  await act({ type: 'registerDelegates', bridgeId: caMau, delegates: [person()] });
  const badge = (await listed('')).delegates[0]?.badge ?? '';
  const operator = await Caller.signedIn(server, { seat: 'operator', conference: id, bridgeId: anGiang });
  const read = (one: string) =>
    operator.fetch(`/api/conferences/${id}/badges/read`, { method: 'POST', body: { badge: one } });
  expect((await read(badge)).status).toBe(200);
  const statuses = new Set<number>();
  for (let at = 0; at < 400; at++)
    statuses.add((await read(`${badge.slice(0, -4)}${String(at).padStart(4, '0')}`)).status);
  expect([...statuses]).toContain(429);
});

test('[EXP20] a name cannot open a cell of its own where lists are parted by semicolons', async () => {
  const { conference, act } = await attacked();
  const { id, anGiang: bridgeId } = conference;
  await act({
    type: 'registerDelegates',
    bridgeId,
    delegates: [person({ fullName: 'An;=1+1;x', homeUnit: 'Sở; －1+1' })],
  });
  const text = await (await secretariat.fetch(`/api/conferences/${id}/papers/delegates.csv`)).text();
  expect(text).toContain("An;'=1+1;x");
  expect(text).toContain("Sở; '－1+1");
});
