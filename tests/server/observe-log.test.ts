import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../server/observe/log.ts';
import { LogFile, type LogFileOptions } from '../../server/observe/log-file.ts';
import { SeededConference } from '../support/seed-conference.ts';
import { heldAs, seedFile } from '../support/seed-file.ts';
import { Caller, SECRET_PHONE, startTestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

const DAY = 24 * 60 * 60_000;
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
  file = join(folder, 'server.log');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (options: Partial<LogFileOptions> = {}): LogFile =>
  new LogFile({
    file,
    maxBytes: 1_000,
    keep: 3,
    keepMs: 30 * DAY,
    now: Date.now,
    hasRoom: () => true,
    ...options,
  });
const filesThere = (): string[] => readdirSync(folder).toSorted();
const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').slice(0, -1);

/** One at a time, as a server logs: each is on the disk before the next. */
async function fill(log: LogFile, lines: number, from = 0): Promise<void> {
  for (let number = from; number < from + lines; number += 1) {
    log.write(`${JSON.stringify({ number, filler: 'x'.repeat(80) })}\n`);
    await setTimeout(2);
  }
}

test('[OBS7] the log stands in a few files of a limited size; the oldest lines go', async () => {
  const log = open();
  await fill(log, 105);
  await until('all is written', 2_000, () => readFileSync(file, 'utf8').length > 0);
  log.close();
  expect(filesThere()).toEqual(['server.log', 'server.log.1', 'server.log.2', 'server.log.3']);
  for (const name of filesThere()) expect(readFileSync(join(folder, name)).length, name).toBeLessThan(1_500);
  const kept = ['.3', '.2', '.1', ''].flatMap((end) => linesOf(`${file}${end}`)).map((line) => numberIn(line));
  expect(kept.at(-1)).toBe(104);
  expect(kept).toEqual(Array.from({ length: kept.length }, (_, index) => 105 - kept.length + index));
});

const numberIn = (line: string): number => z.object({ number: z.int() }).parse(JSON.parse(line)).number;

test('[OBS8] a file older than thirty days is gone at the next start; a quiet one is turned before it is that old', async () => {
  let now = Date.now();
  const log = open({ now: () => now });
  await fill(log, 40);
  const month = new Date(now - 31 * DAY);
  utimesSync(`${file}.1`, month, month);
  utimesSync(`${file}.2`, new Date(now - 29 * DAY), new Date(now - 29 * DAY));
  log.close();
  const again = open({ now: () => now });
  expect(filesThere()).toEqual(['server.log', 'server.log.2', 'server.log.3']);
  now += 11 * DAY;
  await fill(again, 1);
  await until('it is turned', 2_000, () => filesThere().includes('server.log.1'));
  again.close();
});

test('[OBS9] a full disk costs lines, is told of, and stops nothing', async () => {
  let room = true;
  const log = open({ maxBytes: 1e6, hasRoom: () => room });
  await fill(log, 2);
  room = false;
  await fill(log, 5, 2);
  room = true;
  await fill(log, 1, 7);
  await until('the last is there', 2_000, () => linesOf(file).length === 4);
  log.close();
  expect(linesOf(file)[2]).toContain('"lost":5');
  expect(numberIn(linesOf(file)[3] ?? '')).toBe(7);
});

test('[OBS9] a disk that hangs lets no more wait than memory bears, and a device without room throws nothing', async () => {
  const lost: unknown[] = [];
  const note = (cause: unknown): void => void lost.push(cause);
  process.once('uncaughtException', note);
  const full = open({ file: '/dev/full' });
  await fill(full, 3);
  for (let number = 0; number < 20_000; number += 1) full.write('{"a":1}\n');
  await setImmediate();
  await setTimeout(20);
  full.flushSync();
  process.off('uncaughtException', note);
  expect(lost).toEqual([]);
});

test('[OBS10] what a name holds cannot make a line of its own, nor speak to the terminal', async () => {
  const log = await createLog(file, 'info');
  const names = [
    'a\r\n{"level":60,"msg":"forged"}',
    '\u001b[2J\u001b[31mred',
    '\u2028x\u2029',
    '\u009b31m',
    '\u202egnp.exe',
  ];
  for (const name of names) log.warn({ err: new Error(name), name }, 'a fault');
  await until('they are written', 2_000, () => linesOf(file).length >= names.length);
  expect(linesOf(file)).toHaveLength(names.length);
  const read = linesOf(file).map((line) => z.object({ name: z.string(), msg: z.string() }).parse(JSON.parse(line)));
  expect(read.map(({ name }) => name)).toEqual(names);
  expect(new Set(read.map(({ msg }) => msg))).toEqual(new Set(['a fault']));
  // Nothing but printable characters and line ends stands in the file.
  expect(readFileSync(file, 'utf8').replaceAll('\n', '')).toMatch(/^[\p{L}\p{N}\p{P}\p{S} ]+$/u);
});

test('[OBS11] of a fault its own words are logged, not what was fastened to it', async () => {
  const log = await createLog(file, 'info');
  const typed = Object.assign(new Error('it failed', { cause: new Error('the reason') }), {
    code: 'EX',
    input: { fullName: 'Trần Văn Thử' },
  });
  log.error({ err: typed }, 'fault');
  await until('it is written', 2_000, () => linesOf(file).length > 0);
  const [line = ''] = linesOf(file);
  expect(line).not.toContain('Trần');
  expect(JSON.parse(line)).toMatchObject({
    err: { message: 'it failed', code: 'EX', cause: { message: 'the reason' } },
  });
});

test('[OBS12] after a conference with people in it, no name and no phone stands in the log', async () => {
  const server = await startTestServer();
  const secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  const [first] = seedFile.documents;
  if (first === undefined) throw new Error('the file holds no conference');
  const held = new SeededConference(secretariat, heldAs(first));
  await held.enter();
  await held.hold();
  const { text } = await secretariat.snapshot(held.id);
  const names = [...new Set([...text.matchAll(/"fullName":"([^"]{6,})"/g)].map(([, name]) => name ?? ''))];
  expect(names.length).toBeGreaterThan(3);
  const [name = ''] = names;
  // Whatever is refused on the way is told of by its code.
  const broken = { method: 'POST', body: `{"id": "x", "command": {"fullName": "${name}", "phone": "${SECRET_PHONE}" ` };
  expect((await secretariat.fetch(`/api/conferences/${held.id}/commands`, broken)).status).toBe(400);
  await secretariat.fetch(`/api/conferences/${held.id}/delegates?q=${encodeURIComponent(name)}`);
  await secretariat.fetch(`/api/conferences/${held.id}/${encodeURIComponent(name)}`);
  const logged = await server.logged();
  await server.stop();
  const found = (log: string): string[] => [...names, SECRET_PHONE].filter((word) => log.includes(word));
  expect(found(logged)).toEqual([]);
  expect(found(`${logged}{"msg":"${name} spoke"}`)).toEqual([name]);
}, 90_000);
