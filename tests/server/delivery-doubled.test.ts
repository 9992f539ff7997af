import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import type { HelloAck } from '../../shared/protocol/hello.ts';
import type { Patch } from '../../shared/protocol/patch.ts';
import {
  Caller,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
  type TestSocket,
} from '../support/test-server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;
const open: { close: () => unknown }[] = [];

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(async () => {
  for (const one of open) one.close();
  await server.stop();
});

const seqNow = async (): Promise<number> => (await secretariat.snapshot(conference.id)).seq;

/** A cable between a screen and the server whose way back can be lost: half open, as after a broken router. */
class HalfOpenCable {
  readonly #proxy: Server;
  readonly #lines: Socket[] = [];
  isDeaf = false;

  constructor(port: number) {
    this.#proxy = createServer((near) => {
      const far = connect(port, '127.0.0.1');
      this.#lines.push(near, far);
      near.on('data', (bytes) => far.write(bytes));
      far.on('data', (bytes) => {
        if (!this.isDeaf) near.write(bytes);
      });
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        one.on('error', () => undefined).on('close', () => other.destroy());
      }
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#proxy.listen(0, '127.0.0.1', resolve));
    const address = this.#proxy.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }

  close(): void {
    for (const line of this.#lines) line.destroy();
    this.#proxy.close();
  }
}

const ask = (socket: TestSocket, id: string, command: Command): Promise<CommandAck> =>
  new Promise((resolve) => socket.emit('command', { id, conference: conference.id, command }, resolve));

test('[DLV9] the answer is lost after the commit, and late copies come on another line: one fact, the same answer', async () => {
  const cable = new HalfOpenCable(Number(new URL(server.origin).port));
  open.push(cable);
  const near: TestSocket = io(await cable.open(), {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { cookie: secretariat.cookies.join('; '), origin: server.origin },
  });
  expect(await connected(near)).toBe('connected');
  const before = await seqNow();
  // Sent again under another id it would be a second fact: what stays one is one by its id.
  const told: Command = { type: 'reportDefect', sentence: 'Micro hỏng', bridgeId: conference.anGiang };
  const id = randomUUID();
  cable.isDeaf = true;
  let answered = false;
  void ask(near, id, told).then(() => {
    answered = true;
  });
  await until('the command is kept', 5_000, async () => (await seqNow()) === before + 1);
  near.close();
  const anew = secretariat.socket();
  open.push(anew);
  expect(await connected(anew)).toBe('connected');
  const copies = await Promise.all([1, 2, 3].map(() => ask(anew, id, told)));
  const late = await secretariat.command(conference.id, told, id);
  expect(answered).toBe(false);
  expect([...copies, late]).toEqual(Array.from({ length: 4 }, () => ({ ok: true, seq: before + 1 })));
  expect(await seqNow()).toBe(before + 1);
  // The control: the same copies to a server whose receipt is gone double the fact, once and then no more.
  expect(forgetReceipt(id)).toBe(1);
  const doubled = await Promise.all([1, 2, 3].map(() => ask(anew, id, told)));
  expect(doubled).toEqual(Array.from({ length: 3 }, () => ({ ok: true, seq: before + 2 })));
  expect(await seqNow()).toBe(before + 2);
});

function forgetReceipt(id: string): number {
  const db = new Sqlite(join(server.dataDir, 'journal.sqlite'));
  const { changes } = db.prepare('DELETE FROM receipt WHERE command = ?').run(id);
  db.close();
  return changes;
}

test('[DLV10] three tabs of one hall are one line of it, and its figures count once', async () => {
  const operator = await Caller.signedIn(server, {
    seat: 'operator',
    conference: conference.id,
    bridgeId: conference.caMau,
  });
  const staff = secretariat.socket();
  open.push(staff);
  const told: Patch[] = [];
  staff.on('patch', (patch) => told.push(patch));
  await hello(staff);
  const types = (type: string) =>
    told.flatMap(({ events }) => events).filter(({ event }) => event.type === type).length;
  const tabs = [operator.socket(), operator.socket(), operator.socket()];
  open.push(...tabs);
  for (const tab of tabs) await hello(tab);
  await until('the hall is on the line', 5_000, () => types('bridgeLinkEstablished') > 0);
  for (const tab of tabs.slice(1)) tab.close();
  await new Promise((resolve) => setTimeout(resolve, 5_500));
  expect([types('bridgeLinkEstablished'), types('bridgeLinkLost')]).toEqual([1, 0]);
});

async function hello(socket: TestSocket): Promise<void> {
  if (!socket.connected) await connected(socket);
  const ack = await new Promise<HelloAck>((resolve) =>
    socket.emit('hello', { conference: conference.id, since: {} }, resolve),
  );
  expect(ack.ok).toBe(true);
}
