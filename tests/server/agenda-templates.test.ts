import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { agendaTemplateSummarySchema, storedAgendaTemplateSchema } from '../../shared/protocol/http.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

const PATH = '/api/agenda-templates';
let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

const row = (index: number) => ({
  row: 'item',
  kind: 'report',
  title: `Mục ${index} – ${'Báo cáo kết quả công tác tổ chức xây dựng Đảng '.repeat(4)}`.trim(),
  startMs: index * 60_000,
  soft: index > 0,
  span: { lock: 'duration', durationMs: 60_000 },
});
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(index));
const save = (caller: Caller, name: string, count = 2) =>
  caller.fetch(PATH, { method: 'POST', body: { name, template: { rows: rows(count) } } });
const all = async (caller = secretariat) =>
  z.array(agendaTemplateSummarySchema).parse(await (await caller.fetch(PATH)).json());

test('[TPL10] a template is kept whole, also one of three hundred rows, found by its name and taken away', async () => {
  const saved = await save(secretariat, 'Giao ban quý', 300);
  expect(saved.status).toBe(201);
  const { id, ...rest } = agendaTemplateSummarySchema.parse(await saved.json());
  expect(rest).toMatchObject({ name: 'Giao ban quý', rows: 300 });
  expect(await all()).toEqual([{ id, ...rest }]);
  const whole = storedAgendaTemplateSchema.parse(await (await secretariat.fetch(`${PATH}/${id}`)).json());
  expect(whole.template.rows).toEqual(rows(300));
  expect((await secretariat.fetch(`${PATH}/${id}`, { method: 'DELETE' })).status).toBe(204);
  expect(await all()).toEqual([]);
  for (const method of ['GET', 'DELETE']) {
    const gone = await secretariat.fetch(`${PATH}/${id}`, { method });
    expect([gone.status, await codeOf(gone)]).toEqual([404, 'template-unknown']);
  }
});

test('[TPL11] the secretariat writes, the staff reads, nobody else sees any', async () => {
  const { id } = agendaTemplateSummarySchema.parse(await (await save(secretariat, 'Chung')).json());
  for (const seat of ['moderator', 'chair', 'announcer'] as const) {
    const staff = await Caller.signedIn(server, { seat, conference: conference.id });
    expect((await all(staff)).map(({ name }) => name)).toEqual(['Chung']);
    expect((await staff.fetch(`${PATH}/${id}`)).status).toBe(200);
    expect((await save(staff, 'Của tôi')).status).toBe(403);
    expect((await staff.fetch(`${PATH}/${id}`, { method: 'DELETE' })).status).toBe(403);
  }
  const operator = { seat: 'operator', conference: conference.id, bridgeId: conference.anGiang } as const;
  for (const wish of [
    operator,
    { seat: 'wall', conference: conference.id },
    { seat: 'viewer', conference: conference.id },
  ] as const) {
    const outside = await Caller.signedIn(server, wish);
    expect((await outside.fetch(PATH)).status).toBe(403);
    expect((await outside.fetch(`${PATH}/${id}`)).status).toBe(403);
  }
  expect((await new Caller(server.origin).fetch(PATH)).status).toBe(401);
  expect((await all()).map(({ name }) => name)).toEqual(['Chung']);
});

test('[TPL12] what is no programme is refused, and nothing is kept', async () => {
  const before = await all();
  const [good] = rows(1);
  for (const body of [
    {},
    { name: '', template: { rows: [good] } },
    { name: 'x', template: { rows: [] } },
    { name: 'x', template: { rows: rows(301) } },
    { name: 'x', template: { rows: [{ ...good, startMs: 'sáng' }] } },
    { name: 'x', template: { rows: [{ ...good, extra: 1 }] } },
    { name: 'x', template: { rows: [{ ...good, span: { lock: 'duration', durationMs: -1 } }] } },
  ]) {
    expect((await secretariat.fetch(PATH, { method: 'POST', body })).status).toBe(400);
  }
  expect(await all()).toEqual(before);
});

test('[TPL13] there are at most two hundred; one that goes makes room', async () => {
  const first = (await all())[0];
  if (first === undefined) throw new Error('none is kept');
  for (let count = (await all()).length; count < 200; count++)
    expect((await save(secretariat, `Mẫu ${count}`, 1)).status).toBe(201);
  const refused = await save(secretariat, 'Một nữa');
  expect([refused.status, await refused.json()]).toEqual([
    409,
    { ok: false, code: 'too-many-templates', params: { max: 200 } },
  ]);
  await secretariat.fetch(`${PATH}/${first.id}`, { method: 'DELETE' });
  expect((await save(secretariat, 'Một nữa')).status).toBe(201);
  expect(await all()).toHaveLength(200);
});
