import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openForReading, openForWriting, StoreError } from '../../server/store/database.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import {
  anGiang,
  conferenceId,
  created,
  halls,
  opened,
  person,
  secretariat,
  speechId,
  technician,
} from '../support/builders.ts';
import { paper } from '../support/speech-builders.ts';
import { type Folder, type InProcess, openInProcess, temporaryFolder } from '../support/sqlite.ts';
import { journalContract } from './journal-contract.ts';

journalContract('memory', () => ({ journal: createMemoryJournal(), close: () => undefined }));
journalContract('SQLite', () => openInProcess());
journalContract('SQLite, in its worker,', async () => {
  const folder = temporaryFolder();
  const store = await openSqliteStore(folder.file);
  return {
    journal: store.journal,
    close: async () => {
      await store.close();
      folder.remove();
    },
  };
});

const hn = conferenceId('hn');
const speaker = { ...person('Trưởng Ban Tổ chức Tỉnh ủy', 'p-9'), fullName: 'Lê Thị Hoa' };
const EVENTS: readonly ConferenceEvent[] = [created, halls, opened, paper(speechId('an'), anGiang, { speaker })];

describe('on the disk', () => {
  let store: InProcess;

  beforeEach(async () => {
    store = openInProcess();
    await append(0, ...EVENTS);
  });
  afterEach(() => store.close());

  const append = (expectedSeq: number, ...events: readonly ConferenceEvent[]) =>
    store.journal.append({
      conference: hn,
      expectedSeq,
      events: events.map((event) => ({ actor: secretariat, event })),
      receipts: [],
      delegates: [],
    });
  const forge = (sql: string): void => {
    store.db.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed;');
    store.db.exec(sql);
  };

  test.each([
    'UPDATE event SET at = at + 1',
    "UPDATE event SET body = '{}' WHERE seq = 2",
    'DELETE FROM event WHERE seq = 4',
  ])('[JRN12] the database itself refuses: %s', (sql) => {
    expect(() => store.db.exec(sql)).toThrow('append-only');
    expect(store.db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(4);
  });

  test.each([
    ['a space in a body', "UPDATE event SET body = body || ' ' WHERE seq = 3", 3],
    ['the actor', "UPDATE event SET actor = replace(actor, 'secretariat', 'moderator') WHERE seq = 2", 2],
    ['the instant', 'UPDATE event SET at = at + 1 WHERE seq = 4', 4],
    ['the type', "UPDATE event SET type = 'conferenceClosed' WHERE seq = 3", 3],
    ['a line taken out', 'DELETE FROM event WHERE seq = 2', 3],
    ['a line and its hash', "UPDATE event SET body = '{}', hash = randomblob(32) WHERE seq = 2", 2],
  ])('[JRN13] a change behind the journal’s back is found: %s', async (_, sql, seq) => {
    expect(await store.journal.verify(hn)).toBeNull();
    forge(sql);
    expect(await store.journal.verify(hn)).toBe(seq);
  });

  test('[JRN14] a snapshot whose line was changed is not used', async () => {
    await store.journal.saveSnapshot(hn, { seq: 4, code: 'this', state: '{}' });
    expect(await store.journal.loadSnapshot(hn, 'this')).not.toBeNull();
    forge('UPDATE event SET hash = randomblob(32) WHERE seq = 4');
    expect(await store.journal.loadSnapshot(hn, 'this')).toBeNull();
  });

  test('[JRN15] names and phones are not in the hashed bodies', () => {
    const bodies = store.db.prepare('SELECT group_concat(body) FROM event').pluck().get();
    const people = store.db.prepare('SELECT group_concat(content) FROM person').pluck().get();
    for (const secret of ['Lê Thị Hoa', 'Trưởng Ban', technician.phone ?? 'no phone']) {
      expect(people).toContain(secret);
      expect(bodies).not.toContain(secret);
    }
    expect(bodies).toContain('p-9');
  });

  test('[JRN16] an erased person reads as nobody, and the chain holds', async () => {
    store.db.exec('DELETE FROM person');
    const events = (await store.journal.read(hn, 0, 9)).map(({ event }) => event);
    const text = JSON.stringify(events);
    expect(events).toHaveLength(4);
    for (const secret of ['Lê Thị Hoa', 'Trưởng Ban', 'Chủ trì', '0900']) expect(text).not.toContain(secret);
    expect(events[3]).toMatchObject({ speech: { speaker: { personId: 'p-9', fullName: null, positions: [] } } });
    expect(await store.journal.verify(hn)).toBeNull();
  });

  test('[JRN17] a line of an unknown type is not passed over: the conference cannot be read', async () => {
    store.db.exec(
      `INSERT INTO event SELECT conference, 5, at, actor, 'speechSung', 1, body, randomblob(32) FROM event WHERE seq = 1`,
    );
    await expect(store.journal.read(hn, 0, 9)).rejects.toThrow(/type/);
    expect(await store.journal.read(hn, 0, 4)).toHaveLength(4);
  });
});

describe('the settings of the disk', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const synchronousAfterWrite = (db: Sqlite.Database): unknown => {
    db.exec('CREATE TABLE IF NOT EXISTS probe (x); INSERT INTO probe VALUES (1)');
    return db.pragma('synchronous', { simple: true });
  };

  test('[JRN18] what is acknowledged survives power loss: synchronous is FULL after the first write', () => {
    const ours = openForWriting(folder.file);
    expect(synchronousAfterWrite(ours)).toBe(2);
    expect(ours.pragma('journal_mode', { simple: true })).toBe('wal');
    ours.close();
    // The control: without our word for it this build of SQLite does not keep that promise.
    const careless = new Sqlite(folder.file);
    careless.pragma('journal_mode = WAL');
    expect(synchronousAfterWrite(careless)).toBe(1);
    careless.close();
  });

  test('[JRN19] searches are made on a connection that can change nothing', () => {
    openForWriting(folder.file).close();
    const reading = openForReading(folder.file);
    expect(() => reading.exec("INSERT INTO person VALUES ('a', 'b', 'c')")).toThrow('readonly');
    reading.close();
  });

  test('[JRN22] a data folder of a newer release is not touched', () => {
    const db = openForWriting(folder.file);
    db.pragma('user_version = 99');
    db.close();
    expect(() => openForWriting(folder.file)).toThrow(StoreError);
  });

  test('[JRN23] opened again, everything is still there', async () => {
    const first = await openSqliteStore(folder.file);
    const events = EVENTS.map((event) => ({ actor: secretariat, event }));
    await first.journal.append({ conference: hn, expectedSeq: 0, events, receipts: [], delegates: [] });
    await first.close();
    const second = await openSqliteStore(folder.file);
    expect((await second.journal.read(hn, 0, 9)).map(({ event }) => event)).toEqual(EVENTS);
    expect(await second.journal.verify(hn)).toBeNull();
    await second.close();
  });
});
