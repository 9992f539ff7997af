import { afterAll, beforeAll, expect, test } from 'vitest';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { type StartedSuccessor, startedSuccessorSchema } from '../../shared/protocol/archive.ts';
import {
  delegatesOf,
  type HeldOnServer,
  holdConference,
  RARE,
  SPEAKER,
  stateOf,
} from '../support/archived-conference.ts';
import { Caller, codeOf, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';

const WISH = { title: 'Hội nghị lần hai', date: '2027-11-20', periodReviewed: null, periodPlanned: '2028' };
const DAY_MS = 86_400_000;

let server: TestServer;
let held: HeldOnServer;
let next: StartedSuccessor;

const begin = (caller: Caller, conference: string, body: unknown = WISH) =>
  caller.fetch(`/api/conferences/${conference}/successors`, { method: 'POST', body });
const nextState = () => stateOf(held.secretariat, next.conference);

async function begun(response: Response): Promise<StartedSuccessor> {
  if (response.status !== 201)
    throw new Error(`the next one was answered ${response.status}: ${await response.text()}`);
  return startedSuccessorSchema.parse(await response.json());
}

beforeAll(async () => {
  server = await startTestServer();
  held = await holdConference(server);
  next = await begun(await begin(held.secretariat, held.small.id));
}, 120_000);
afterAll(() => server.stop());

test('[SER1] the next conference follows the last one, under its own title and day', async () => {
  const { conference } = await nextState();
  expect(conference).toMatchObject({
    ...WISH,
    phase: 'draft',
    organiser: 'Ban Tổ chức',
    follows: { conference: held.small.id, title: 'Hội nghị thử', date: '2026-11-22' },
  });
});

test('[SER2] it has the same halls, with their chairs and technicians', async () => {
  const facts = (state: Awaited<ReturnType<typeof nextState>>) =>
    bridgesInOrder(state.bridges).map(({ link: _, losses: __, ...rest }) => rest);
  expect(facts(await nextState())).toEqual(facts(await held.state()));
});

test('[SER3] the programme stands at the same clock times of the new day, and nothing of it has happened', async () => {
  const [before] = (await held.state()).agenda.items;
  const [after] = (await nextState()).agenda.items;
  if (before?.plan.row !== 'item' || after?.plan.row !== 'item') throw new Error('there is no item');
  const days = (Date.parse('2027-11-20') - Date.parse('2026-11-22')) / DAY_MS;
  expect(after.plan.start - before.plan.start).toBe(days * DAY_MS);
  expect([after.plan.title, after.presenter?.fullName, after.progress]).toEqual([
    before.plan.title,
    'Vũ Đình Chủ',
    { status: 'waiting' },
  ]);
});

test('[SER4] the delegates are summoned again without a mark; a substitute is not', async () => {
  const rows = await delegatesOf(held.secretariat, next.conference);
  expect(next.delegates).toBe(33);
  expect(rows).toHaveLength(33);
  expect(new Set(rows.map(({ mark }) => mark))).toEqual(new Set(['unmarked']));
  expect(rows.map(({ fullName }) => fullName)).toEqual(expect.arrayContaining([SPEAKER, RARE, 'Lê Văn Vắng']));
  expect(rows.map(({ fullName }) => fullName)).not.toContain('Phạm Người Thay');
  const before = await delegatesOf(held.secretariat, held.small.id, SPEAKER);
  expect(before[0]?.delegateId).not.toBe(rows.find(({ fullName }) => fullName === SPEAKER)?.delegateId);
});

test('[SER5] what is still to be done goes on with where it comes from, and keeps its first origin', async () => {
  const origin = { conference: held.small.id, title: 'Hội nghị thử', date: '2026-11-22' };
  expect((await nextState()).records.tasks).toMatchObject([
    { text: 'Báo cáo kết quả sắp xếp tổ chức', state: 'open', carriedFrom: origin },
  ]);
  for (const type of ['startPreparation', 'openConference', 'closeConference'] as const) {
    await held.secretariat.command(next.conference, { type });
  }
  const wish = { ...WISH, title: 'Hội nghị lần ba', date: '2028-11-20' };
  const third = await begun(await begin(held.secretariat, next.conference, wish));
  expect((await stateOf(held.secretariat, third.conference)).records.tasks).toMatchObject([{ carriedFrom: origin }]);
  expect((await held.state()).records.tasks).toMatchObject([{ state: 'open', carriedFrom: null }]);
});

test('[SER6] only the secretariat of all conferences begins one, and only after one that is over', async () => {
  const running = await createSmallConference(held.secretariat);
  const early = await begin(held.secretariat, running.id);
  expect([early.status, await codeOf(early)]).toEqual([409, 'wrong-phase']);
  const bound = await Caller.signedIn(server, { seat: 'secretariat', conference: held.small.id });
  expect((await begin(bound, held.small.id)).status).toBe(403);
  const director = await Caller.signedIn(server, { seat: 'director' });
  expect((await begin(director, held.small.id)).status).toBe(403);
  expect((await begin(held.secretariat, held.small.id, { ...WISH, title: '' })).status).toBe(400);
});
