import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../shared/domain/command.ts';
import type { RecordingId } from '../../shared/domain/ids.ts';
import { openedPartSchema, recorderStateSchema, recordingSummarySchema } from '../../shared/protocol/technical.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';
import { until } from '../support/until.ts';

const KIND = 'video/webm;codecs=vp8,opus';
let server: TestServer;
let secretariat: Caller;
let chair: Caller;
let recorder: Caller;
let conference: SmallConference;
let recording: RecordingId;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

/** Each test has a conference of its own, in which a recording runs. */
beforeEach(async () => {
  conference = await createSmallConference(secretariat);
  chair = await seated('chair');
  recorder = await seated('recorder');
  await chair.command(conference.id, { type: 'decideRecording', allowed: true });
  await must({ type: 'startRecording' });
  recording = await newest();
});

const seated = (seat: 'chair' | 'recorder' | 'wall' | 'director'): Promise<Caller> =>
  Caller.signedIn(server, { seat, conference: conference.id });
const must = async (command: Command): Promise<void> => {
  expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
};
const path = (rest = ''): string => `/api/conferences/${conference.id}/recordings${rest}`;
const summaries = async () => z.array(recordingSummarySchema).parse(await (await secretariat.fetch(path())).json());
const newest = async (): Promise<RecordingId> => {
  const last = (await summaries()).at(-1);
  if (last === undefined) throw new Error('nothing was recorded');
  return last.recordingId;
};

const openPart = (caller = recorder, head: unknown = { kind: KIND, startedAt: Date.now() }): Promise<Response> =>
  caller.fetch(path(`/${recording}/parts`), { method: 'POST', body: head });
const part = async (): Promise<number> => openedPartSchema.parse(await (await openPart()).json()).part;

