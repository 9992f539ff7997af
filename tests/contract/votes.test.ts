import { readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import { BALLOT } from '../support/ballot-builders.ts';
import { conferenceId, created, delegateId, opened, secretariat } from '../support/builders.ts';
import { type Folder, type InProcess, openInProcess, temporaryFolder } from '../support/sqlite.ts';
import { votesContract } from './votes-contract.ts';

votesContract('memory', () => ({ journal: createMemoryJournal(), close: () => undefined }));
votesContract('SQLite', () => openInProcess());
votesContract('SQLite, in its worker,', async () => {
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
const NAME = 'dai-bieu-an';
const cast = { kind: 'vote', ballotId: BALLOT, delegateId: delegateId(NAME), secretOption: 1 } as const;
const first = { conference: hn, expectedSeq: 0, events: [{ actor: secretariat, event: created }], receipts: [] };
const second = { ...first, expectedSeq: 1, events: [{ actor: secretariat, event: opened }] };

test('[BAL57] secret answers and who has voted outlive the process', async () => {
  const folder: Folder = temporaryFolder();
  const before = await openSqliteStore(folder.file);
  await before.journal.append({ ...first, delegates: [cast] });
  await before.close();
  const after = await openSqliteStore(folder.file);
  const { voted, secret } = await after.journal.lookup(hn, [], { ...NO_WANTS, votes: [cast], ballots: [BALLOT] });
  expect([voted.length, secret[0]?.counts]).toEqual([1, [0, 1]]);
  await after.close();
  folder.remove();
});

let store: InProcess;
beforeEach(() => {
  store = openInProcess();
});
afterEach(() => store.close());

/** As the row of a voter stands in the bytes of the file: its columns one behind the other. */
const VOTER = Buffer.from(`${hn}${BALLOT}${NAME}`);
const bytes = (): Buffer => Buffer.concat([readFileSync(store.file), readFileSync(`${store.file}-wal`)]);

test('[BAL58] once it is over nothing of the voters is left in the bytes of the file or of its log', async () => {
  await store.journal.append({ ...first, delegates: [cast] });
  expect(bytes().includes(VOTER)).toBe(true);
  await store.journal.append({ ...second, delegates: [{ kind: 'forgetVoters', ballotId: BALLOT }] });
  expect(bytes().includes(VOTER)).toBe(false);
  expect(statSync(`${store.file}-wal`).size).toBe(0);
});

test('[BAL59] the two tables of a ballot share no key but the ballot, and have neither time nor order', () => {
  const columnsOf = (table: string) => store.db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  expect(columnsOf('ballot_voter')).toEqual(['conference', 'ballot', 'delegate']);
  expect(columnsOf('ballot_answer')).toEqual(['conference', 'ballot', 'option', 'answers']);
  for (const table of ['ballot_voter', 'ballot_answer']) {
    // A row number would tell who came when.
    expect(() => store.db.prepare(`SELECT rowid FROM ${table}`)).toThrow('rowid');
  }
});
