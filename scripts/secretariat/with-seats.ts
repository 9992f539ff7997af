import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicOrigin } from '../../server/addresses.ts';
import { type InvitationWish, Seats } from '../../server/application/seats.ts';
import { type Config, ConfigError, readConfig, readEnvironment } from '../../server/config.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { scriptLines } from './text.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The person at the console can do something about it: one line, no stack. */
export class ScriptRefused extends Error {
  override readonly name = 'ScriptRefused';
}

export const isForThePerson = (cause: unknown): cause is Error =>
  cause instanceof ScriptRefused || cause instanceof ConfigError;

/** What the server of this folder was started with. */
export function readServerConfig(): { readonly config: Config; readonly origin: string } {
  const config = readConfig(readEnvironment(ROOT, process.env));
  // The server alone knows which port it was given.
  if (config.port === 0 && config.publicUrl === null) throw new ScriptRefused(scriptLines.portOpen);
  return { config, origin: publicOrigin(config, config.port) };
}

/**
 * The seats as they stand in the data folder, beside a server that may be running: it looks a link up there at each
 * sign-in. A folder without a journal is the wrong folder, and must not become a second installation.
 */
export async function withSeats<T>({ dataDir }: Config, work: (seats: Seats) => Promise<T>): Promise<T> {
  const journal = join(dataDir, 'journal.sqlite');
  if (!existsSync(journal)) throw new ScriptRefused(scriptLines.noJournal(dataDir));
  const store = await openSqliteStore(journal);
  try {
    return await work(new Seats(store.accounts));
  } finally {
    await store.close();
  }
}

export const secretariatWish = (label: string): InvitationWish => ({
  seat: 'secretariat',
  conference: null,
  bridgeId: null,
  label,
});
