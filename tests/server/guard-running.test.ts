import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandAck, commandAckSchema } from '../../shared/protocol/command.ts';
import { type Health, healthSchema } from '../../shared/protocol/http.ts';
import { bridgeInput } from '../support/builders.ts';
import { tamper } from '../support/guarded-journal.ts';
import { SecretariatSeat } from '../support/secretariat-seat.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Caller, createSmallConference, type SmallConference } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** No LiveKit: nothing of it has to do with the journal. */
const WITHOUT_MEDIA = {
  LIVEKIT_URL: 'http://127.0.0.1:9',
  LIVEKIT_API_KEY: 'k9Qw7ZpXv2',
  LIVEKIT_API_SECRET: 'zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sA',
};
const CHECKED_WITHIN_MS = 10_000;
const ALTERED_LINE = 2;

let server: ServerProcess;
let caller: Caller;
let spared: SmallConference;
let altered: SmallConference;

beforeAll(async () => {
  server = await ServerProcess.start(WITHOUT_MEDIA);
  const { cookie } = await SecretariatSeat.signIn(server);
  caller = new Caller(server.origin);
  caller.cookies.push(cookie);
  spared = await createSmallConference(caller);
  altered = await createSmallConference(caller);
});
afterAll(() => server.close());

const health = (): Promise<Health> => server.http.ask(healthSchema, { method: 'GET', path: '/healthz' });

/** The check in the background has been through: what it found is known now. */
async function isWalked(): Promise<boolean> {
  const figures = await (await caller.fetch('/metrics')).text();
  return Number(/^diemcau_journal_checked_timestamp_seconds (\S+)$/m.exec(figures)?.[1]) > 0;
}

async function addBridge({ id }: SmallConference, name: string): Promise<CommandAck> {
  const command = { type: 'addBridges', bridges: [bridgeInput(name)] } as const;
  const response = await caller.fetch(`/api/conferences/${id}/commands`, {
    method: 'POST',
    body: { id: randomUUID(), conference: id, command },
  });
  return commandAckSchema.parse(await response.json());
}

async function restarted(meanwhile: () => void): Promise<void> {
  await server.end('SIGTERM');
  meanwhile();
  await server.startAgain();
}

function flipByteOfBody(): void {
  const db = new Sqlite(join(server.dataDir, 'journal.sqlite'));
  const where = `conference = '${altered.id}' AND seq = ${ALTERED_LINE}`;
  const body = String(db.prepare(`SELECT body FROM event WHERE ${where}`).pluck().get());
  expect(body).toContain('An Giang');
  // It stays a fact that can be read and folded: only the chain tells that it is not the one that was written.
  tamper(db, `UPDATE event SET body = ? WHERE ${where}`, body.replace('An Giang', 'An Gianh'));
  db.close();
}

test('[STO8] a conference of which one byte was changed while the server stood still takes no command, the other does; an untouched folder shows no damage', async () => {
  await restarted(() => undefined);
  await until('the chain is walked', CHECKED_WITHIN_MS, isWalked);
  expect((await health()).journal).toMatchObject({ state: 'ok', damages: [] });
  expect((await addBridge(altered, 'Xã trước khi sửa')).ok).toBe(true);

  await restarted(flipByteOfBody);
  await until('the chain is walked', CHECKED_WITHIN_MS, isWalked);
  const damage = { conference: altered.id, kind: 'changed-line', line: ALTERED_LINE };
  expect((await health()).journal).toMatchObject({ state: 'damaged', damages: [damage] });
  const refusal = { ok: false, code: 'journal-damaged', params: { line: ALTERED_LINE } };
  expect(await addBridge(altered, 'Xã sau khi sửa')).toEqual(refusal);
  expect((await addBridge(spared, 'Xã của hội nghị kia')).ok).toBe(true);
  // What stands there is still shown.
  expect((await caller.snapshot(altered.id)).text).toContain('Xã trước khi sửa');
});
