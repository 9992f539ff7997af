import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ImportDesk, type ImportDoor } from '../../client/screens/console/lists/import-desk.ts';
import type { Fetched } from '../../client/sync/http.ts';
import { importIdSchema } from '../../shared/domain/ids.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import { importJob } from '../support/import-jobs.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

type Job = ReturnType<typeof importJob>;

const ok = <T>(value: T): Fetched<T> => ({ kind: 'ok', value });
const OFFLINE = { kind: 'offline' } as const;
const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);
const ONE = importIdSchema.parse('one');

/** A server that answers when the test says so. */
function doorOfTest() {
  const asked = { all: 0, applied: [] as string[], dropped: [] as string[], corrected: 0 };
  const server = { jobs: [] as Job[], ack: ok({ ok: true, seq: 1 }) as Fetched<CommandAck> };
  const sending = {
    onSent: (_bytes: number): void => undefined,
    answer: (_fetched: Fetched<Job>): void => undefined,
    stopped: 0,
  };
  const held: (() => void)[] = [];
  let holds = false;
  const door: ImportDoor = {
    send: (_wish, onSent) => {
      sending.onSent = onSent;
      return {
        answer: new Promise((resolve) => {
          sending.answer = resolve;
        }),
        stop: () => {
          sending.stopped += 1;
        },
      };
    },
    all: async () => {
      asked.all += 1;
      const answer = ok([...server.jobs]);
      if (holds) await new Promise<void>((resolve) => void held.push(resolve));
      return answer;
    },
    correct: async () => {
      asked.corrected += 1;
      return ok(importJob({ state: 'reading' }));
    },
    apply: async (_importId, commandId) => {
      asked.applied.push(commandId);
      return server.ack;
    },
    drop: async (importId) => {
      asked.dropped.push(importId);
      return ok(null);
    },
  };
  const hold = (on: boolean) => {
    holds = on;
    for (const release of held.splice(0)) release();
  };
  return { door, asked, server, sending, hold };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test('[IMPUI5] a file that is being sent shows how far it is, and gives way to its job', async () => {
  const { door, sending } = doorOfTest();
  const desk = new ImportDesk(door);
  const key = desk.start('delegates', file('đại biểu.xlsx', 1_000));
  sending.onSent(400);
  expect(desk.board.get().uploads).toMatchObject([{ name: 'đại biểu.xlsx', bytes: 1_000, sent: 400, refused: null }]);
  // What is sent counts the envelope too.
  sending.onSent(1_200);
  expect(desk.board.get().uploads[0]?.sent).toBe(1_000);
  sending.answer(ok(importJob({ state: 'reading' })));
  const seen: number[] = [];
  desk.board.subscribe(() => void seen.push(desk.board.get().uploads.length + desk.board.get().jobs.length));
  await settle();
  expect(seen).toEqual([1]);
  expect(desk.board.get().arrived.get(key)).toBe(ONE);
  expect(desk.board.get().uploads).toEqual([]);
  expect(desk.board.get().jobs.map(({ state }) => state)).toEqual(['reading']);
});

test('[IMPUI5] a file that the server does not take stays with the reason until it is put away', async () => {
  const { door, sending } = doorOfTest();
  const desk = new ImportDesk(door);
  const key = desk.start('bridges', file('a.xls', 10));
  sending.answer({ kind: 'refused', status: 400, code: 'old-excel', params: {} });
  await settle();
  expect(desk.board.get().uploads).toMatchObject([{ refused: { code: 'old-excel' } }]);
  desk.forget(key);
  expect(desk.board.get().uploads).toEqual([]);
});

test('[IMPUI5] a file that was stopped while it was sent does not come back as a job, and the server drops it', async () => {
  const { door, sending, asked } = doorOfTest();
  const desk = new ImportDesk(door);
  const key = desk.start('delegates', file('a.csv', 10));
  desk.forget(key);
  expect(sending.stopped).toBe(1);
  sending.answer(ok(importJob({ state: 'reading' })));
  await settle();
  expect(desk.board.get()).toMatchObject({ uploads: [], jobs: [] });
  expect(asked.dropped).toEqual([ONE]);
});

test('[IMPUI5] two files at once do not confuse', async () => {
  const { door, sending } = doorOfTest();
  const desk = new ImportDesk(door);
  const first = desk.start('delegates', file('a.csv', 10));
  const answerFirst = sending.answer;
  const second = desk.start('bridges', file('b.csv', 10));
  sending.answer(ok(importJob({ importId: 'two', list: 'bridges' })));
  await settle();
  expect(desk.board.get().arrived.get(second)).toBe('two');
  expect(desk.board.get().uploads.map(({ name }) => name)).toEqual(['a.csv']);
  answerFirst(ok(importJob({})));
  await settle();
  expect(desk.board.get().arrived.get(first)).toBe(ONE);
  expect(desk.board.get().jobs.map(({ importId }) => importId)).toEqual([ONE, 'two']);
});

test('[IMPUI6] the server is asked each second while a file moves, every five otherwise, and never when nobody looks', async () => {
  const { door, asked, server } = doorOfTest();
  server.jobs = [importJob({ state: 'reading' })];
  const desk = new ImportDesk(door);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked.all).toBe(0);
  const leave = desk.watch();
  await settle();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked.all).toBe(4);
  server.jobs = [importJob({ state: 'ready' })];
  await vi.advanceTimersByTimeAsync(1_000);
  const before = asked.all;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked.all - before).toBe(2);
  leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.all - before).toBe(2);
});

