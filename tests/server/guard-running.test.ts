import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundConference } from '../../scripts/drill/desk/found-conference.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import { type Health, healthSchema } from '../../shared/protocol/http.ts';
import { bridgeInput, conferenceId } from '../support/builders.ts';
import { tamper } from '../support/guarded-journal.ts';
import { SecretariatSeat } from '../support/secretariat-seat.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Caller } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** No LiveKit: nothing of it has to do with the journal. */
const WITHOUT_MEDIA = {
  LIVEKIT_URL: 'http://127.0.0.1:9',
  LIVEKIT_API_KEY: 'k9Qw7ZpXv2',
  LIVEKIT_API_SECRET: 'zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sA',
};
const CHECKED_WITHIN_MS = 10_000;
const ALTERED_LINE = 2;

const [spared, altered] = [conferenceId('giu-nguyen'), conferenceId('bi-sua')];

let dataDir: string;
let server: ServerProcess;
let caller: Caller;

/** Both conferences stand in the folder before the server starts on it for the first time. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-guard-'));
  for (const id of [spared, altered]) await foundConference(join(dataDir, 'journal.sqlite'), id);
  server = await ServerProcess.start({ ...WITHOUT_MEDIA, DATA_DIR: dataDir });
  const { cookie } = await SecretariatSeat.signIn(server);
  caller = new Caller(server.origin);
  caller.cookies.push(cookie);
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true, force: true });
});

const health = (): Promise<Health> => server.http.ask(healthSchema, { method: 'GET', path: '/healthz' });

/** The check in the background has been through: what it found is known now. */
async function isWalked(): Promise<boolean> {
  const figures = await (await caller.fetch('/metrics')).text();
  return Number(/^diemcau_journal_checked_timestamp_seconds (\S+)$/m.exec(figures)?.[1]) > 0;
}

const addBridge = (id: ConferenceId, name: string): Promise<CommandAck> =>
  caller.command(id, { type: 'addBridges', bridges: [bridgeInput(name)] });

function flipByteOfBody(): void {
  const db = new Sqlite(join(dataDir, 'journal.sqlite'));
  const where = `conference = '${altered}' AND seq = ${ALTERED_LINE}`;
  const body = String(db.prepare(`SELECT body FROM event WHERE ${where}`).pluck().get());
  expect(body).toContain('Trung ương');
  // It stays a fact that can be read and folded: only the chain tells that it is not the one that was written.
  tamper(db, `UPDATE event SET body = ? WHERE ${where}`, body.replace('Trung', 'Trunh'));
  db.close();
}

test('[STO8] a conference of which one byte was changed while the server stood still takes no command, the other does; an untouched folder shows no damage', async () => {
  await until('the chain is walked', CHECKED_WITHIN_MS, isWalked);
  expect((await health()).journal).toMatchObject({ state: 'ok', damages: [] });
  expect((await addBridge(altered, 'Xã trước khi sửa')).ok).toBe(true);

  await server.end('SIGTERM');
  flipByteOfBody();
  await server.startAgain();
  await until('the chain is walked', CHECKED_WITHIN_MS, isWalked);
  const damage = { conference: altered, kind: 'changed-line', line: ALTERED_LINE };
  expect((await health()).journal).toMatchObject({ state: 'damaged', damages: [damage] });
  const refusal = { ok: false, code: 'journal-damaged', params: { line: ALTERED_LINE } };
  expect(await addBridge(altered, 'Xã sau khi sửa')).toEqual(refusal);
  expect((await addBridge(spared, 'Xã của hội nghị kia')).ok).toBe(true);
  // What stands there is still shown.
  expect((await caller.snapshot(altered)).text).toContain('Xã trước khi sửa');
}, 90_000);