interface Sending {
  readonly part: number;
  readonly piece: number;
  readonly body?: string;
  readonly until?: number;
  readonly caller?: Caller;
}
const put = ({ part: inPart, piece, body = 'hình', until: at = Date.now(), caller = recorder }: Sending) =>
  caller.fetch(path(`/${recording}/parts/${inPart}/pieces/${piece}?until=${at}`), {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
const download = (inPart: number, headers: Record<string, string> = {}, caller = secretariat): Promise<Response> =>
  caller.fetch(path(`/${recording}/parts/${inPart}/recording.webm?download`), { headers });

test('[REC16] pieces come back in their order as one file, whole or from any byte on', async () => {
  const one = await part();
  for (const [index, body] of ['đầu ', 'giữa ', 'cuối'].entries()) {
    expect((await put({ part: one, piece: index + 1, body })).status).toBe(200);
  }
  const whole = await download(one);
  expect(whole.headers.get('content-type')).toBe(KIND);
  expect(whole.headers.get('content-disposition')).toContain('attachment');
  const bytes = Buffer.from(await whole.arrayBuffer());
  expect(bytes.toString()).toBe('đầu giữa cuối');
  const rest = await download(one, { range: 'bytes=3-12' });
  expect(rest.status).toBe(206);
  expect(rest.headers.get('content-range')).toBe(`bytes 3-12/${bytes.length}`);
  expect(Buffer.from(await rest.arrayBuffer())).toEqual(bytes.subarray(3, 13));
  expect((await download(one, { range: `bytes=${bytes.length}-` })).status).toBe(416);
});

test('[REC17] a piece has one place: sent again it is the same, another in its place or after a gap is refused', async () => {
  const one = await part();
  expect((await put({ part: one, piece: 1, body: 'một' })).status).toBe(200);
  expect((await put({ part: one, piece: 1, body: 'một' })).status).toBe(200);
  expect((await put({ part: one, piece: 1, body: 'cái khác' })).status).toBe(409);
  expect((await put({ part: one, piece: 3 })).status).toBe(409);
  expect((await put({ part: one + 1, piece: 1 })).status).toBe(404);
  expect(await (await download(one)).text()).toBe('một');
});

test('[REC18] two pages that open a part at once have a part each, and nobody reads the files but the server', async () => {
  const parts = await Promise.all([part(), part(), part()]);
  expect(new Set(parts)).toEqual(new Set([1, 2, 3]));
  expect((await put({ part: 1, piece: 1 })).status).toBe(200);
  const folder = join(server.dataDir, 'recordings', conference.id, recording, '0001');
  expect(readdirSync(folder).toSorted()).toEqual(['000001.piece', 'part.json']);
  expect(statSync(join(folder, '000001.piece')).mode & 0o077).toBe(0);
  expect(statSync(folder).mode & 0o077).toBe(0);
});

test('[REC19] only the seat of the recorder writes, and only the staff reads', async () => {
  const one = await part();
  const [wall, director] = [await seated('wall'), await seated('director')];
  for (const caller of [wall, director, secretariat, chair]) {
    expect((await openPart(caller)).status).toBe(403);
    expect((await put({ part: one, piece: 1, caller })).status).toBe(403);
  }
  await put({ part: one, piece: 1 });
  expect((await download(one, {}, director)).status).toBe(200);
  for (const caller of [wall, recorder]) {
    expect((await download(one, {}, caller)).status).toBe(403);
    expect((await caller.fetch(path())).status).toBe(403);
  }
  expect((await wall.fetch(path('/recorder'))).status).toBe(403);
  expect((await recorder.fetch(path('/recorder'))).status).toBe(200);
  expect((await new Caller(server.origin).fetch(path())).status).toBe(401);
});

test('[REC20] what is no piece is refused: too large, empty, from the future, a head that is no film', async () => {
  const one = await part();
  expect((await put({ part: one, piece: 1, body: 'x'.repeat(16 * 1024 ** 2 + 1) })).status).toBe(413);
  expect((await put({ part: one, piece: 1, until: Date.now() + 600_000 })).status).toBe(400);
  expect((await openPart(recorder, { kind: 'text/html', startedAt: Date.now() })).status).toBe(400);
  expect((await openPart(recorder, { kind: KIND, startedAt: Date.now() + 600_000 })).status).toBe(400);
  for (const wrong of ['/..%2f..', '/khong-co/parts/1/recording.webm']) {
    expect((await secretariat.fetch(path(wrong))).status).toBe(404);
  }
  expect((await summaries()).at(-1)?.parts).toEqual([]);
});

test('[REC21] the list says from when to when, how much, and which items of the programme ran', async () => {
  const startedAt = Date.now() - 5_000;
  const opened = await openPart(recorder, { kind: KIND, startedAt });
  const { part: one } = openedPartSchema.parse(await opened.json());
  const last = startedAt + 4_000;
  await put({ part: one, piece: 1, body: '1234', until: startedAt + 2_000 });
  await put({ part: one, piece: 2, body: '56', until: last });
  expect((await summaries()).at(-1)?.parts).toEqual([{ part: one, startedAt, endedAt: last, bytes: 6, kind: KIND }]);
  const state = recorderStateSchema.parse(await (await secretariat.fetch(path('/recorder'))).json());
  expect(state.egress).toBeNull();
  expect(state.lastPieceAgoMs).toBeLessThan(5_000);
});

test('[REC22] taken back by the chair, the recording ends at once and takes nothing more', async () => {
  const one = await part();
  await put({ part: one, piece: 1 });
  await chair.command(conference.id, { type: 'decideRecording', allowed: false });
  const answer = await put({ part: one, piece: 2 });
  expect(answer.status).toBe(409);
  expect(await codeOf(answer)).toBe('recording-not-decided');
  expect(await (await download(one)).text()).toBe('hình');
});

test('[SEC4] in a classified session no piece is taken, no part opened and no file handed out; after it they are', async () => {
  const one = await part();
  const before = Date.now();
  await put({ part: one, piece: 1, until: before });
  await must({ type: 'beginClassified' });
  for (const answer of [await put({ part: one, piece: 2, until: before }), await openPart(), await download(one)]) {
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe('classified');
  }
  expect((await secretariat.fetch(path())).status).toBe(200);
  await must({ type: 'endClassified' });
  expect((await put({ part: one, piece: 2, until: before })).status).toBe(200);
  expect((await put({ part: one, piece: 3, until: Date.now() + 30_000 })).status, 'not of the recording').toBe(404);
  expect((await download(one)).status).toBe(200);
});

test('[REC6] deleted by hand it is gone from the disk, and cannot be had', async () => {
  const one = await part();
  await put({ part: one, piece: 1 });
  const folder = join(server.dataDir, 'recordings', conference.id, recording);
  expect(existsSync(folder)).toBe(true);
  await must({ type: 'stopRecording' });
  await must({ type: 'eraseRecording', recordingId: recording });
  await until('the folder is gone', 5_000, () => !existsSync(folder));
  expect((await download(one)).status).toBe(404);
  expect((await put({ part: one, piece: 2 })).status).toBe(404);
});
