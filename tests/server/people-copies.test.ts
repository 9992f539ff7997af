import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { erasedPersonSchema, startedSuccessorSchema } from '../../shared/protocol/archive.ts';
import { startedRehearsalSchema } from '../../shared/protocol/http.ts';
import { delegatesOf, stateOf } from '../support/archived-conference.ts';
import { filesWith } from '../support/files-with.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

const WISH = { title: 'Hội nghị lần hai', date: '2027-11-20', periodReviewed: null, periodPlanned: null };
/** Of letters that stand nowhere else. */
const GOING = { fullName: 'Zwyxvut Ngọc Lan', positions: ['Chuyên viên'], homeUnit: 'Sở Tài chính' };
const rest = { category: 'Đại biểu', delegation: 'An Giang', role: null, seat: null, number: null };
const listed = (one: Pick<DelegateInput, 'fullName' | 'positions' | 'homeUnit'>): DelegateInput => ({
  ...one,
  ...rest,
});

let server: TestServer;
let secretariat: Caller;
let first: SmallConference;
let second: ConferenceId;
let third: ConferenceId;
let rehearsal: ConferenceId;
let stranger: SmallConference;

const must = async (conference: ConferenceId, command: Command): Promise<void> => {
  expect(await secretariat.command(conference, command)).toMatchObject({ ok: true });
};
const post = async (conference: ConferenceId, what: string, body: unknown): Promise<unknown> => {
  const response = await secretariat.fetch(`/api/conferences/${conference}/${what}`, { method: 'POST', body });
  expect(response.status).toBe(201);
  return response.json();
};
const hold = async (conference: ConferenceId): Promise<void> => {
  await must(conference, { type: 'openConference' });
  await must(conference, { type: 'closeConference' });
};
const found = async (conference: ConferenceId) => delegatesOf(secretariat, conference, 'zwyxvut');
const erase = (caller: Caller, conference: ConferenceId, delegateId: string) =>
  caller.fetch(`/api/conferences/${conference}/people/${delegateId}`, { method: 'DELETE' });

/** A series of three with a rehearsal of the last, and a conference that has nothing to do with them. */
beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  first = await createSmallConference(secretariat);
  const { anGiang, central } = first;
  const others = [
    { ...GOING, homeUnit: 'Sở Y tế' },
    { fullName: 'Nguyễn Văn Ở', positions: ['Giám đốc'], homeUnit: 'Sở Tài chính' },
  ];
  await must(first.id, { type: 'registerDelegates', bridgeId: anGiang, delegates: [GOING, ...others].map(listed) });
  const { fullName, positions } = GOING;
  await must(first.id, {
    type: 'assignBridgeStaff',
    bridgeId: central,
    room: null,
    chairs: [{ fullName, positions }],
    technician: null,
  });
  await hold(first.id);
  second = startedSuccessorSchema.parse(await post(first.id, 'successors', WISH)).conference;
  const [copy] = (await found(second)).filter(({ homeUnit }) => homeUnit === GOING.homeUnit);
  if (copy === undefined) throw new Error('nobody was copied');
  // Moved to another hall, with another post: nothing but the copy's origin says that it is the same person.
  const promoted = listed({ ...GOING, positions: ['Phó Giám đốc'] });
  await must(second, { type: 'correctDelegate', bridgeId: anGiang, delegateId: copy.delegateId, delegate: promoted });
  await must(second, { type: 'moveDelegate', bridgeId: anGiang, delegateId: copy.delegateId, toBridgeId: central });
  await must(second, { type: 'startPreparation' });
  await hold(second);
  third = startedSuccessorSchema.parse(await post(second, 'successors', { ...WISH, date: '2028-11-20' })).conference;
  await must(third, { type: 'startPreparation' });
  rehearsal = startedRehearsalSchema.parse(await post(third, 'rehearsals', { startsAt: Date.now() })).conference;
  stranger = await createSmallConference(secretariat);
  await must(stranger.id, { type: 'registerDelegates', bridgeId: stranger.anGiang, delegates: [listed(GOING)] });
}, 120_000);
afterAll(() => server.stop());

test('[PPL9] a seat of one conference is told that the person stands in others, and nothing is erased by halves', async () => {
  const bound = await Caller.signedIn(server, { seat: 'secretariat', conference: second });
  const [copy] = (await found(second)).filter(({ homeUnit }) => homeUnit === GOING.homeUnit);
  const refused = await erase(bound, second, copy?.delegateId ?? '');
  expect([refused.status, await codeOf(refused)]).toEqual([403, 'not-permitted']);
  expect(await found(second)).toHaveLength(2);
});

test('[PPL10] one press erases the person from the whole series and its rehearsals, and nobody else', async () => {
  expect(await filesWith(server.dataDir, 'zwyxvut')).not.toEqual([]);
  const [copy] = (await found(second)).filter(({ homeUnit }) => homeUnit === GOING.homeUnit);
  const seqs = () =>
    Promise.all(
      [first.id, second, third, stranger.id].map(async (id) => (await secretariat.snapshot(id, 'staff')).seq),
    );
  const before = await seqs();
  const response = await erase(secretariat, second, copy?.delegateId ?? '');
  // Rows of three lists, and the chair of the first hall in four journals.
  expect(erasedPersonSchema.parse(await response.json())).toEqual({ erased: 7 });
  for (const conference of [first.id, second, third]) {
    expect((await found(conference)).map(({ homeUnit }) => homeUnit)).toEqual(['Sở Y tế']);
    const rows = await delegatesOf(secretariat, conference);
    expect(rows.map(({ fullName }) => fullName)).toContain('Nguyễn Văn Ở');
  }
  for (const conference of [first.id, second, third, rehearsal]) {
    expect(JSON.stringify(await stateOf(secretariat, conference))).not.toContain('Zwyxvut');
  }
  // Each journal says how many went; the conference that was not copied from them says nothing, and keeps its own.
  expect((await seqs()).map((seq, at) => seq - (before[at] ?? 0))).toEqual([1, 1, 1, 0]);
  expect(await found(stranger.id)).toHaveLength(1);
}, 60_000);

test('[PPL11] and none is left in the files once the last who is called so is gone', async () => {
  for (const conference of [first.id, stranger.id]) {
    for (const { delegateId } of await found(conference)) await erase(secretariat, conference, delegateId);
  }
  expect(await filesWith(server.dataDir, 'zwyxvut')).toEqual([]);
}, 60_000);
