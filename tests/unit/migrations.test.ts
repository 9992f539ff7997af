import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openForWriting } from '../../server/store/database.ts';
import { MIGRATIONS } from '../../server/store/schema.ts';
import { createSqliteAccounts } from '../../server/store/sqlite-accounts.ts';
import { type Folder, temporaryFolder } from '../support/sqlite.ts';

let folder: Folder;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder.remove());

test('[JRN28] a data folder of the first release opens with its links, and they are links', async () => {
  const old = new Sqlite(folder.file);
  old.exec(MIGRATIONS[0] ?? '');
  old.pragma('user_version = 1');
  old
    .prepare('INSERT INTO invitation VALUES (?, ?, ?, ?, ?, ?, ?, ?)')
    .run('cu', Buffer.alloc(32, 1), 'wall', 'hn', null, 'Màn hình', 7, null);
  old.close();
  const db = openForWriting(folder.file);
  const accounts = createSqliteAccounts(db);
  const row = accounts.invitationByToken(Buffer.alloc(32, 1));
  expect(row).toMatchObject({ id: 'cu', kind: 'link', expiresAt: null, usedAt: null, createdAt: 7, label: 'Màn hình' });
  expect(accounts.useCode(Buffer.alloc(32, 1), 8)).toBeNull();
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  db.close();
  const again = openForWriting(folder.file);
  expect(again.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  again.close();
});
