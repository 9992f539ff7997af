import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { handsOf } from '../../shared/domain/ballots/ballot.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BallotId, DelegateId } from '../../shared/domain/ids.ts';
import { delegateIdSchema } from '../../shared/domain/ids.ts';
import { ballotOnWall, ballotResult } from '../../shared/views/ballot-result.ts';
import { question } from '../support/ballot-builders.ts';
import { CATEGORY, checkIn, delegateInput, headcount, operatorOf, counts as reportOf } from '../support/builders.ts';
import { actOn, type Bench, HN, openBench, prepare } from '../support/desk.ts';
import { type Folder, temporaryFolder } from '../support/sqlite.ts';

const DELEGATES = 120;
const QUESTION = question();
const REFUSED = { ok: false, code: 'ballot-open', params: { voted: 1 } };

let folder: Folder;
let store: Awaited<ReturnType<typeof openSqliteStore>>;
let bench: Bench;
let delegates: readonly DelegateId[];

beforeEach(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore(folder.file);
  bench = await openBench(store.journal);
  await prepare(bench);
  delegates = await gather(DELEGATES);
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const hall = (index: number) => {
  const found = bridgesInOrder(bench.desk.state.bridges)[index];
  if (found === undefined) throw new Error('no such hall');
  return found.bridgeId;
};

async function must(...[command, as]: Parameters<Bench['act']>): Promise<void> {
  expect(await bench.act(command, as)).toMatchObject({ ok: true });
}

/** So many delegates, listed and there. */
async function gather(count: number): Promise<readonly DelegateId[]> {
  const bridgeId = hall(1);
  const inputs = Array.from({ length: count }, (_, index) => delegateInput({ fullName: `Đại biểu ${index}` }));
  await must({ type: 'registerDelegates', bridgeId, delegates: inputs });
  const ids = rowsOf('event').flatMap(({ type, body }) =>
    type === 'delegatesRegistered' ? registered.parse(JSON.parse(String(body))).delegates : [],
  );
  await Promise.all(ids.map(({ delegateId }) => must(checkIn(bridgeId, delegateId))));
  return ids.map(({ delegateId }) => delegateId);
}

const registered = z.object({ delegates: z.array(z.object({ delegateId: delegateIdSchema })) });

const tableNames = (db: InstanceType<typeof Sqlite>): readonly string[] =>
  z
    .array(z.string())
    .parse(
      db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").pluck().all(),
    );

const anyRow = z.record(z.string(), z.unknown());

function rowsOf(table: string): readonly Record<string, unknown>[] {
  const db = new Sqlite(folder.file, { readonly: true });
  const rows = z.array(anyRow).parse(db.prepare(`SELECT * FROM "${table}"`).all());
  db.close();
  return rows;
}

/** Every row of every table of the file, as text. */
function everyRow(): readonly { readonly table: string; readonly words: string }[] {
  const db = new Sqlite(folder.file, { readonly: true });
  const names = tableNames(db);
  db.close();
  return names.flatMap((table) =>
    rowsOf(table).map((row) => ({
      table,
      words: Object.entries(row)
        .map(([column, value]) => `${column}=${value instanceof Uint8Array ? '' : String(value)}`)
        .join(' '),
    })),
  );
}

async function openVoting(manner: 'hands' | 'open' | 'secret'): Promise<BallotId> {
  await must({ type: 'prepareBallot', ballot: { ...QUESTION, manner } });
  const id = bench.desk.state.ballots.list.at(-1)?.ballotId;
  if (id === undefined) throw new Error('nothing was prepared');
  await must({ type: 'openBallot', ballotId: id });
  return id;
}

const phone = (delegateId: DelegateId): Actor => ({ seat: 'delegate', session: delegateId, bridgeId: hall(1) });
const castBy = (ballotId: BallotId, delegateId: DelegateId, option: number) =>
  bench.act({ type: 'castVote', ballotId, delegateId, option }, { actor: phone(delegateId) });

/** Rows that name the ballot beside one of those who voted in it. */
function linking(ballotId: BallotId) {
  const voters = new Set<string>(delegates);
  return everyRow().filter(({ words }) => {
    const named = words.split(/[^\w-]+/u);
    return named.includes(ballotId) && named.some((word) => voters.has(word));
  });
}

const stageOf = (ballotId: BallotId) => bench.desk.state.ballots.list.find((one) => one.ballotId === ballotId)?.stage;

describe('a ballot on the real store', () => {
  test('[BAL60] in secret: while it runs the file knows who has voted, afterwards nothing links anybody to it', async () => {
    const id = await openVoting('secret');
    const answers = await Promise.all(delegates.map((one, index) => castBy(id, one, index % 3)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const running = linking(id);
    expect(new Set(running.map(({ table }) => table))).toEqual(new Set(['ballot_voter']));
    expect(running).toHaveLength(DELEGATES);
    expect(running.filter(({ words }) => /option|answer|Tán thành/u.test(words))).toEqual([]);
    await must({ type: 'closeBallot', ballotId: id });
    expect(linking(id)).toEqual([]);
    expect(stageOf(id)).toMatchObject({ status: 'closed', counts: [40, 40, 40] });
    expect([...rowsOf('ballot_voter'), ...rowsOf('ballot_answer')]).toEqual([]);
  });

  test('[BAL61] its receipts lead to facts that name nobody, not even as the hand that wrote them', async () => {
    const id = await openVoting('secret');
    await Promise.all(delegates.map((one, index) => castBy(id, one, index % 2)));
    const cast = rowsOf('event').filter(({ type }) => type === 'secretVoteCast');
    expect(cast).toHaveLength(DELEGATES);
    expect(new Set(cast.map(({ actor }) => actor)).size).toBe(1);
    expect(new Set(cast.map(({ body, at }) => String(body).replace(String(at), ''))).size).toBe(1);
    const text = JSON.stringify(bench.desk.state) + JSON.stringify(bench.desk.since(0));
    expect(text).not.toMatch(/"seat":"delegate","session":"(?!secret)/u);
  });

  test('[BAL62] openly: who answered what stands in the journal, where the search above finds it', async () => {
    const id = await openVoting('open');
    await Promise.all(delegates.map((one, index) => castBy(id, one, index % 3)));
    await must({ type: 'closeBallot', ballotId: id });
    const found = linking(id);
    expect(new Set(found.map(({ table }) => table))).toEqual(new Set(['event']));
    expect(found.filter(({ words }) => /"option":\d/u.test(words))).toHaveLength(DELEGATES);
  });

  test('[BAL63] of many votes of one person one counts, whatever they raced', async () => {
    const id = await openVoting('secret');
    const [one = delegateIdSchema.parse('x'), two = one] = delegates;
    const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => castBy(id, one, index % 3)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(answers.flatMap((answer) => (answer.ok ? [] : [answer.code])))).toEqual(new Set(['already-voted']));
    expect(await castBy(id, two, 0)).toMatchObject({ ok: true });
  });

  test('[BAL76] whoever has voted cannot be removed and listed anew for a second vote; after the ballot, yes', async () => {
    for (const manner of ['open', 'secret'] as const) {
      const id = await openVoting(manner);
      const [one = delegateIdSchema.parse('x'), two = one] = manner === 'open' ? delegates : delegates.slice(5);
      const remove = (delegateId: DelegateId) => bench.act({ type: 'removeDelegate', bridgeId: hall(1), delegateId });
      // Together: the vote is not in the table yet when the removal asks for it.
      const [cast, raced] = await Promise.all([castBy(id, one, 1), remove(one)]);
      expect([cast, raced, await remove(one)]).toMatchObject([{ ok: true }, REFUSED, REFUSED]);
      expect(await castBy(id, one, 1)).toMatchObject({ code: 'already-voted' });
      expect(await remove(two)).toMatchObject({ ok: true });
      await must({ type: 'closeBallot', ballotId: id });
      expect(stageOf(id)).toMatchObject({ counts: [0, 1, 0] });
      expect(await remove(one)).toMatchObject({ ok: true });
    }
  });

  test('[BAL64] votes that race the close are counted or refused: as many as were accepted', async () => {
    for (const manner of ['open', 'secret'] as const) {
      const id = await openVoting(manner);
      const before = delegates.slice(0, 60).map((one) => castBy(id, one, 0));
      const closing = bench.act({ type: 'closeBallot', ballotId: id });
      const late = delegates.slice(60).map((one) => castBy(id, one, 1));
      const accepted = (await Promise.all([...before, ...late])).filter(({ ok }) => ok).length;
      expect(await closing).toMatchObject({ ok: true });
      expect(accepted).toBe(60);
      expect(stageOf(id)).toMatchObject({ counts: [60, 0, 0] });
    }
  });

  test('[BAL65] a desk that is opened anew closes with the answers from before', async () => {
    const id = await openVoting('secret');
    await Promise.all(delegates.slice(0, 50).map((one, index) => castBy(id, one, index % 2)));
    await bench.desk.close();
    await store.close();
    store = await openSqliteStore(folder.file);
    bench = await openBench(store.journal);
    expect(await castBy(id, delegates[0] ?? delegateIdSchema.parse('x'), 0)).toMatchObject({ code: 'already-voted' });
    await must({ type: 'closeBallot', ballotId: id });
    expect(stageOf(id)).toMatchObject({ counts: [25, 25, 0] });
  });

  test('[BAL66] answers that were taken out of the table behind our back make no result', async () => {
    const id = await openVoting('secret');
    await Promise.all(delegates.slice(0, 9).map((one) => castBy(id, one, 0)));
    const db = new Sqlite(folder.file);
    db.prepare('UPDATE ballot_answer SET answers = answers + 3 WHERE ballot = ?').run(id);
    db.close();
    const refused = await bench.act({ type: 'closeBallot', ballotId: id });
    expect(refused).toMatchObject({ code: 'answers-differ', params: { told: 9, kept: 12 } });
    await must({ type: 'annulBallot', ballotId: id, reason: 'Số phiếu không khớp' });
    expect(rowsOf('ballot_answer')).toEqual([]);
  });

  test('[BAL67] by hands: counted in the halls, corrected, closed, published, on the wall', async () => {
    await must({ ...headcount(hall(2), reportOf(50, 30, CATEGORY)) });
    const id = await openVoting('hands');
    const count = (bridge: number, ...counts: number[]) => ({
      type: 'countHands' as const,
      ballotId: id,
      bridgeId: hall(bridge),
      counts,
    });
    await must(count(1, 100, 10, 5), { actor: operatorOf(hall(1)) });
    await must(count(1, 101, 10, 5), { actor: operatorOf(hall(1)) });
    expect(await actOn(bench.desk)(count(2, 1, 0, 0), { actor: operatorOf(hall(1)) })).toMatchObject({
      code: 'not-permitted',
    });
    await must(count(2, 20, 0, 0));
    expect(handsOf(bench.desk.state.ballots, { ...QUESTION, ballotId: id })).toEqual([121, 10, 5]);
    await must({ type: 'closeBallot', ballotId: id });
    await must({ type: 'publishBallot', ballotId: id });
    const shown = ballotOnWall(bench.desk.state, bench.desk.now);
    expect(shown && ballotResult(shown)).toMatchObject({
      base: { people: 150 },
      rows: [{ count: 121, tenths: 807 }, { tenths: 67 }, { tenths: 33 }],
      passed: true,
    });
    expect(bench.desk.id).toBe(HN);
  });
});
