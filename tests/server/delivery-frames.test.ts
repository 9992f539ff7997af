import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ensureCertificate } from '../../server/tls.ts';
import { type Frame, frameOf, frameWithBytes } from '../../server/transport/socket/frame.ts';
import type { SeatSocket } from '../../server/transport/socket/seat-socket.ts';
import { type BareGateway, ROOM, startBareGateway } from '../support/bare-gateway.ts';
import { until } from '../support/until.ts';

/** Never slow: what waits here is meant to wait. */
const PATIENT = { bytes: Number.POSITIVE_INFINITY, stillMs: Number.POSITIVE_INFINITY };
const MESSAGES = 600;
const FILLER = 'đ'.repeat(40_000);

let gateway: BareGateway | null = null;
afterEach(() => gateway?.close());

async function certificate() {
  const dataDir = mkdtempSync(join(tmpdir(), 'tls-'));
  try {
    const made = await ensureCertificate({ dataDir, hosts: ['127.0.0.1'], cert: null, key: null });
    return { cert: made.cert, key: made.key, ca: made.caCert ?? '' };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** One number after the other, some as a ready-made frame and some by Socket.IO, small and large, text and bytes. */
async function heardBy(seed: number, tls: boolean, write: (frame: Frame, here: SeatSocket) => void) {
  const { here, there } = await joinPatient(tls);
  const heard: number[] = [];
  there.on('told', ({ number }: { number: number }) => heard.push(number));
  const next = random(seed);
  for (let number = 0; number < MESSAGES; number++) {
    const fields = { number, filler: next() < 0.1 ? FILLER : '' };
    if (next() < 0.4) sayOrdinarily(here, fields);
    else if (next() < 0.2)
      write(frameWithBytes('told', fields, 'packed', Buffer.alloc(next() < 0.5 ? 10 : 70_000)), here);
    else write(frameOf('told', fields), here);
    if (next() < 0.05) await new Promise((resolve) => setImmediate(resolve));
  }
  await until(`all of ${MESSAGES} were heard`, 20_000, () => heard.length === MESSAGES);
  return heard;
}

/** A message of no meaning, which the types of the product do not know. */
const sayOrdinarily = (here: SeatSocket, fields: object): unknown =>
  Reflect.apply(Reflect.get(here, 'emit'), here, ['told', fields]);

/** The same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function joinPatient(tls: boolean) {
  gateway = await startBareGateway({ limits: PATIENT, ...(tls ? { tls: await certificate() } : {}) });
  return gateway.join();
}

const ready = (frame: Frame): void => gateway?.sender.toRoom(ROOM, () => frame);
const IN_ORDER = Array.from({ length: MESSAGES }, (_, number) => number);

describe('one ready-made frame', () => {
  test.each([
    ['http', false],
    ['TLS', true],
  ])('[DLV1] keeps its place among what Socket.IO sends, over %s (seed 8)', async (_, tls) => {
    expect(await heardBy(8, tls, ready)).toEqual(IN_ORDER);
  });

  test('[DLV1] the same order is lost when a frame never waits for what Engine.IO holds back (seed 8)', async () => {
    const pushy = ({ wire }: Frame, { conn }: SeatSocket): void => {
      const line = conn.transport as unknown as { socket: { _socket: { write(bytes: Buffer): void } } };
      const { _socket: connection } = line.socket;
      connection.write(wire);
    };
    const heard = await heardBy(8, false, pushy);
    expect(heard.toSorted((a, b) => a - b)).toEqual(IN_ORDER);
    expect(heard).not.toEqual(IN_ORDER);
  });

  test.each([0, 125, 126, 65_535, 65_536, 200_000])(
    '[DLV2] with %i characters is whole for a real client',
    async (length) => {
      gateway = await startBareGateway({ limits: PATIENT });
      const { there } = await gateway.join();
      const told = new Promise((resolve) => there.once('told', resolve));
      gateway.sender.toRoom(ROOM, () =>
        frameWithBytes('told', { text: 'x'.repeat(length) }, 'packed', Buffer.alloc(length, 7)),
      );
      expect(await told).toEqual({ text: 'x'.repeat(length), packed: Buffer.alloc(length, 7) });
    },
  );
});

describe('what is written together', () => {
  /** Three messages, one of them by Socket.IO: how many writes to the connection they took, and what was heard. */
  async function heardOf(write: (here: SeatSocket, three: () => void) => void) {
    gateway = await startBareGateway();
    const { here, there } = await gateway.join();
    const heard: unknown[] = [];
    there.on('told', (word: unknown) => heard.push(word));
    const connection = here.conn.request.socket;
    const writes = (['_write', '_writev'] as const).map((way) => vi.spyOn(connection, way));
    write(here, () => {
      here.data.wire.write(frameOf('told', 'journal'));
      here.data.wire.write(frameWithBytes('told', {}, 'packed', Buffer.alloc(3, 7)));
      sayOrdinarily(here, { last: true });
    });
    const count = writes.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    await until('the last was heard', 5_000, () => heard.length === 3);
    return { heard, count };
  }
  const ALL = ['journal', { packed: Buffer.alloc(3, 7) }, { last: true }];

  test('[DLV21] leaves in one write, in order; apart it takes one each', async () => {
    expect(await heardOf((here, three) => here.data.wire.together(three))).toEqual({ heard: ALL, count: 1 });
    await gateway?.close();
    expect(await heardOf((_, three) => three())).toEqual({ heard: ALL, count: 3 });
  });

  test('[DLV21] leaves also when a fault came between', async () => {
    const failing = (here: SeatSocket, three: () => void) =>
      here.data.wire.together(() => {
        three();
        throw new Error('planted');
      });
    const { heard } = await heardOf((here, three) => expect(() => failing(here, three)).toThrow('planted'));
    expect(heard).toEqual(ALL);
  });
});

describe('a large room', () => {
  test('[DLV3] is served in pieces: others are served between, no frame overtakes another, late comers get neither', async () => {
    const bare = await startBareGateway({ piece: 2 });
    gateway = bare;
    const lines = [];
    for (let i = 0; i < 7; i++) lines.push(await bare.join());
    const heard = lines.map(({ there }) => {
      const words: string[] = [];
      there.on('told', (word: string) => words.push(word));
      return words;
    });
    let turns = 0;
    const turn = setImmediate(function count() {
      turns += 1;
      if (turns < 4) setImmediate(count);
    });
    for (const word of ['first', 'second']) bare.sender.toRoom(ROOM, () => frameOf('told', word));
    const late: string[] = [];
    const { there } = await bare.join();
    there.on('told', (word: string) => late.push(word));
    bare.sender.toRoom(ROOM, () => frameOf('told', 'third'));
    await until('everybody has heard the last', 5_000, () =>
      [...heard, late].every((words) => words.includes('third')),
    );
    clearImmediate(turn);
    expect(heard).toEqual(heard.map(() => ['first', 'second', 'third']));
    expect(late).toEqual(['third']);
    expect(turns).toBe(4);
  });

  test('[DLV4] where nobody is, nothing is even worded', async () => {
    gateway = await startBareGateway();
    let worded = 0;
    gateway.sender.toRoom('empty', () => {
      worded += 1;
      return frameOf('told', '');
    });
    expect(worded).toBe(0);
  });
});
