import { join } from 'node:path';
import type { Config } from './config.ts';
import { StartRefused } from './listen.ts';
import { NEWER_RELEASE } from './store/database.ts';
import { lockFolder } from './store/folder-lock.ts';
import { openSqliteStore, type Store } from './store/sqlite-store.ts';
import { serverLines } from './text.ts';

/** The journal of the data folder, which is this server's alone until `release` is called. */
export async function openStore(
  { dataDir }: Config,
  onFault: (cause: unknown) => void,
): Promise<{ store: Store; release: () => void }> {
  try {
    const lock = lockFolder(dataDir);
    if (lock === null) throw new StartRefused(serverLines.folderInUse(dataDir));
    return {
      store: await openSqliteStore(join(dataDir, 'journal.sqlite'), { keeper: true, onFault }),
      release: lock.release,
    };
  } catch (cause) {
    if (cause instanceof StartRefused) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const isNewer = reason.includes(NEWER_RELEASE);
    throw new StartRefused(isNewer ? serverLines.folderOfNewerRelease(dataDir) : serverLines.storeRefused(reason), {
      cause,
    });
  }
}
