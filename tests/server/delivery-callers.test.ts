import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Command } from '../../shared/domain/command.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import {
  Caller,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
  type TestSocket,
} from '../support/test-server.ts';

const CALLERS = 10;
const ROUNDS = 5;

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;
const callers: TestSocket[] = [];

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
  for (let i = 0; i < CALLERS; i++) {
    const moderator = await Caller.signedIn(server, { seat: 'moderator', conference: conference.id });
    const socket = moderator.socket();
    await connected(socket);
    callers.push(socket);
  }
});
afterAll(async () => {
  for (const socket of callers) socket.close();
  await server.stop();
});

const floorSchema = z.object({ state: z.object({ floor: z.object({ queue: z.array(z.string()) }) }) });

async function must(command: Command): Promise<void> {
  expect(await secretariat.command(conference.id, command)).toEqual({ ok: true, seq: expect.any(Number) });
}

const queue = async (): Promise<readonly string[]> =>
  floorSchema.parse(JSON.parse((await secretariat.snapshot(conference.id)).text)).state.floor.queue;

/** A hall has one paper waiting at most: the one that was called registers the next. */
const register = (bridgeId: SmallConference['anGiang']): Promise<CommandAck> =>
  secretariat.command(conference.id, {
    type: 'registerSpeech',
    bridgeId,
    kind: 'paper',
    subject: 'Tham luận',
    speaker: { fullName: null, positions: ['Giám đốc Sở'] },
    itemId: null,
    category: null,
    allottedMs: 60_000,
    override: null,
  });

const callBy = (socket: TestSocket, speechId: string, expectedOnFloor: string | null): Promise<CommandAck> =>
  new Promise((resolve) => {
    const command = { type: 'callSpeaker', speechId, expectedOnFloor, accepting: ['bridge-absent', 'bridge-lost'] };
    socket.emit('command', { id: randomUUID(), conference: conference.id, command }, resolve);
  });

test('[DLV16] ten moderators call in the same moment with the same view: one is heard, the others learn who was called', async () => {
  await must({ type: 'openConference' });
  let onFloor: string | null = null;
  for (let round = 0; round < ROUNDS; round++) {
    for (const bridgeId of [conference.anGiang, conference.caMau]) await register(bridgeId);
    const waiting = await queue();
    const [one = '', other = ''] = waiting;
    expect(waiting).toHaveLength(2);
    const before: string | null = onFloor;
    const acks: readonly CommandAck[] = await Promise.all(
      callers.map((socket, i) => callBy(socket, i % 2 === 0 ? one : other, before)),
    );
    const refusals = acks.flatMap((ack) => (ack.ok ? [] : [ack]));
    expect(acks.length - refusals.length).toBe(1);
    onFloor = callers.flatMap((_, i) => (acks[i]?.ok === true ? [i % 2 === 0 ? one : other] : []))[0] ?? null;
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['floor-changed']));
    for (const { params } of refusals) expect(Object.keys(params).length).toBeGreaterThan(0);
  }
  // Not because they were ten: a caller who knows who is on the floor is heard.
  const [next = ''] = await queue();
  const [socket] = callers;
  if (socket === undefined) throw new Error('nobody calls');
  expect(await callBy(socket, next, onFloor)).toMatchObject({ ok: true });
});