test('[IMPUI6] a job that another page began is found', async () => {
  const { door, server } = doorOfTest();
  server.jobs = [importJob({ state: 'reading' })];
  const desk = new ImportDesk(door);
  const leave = desk.watch();
  expect(desk.board.get().told).toBe('waiting');
  await settle();
  expect(desk.board.get()).toMatchObject({ told: 'yes', jobs: [{ importId: ONE }] });
  leave();
});

test('[IMPUI7] an answer that was asked for before a change does not undo the change on the screen', async () => {
  const { door, server, hold } = doorOfTest();
  server.jobs = [importJob({ state: 'ready' })];
  const desk = new ImportDesk(door);
  const leave = desk.watch();
  await settle();
  hold(true);
  await vi.advanceTimersByTimeAsync(5_000);
  // The old list is on its way while the file is dropped.
  await desk.drop(ONE);
  hold(false);
  await settle();
  expect(desk.board.get().jobs).toEqual([]);
  leave();
});

test('[IMPUI7] columns told by hand set the job reading again', async () => {
  const { door, asked, server } = doorOfTest();
  server.jobs = [importJob({ state: 'ready' })];
  const desk = new ImportDesk(door);
  const leave = desk.watch();
  await settle();
  expect(await desk.correct(ONE, { columns: { 'Họ tên': 'fullName' } })).toBeNull();
  expect(asked.corrected).toBe(1);
  expect(desk.board.get().jobs.map(({ state }) => state)).toEqual(['reading']);
  leave();
});

test('[IMPUI8] after silence the wish to write carries the same id, after a refusal or new columns another', async () => {
  const { door, asked, server } = doorOfTest();
  const desk = new ImportDesk(door);
  server.ack = OFFLINE;
  expect(await desk.apply(ONE)).toEqual(OFFLINE);
  server.ack = ok({ ok: false, code: 'bridge-unknown', params: {} });
  expect(await desk.apply(ONE)).toMatchObject({ code: 'bridge-unknown' });
  server.ack = OFFLINE;
  await desk.apply(ONE);
  await desk.correct(ONE, { columns: {} });
  server.ack = ok({ ok: true, seq: 7 });
  expect(await desk.apply(ONE)).toBeNull();
  const [first, again, third, last] = asked.applied;
  expect(again).toBe(first);
  expect(new Set([first, third, last]).size).toBe(3);
});

test('[IMPUI8] what the server no longer has is as good as dropped; another refusal is told', async () => {
  const { door, server } = doorOfTest();
  server.jobs = [importJob({ state: 'ready' })];
  const refused = (status: number) => ({ kind: 'refused', status, code: 'import-unknown', params: {} }) as const;
  const answers: Fetched<unknown>[] = [refused(409), refused(404)];
  const desk = new ImportDesk({ ...door, drop: async () => answers.shift() ?? OFFLINE });
  const leave = desk.watch();
  await settle();
  expect(await desk.drop(ONE)).toEqual(refused(409));
  expect(desk.board.get().jobs).toHaveLength(1);
  expect(await desk.drop(ONE)).toBeNull();
  expect(desk.board.get().jobs).toEqual([]);
  leave();
});
