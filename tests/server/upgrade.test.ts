import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { Freshness } from '../../client/sync/freshness.ts';
import { foundConference } from '../../scripts/drill/desk/found-conference.ts';
import { chainHash } from '../../server/store/chain.ts';
import { serverLines } from '../../server/text.ts';
import { healthSchema } from '../../shared/protocol/http.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { conferenceId, details, NOW } from '../support/builders.ts';
import { Caller, connected, startTestServer, type TestServer } from '../support/test-server.ts';

const [ahead, beside] = [conferenceId('ahead'), conferenceId('beside')];
const PATIENCE_MS = 120_000;
const CORRECT = { type: 'correctConferenceDetails', details } as const;

let dataDir: string;
let file: string;
let said: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-'));
  file = join(dataDir, 'journal.sqlite');
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(dataDir, { recursive: true, force: true });
});

const headSchema = z.object({ seq: z.int(), hash: z.instanceof(Uint8Array), actor: z.string() });

/** As a newer release would have gone on: the chain holds, and the seq of the line is given back. */
function appendLine(conference: string, type: string, version: number, body: object): number {
  const db = new Sqlite(file);
  const head = headSchema.parse(
    db.prepare('SELECT seq, hash, actor FROM event WHERE conference = ? ORDER BY seq DESC LIMIT 1').get(conference),
  );
  const line = { conference, seq: head.seq + 1, at: NOW, actor: head.actor, type, version, body: JSON.stringify(body) };
  db.prepare('INSERT INTO event VALUES (@conference, @seq, @at, @actor, @type, @version, @body, @hash)').run({
    ...line,
    hash: chainHash(head.hash, line),
  });
  db.close();
  return line.seq;
}

function linesOf(conference: string): unknown {
  const db = new Sqlite(file, { readonly: true });
  const lines = db.prepare('SELECT * FROM event WHERE conference = ? ORDER BY seq').all(conference);
  db.close();
  return lines;
}

async function withServer(tries: (server: TestServer, secretariat: Caller) => Promise<void>): Promise<void> {
  const server = await startTestServer({ DATA_DIR: dataDir });
  try {
    await tries(server, await Caller.signedIn(server, { seat: 'secretariat' }));
  } finally {
    await server.stop();
  }
}

const NEWER = [
  { what: 'of a type that it does not know', type: 'speechSung', version: 1, body: { at: NOW, melody: 'ca' } },
  {
    what: 'of a later version, with fields more',
    type: 'conferenceAdjourned',
    version: 2,
    body: { at: NOW, why: 'x' },
  },
  { what: 'of a later version, with the same fields', type: 'conferenceAdjourned', version: 2, body: { at: NOW } },
] as const;

describe('an older release meets a journal that a newer one has continued', { timeout: PATIENCE_MS }, () => {
  test.each(NEWER)('[CHA2][CHA3] by a fact $what: read as far as it goes, written no more', async (newer) => {
    await foundConference(file, ahead);
    await foundConference(file, beside);
    const line = appendLine(ahead, newer.type, newer.version, newer.body);
    const before = linesOf(ahead);
    await withServer(async (server, secretariat) => {
      expect(await secretariat.command(ahead, CORRECT)).toEqual({
        ok: false,
        code: 'journal-damaged',
        params: { line },
      });
      expect((await secretariat.snapshot(ahead, 'staff')).seq).toBe(line - 1);
      // What lies beside it goes on.
      expect(await secretariat.command(beside, CORRECT)).toMatchObject({ ok: true });
      const health = healthSchema.parse(await (await fetch(`${server.origin}/healthz`)).json());
      expect(health.journal).toMatchObject({
        state: 'damaged',
        damages: [{ conference: ahead, kind: 'unreadable', line }],
      });
      expect(linesOf(ahead)).toEqual(before);
    });
    const sentence = serverLines.journalDamaged.unreadable('…', line).split('…')[1];
    expect(said).toContain(sentence);
  });

  test('[CHA3] the control: the same fact in its version of today is read and written after', async () => {
    await foundConference(file, ahead);
    const line = appendLine(ahead, 'conferenceAdjourned', 1, { at: NOW });
    await withServer(async (_server, secretariat) => {
      expect((await secretariat.snapshot(ahead, 'staff')).seq).toBe(line);
      expect(await secretariat.command(ahead, CORRECT)).toMatchObject({ ok: true, seq: line + 1 });
    });
  });

  test('[CHA4] with newer tables: it does not start, says why in words that help, and touches nothing', async () => {
    await foundConference(file, ahead);
    const db = new Sqlite(file);
    db.pragma('user_version = 99');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
    const before = readFileSync(file);
    await expect(startTestServer({ DATA_DIR: dataDir })).rejects.toThrow(serverLines.folderOfNewerRelease(dataDir));
    expect(readFileSync(file).equals(before)).toBe(true);
  });
});

/** What the pages of 0.5.0 take for an answer, and nothing beside it: they could not be told to reload by another. */
const answerOf050 = z.strictObject({
  ok: z.literal(true),
  seat: z.string(),
  bridgeId: z.string().nullable(),
  streams: z.array(z.string()),
  protocol: z.int(),
  build: z.string(),
});
const timeOf050 = z.strictObject({ now: z.int() });

describe('a page of an older release meets a newer server', { timeout: PATIENCE_MS }, () => {
  test('[CHA5] its hello is answered with the number of the wire, by which the page knows that it is old', async () => {
    await foundConference(file, beside);
    await withServer(async (_server, secretariat) => {
      const socket = secretariat.socket();
      expect(await connected(socket)).toBe('connected');
      const ack = await socket.timeout(5_000).emitWithAck('hello', { conference: beside, since: {} });
      socket.close();
      if (!ack.ok) throw new Error(ack.code);
      expect(answerOf050.parse(ack).protocol).toBe(PROTOCOL_VERSION);
      const ofToday = new Freshness();
      ofToday.onHello(ack);
      expect(ofToday.outdated.get()).toBe(false);
      const ofYesterday = new Freshness();
      ofYesterday.onHello({ ...ack, protocol: ack.protocol + 1 });
      expect(ofYesterday.outdated.get()).toBe(true);
    });
  });

  test('[CHA5] it is told the time alone, though the clock of the machine was set; a page of today is told of that', async () => {
    await foundConference(file, beside);
    await withServer(async (_server, secretariat) => {
      const socket = secretariat.socket();
      expect(await connected(socket)).toBe('connected');
      const time = (): Promise<unknown> => socket.timeout(5_000).emitWithAck('clock');
      const real = Date.now;
      // Back, and not on: the line of this test lives by the same clock and would hold itself for dead.
      vi.spyOn(Date, 'now').mockImplementation(() => real() - 300_000);
      await socket.timeout(5_000).emitWithAck('hello', { conference: beside, since: {}, packed: true });
      // The control: there is something to tell.
      await expect.poll(time, { timeout: PATIENCE_MS / 4 }).toHaveProperty('machineOffMs');
      await socket.timeout(5_000).emitWithAck('hello', { conference: beside, since: {} });
      expect(timeOf050.safeParse(await time()).success).toBe(true);
      socket.close();
    });
  });
});
