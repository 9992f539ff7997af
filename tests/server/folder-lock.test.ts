import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from '../../server/store/folder-lock.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { serverLines } from '../../server/text.ts';
import { startTestServer } from '../support/test-server.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const HOLDER = `
import { lockFolder } from './server/store/folder-lock.ts';
console.log(lockFolder(process.argv[1]) === null ? 'refused' : 'held');
setInterval(() => undefined, 1000);
`;

async function holder(): Promise<{ said: string; kill: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLDER, folder]);
  const [said] = await once(child.stdout, 'data');
  const kill = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  return { said: String(said).trim(), kill };
}

test('[JRN29] a data folder has one server; one that was killed outright leaves no lock behind', async () => {
  const first = await holder();
  expect(first.said).toBe('held');
  expect(lockFolder(folder)).toBeNull();
  await first.kill();
  const lock = lockFolder(folder);
  expect(lock).not.toBeNull();
  const second = await holder();
  expect(second.said).toBe('refused');
  await second.kill();
  lock?.release();
  const third = await holder();
  expect(third.said).toBe('held');
  await third.kill();
});

test('[JRN30] a second server on the folder does not start, and says why; scripts beside it still read and write', async () => {
  const server = await startTestServer();
  await expect(startTestServer({ DATA_DIR: server.dataDir })).rejects.toThrow(serverLines.folderInUse(server.dataDir));
  const beside = await openSqliteStore(join(server.dataDir, 'journal.sqlite'));
  expect(await beside.accounts.invitations()).not.toEqual([]);
  await beside.close();
  await server.stop();
});
