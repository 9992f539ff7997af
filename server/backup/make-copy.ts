import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonFile, type ManifestFile } from '../archive/archive-format.ts';
import { archiveKey } from '../archive/archive-key.ts';
import { freeBytes, JOURNAL_ROOM_BYTES } from '../disk-room.ts';
import { synced } from '../documents/safe-on-disk.ts';
import { copyFileHashed, filesBelow, foldersSynced, hashedFile } from './copy-files.ts';
import {
  COPY_FORMAT,
  COPY_MANIFEST,
  COPY_SIGNATURE,
  CopyFault,
  type CopyManifest,
  JOURNAL_FILE,
} from './copy-format.ts';
import { verifyJournalFile } from './journal-file.ts';
import { type VerifiedCopy, verifyCopy } from './verify-copy.ts';

export interface CopyWish {
  readonly dataDir: string;
  /** Each copy is a new folder in this one. */
  readonly folder: string;
  readonly recordings: boolean;
  readonly product: string;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onStep: (step: CopyStep) => void;
}

export type CopyStep =
  | { readonly kind: 'journal'; readonly bytes: number }
  | { readonly kind: 'files'; readonly done: number; readonly of: number }
  | { readonly kind: 'verifying' };

export interface MadeCopy extends VerifiedCopy {
  readonly path: string;
}

/** Not part of what the conferences are: it belongs to the process that runs, or is on its way. */
const LEFT_OUT =
  /^(?:journal\.sqlite(?:-.*)?|in-use\.lock(?:-.*)?|server\.log.*|livekit\/.*|imports\/.*|.*\.half(?:\/.*)?)$/u;
const HALF = '.half';
const STEP_FILES = 200;

/** Beside the running server. A copy bears its name once it was read back and found whole; of every other nothing stays. */
export async function makeCopy(wish: CopyWish): Promise<MadeCopy> {
  const { dataDir, folder, now, signal } = wish;
  if (!existsSync(join(dataDir, JOURNAL_FILE))) throw new CopyFault('no-journal', dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `diem-cau-${nameOf(now)}`);
  const half = `${path}${HALF}`;
  if (existsSync(path)) throw new CopyFault('not-empty', path);
  await mkdir(half, { mode: 0o700 });
  try {
    await fill(half, wish);
    wish.onStep({ kind: 'verifying' });
    const verified = await verifyCopy(half, signal);
    if (signal.aborted) throw new CopyFault('stopped');
    await foldersSynced(half);
    await rename(half, path);
    await synced(folder);
    return { path, ...verified };
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    throw cause;
  }
}

/** The anchors before the journal: what they say must stand in it. */
async function fill(half: string, wish: CopyWish): Promise<void> {
  const { dataDir, recordings, product, now, signal, onStep } = wish;
  const key = await archiveKey(dataDir);
  const isWanted = (path: string): boolean => !LEFT_OUT.test(path) && (recordings || !path.startsWith('recordings/'));
  const paths = (await filesBelow(dataDir)).filter(isWanted);
  await mustHaveRoom(half, dataDir, [JOURNAL_FILE, ...paths]);
  const early = paths.filter((path) => !path.includes('/'));
  const files: ManifestFile[] = [];
  for (const path of early) files.push(await copyFileHashed(path, { from: dataDir, to: half, signal }));
  onStep({ kind: 'journal', bytes: (await stat(join(dataDir, JOURNAL_FILE))).size });
  await copyJournal(dataDir, half, signal);
  files.push(await hashedFile(half, JOURNAL_FILE));
  const late = paths.filter((path) => path.includes('/'));
  for (const [done, path] of late.entries()) {
    if (done % STEP_FILES === 0) onStep({ kind: 'files', done, of: late.length });
    const copied = await copyFileHashed(path, { from: dataDir, to: half, signal }).catch(ifGone);
    if (copied !== null) files.push(copied);
  }
  const { conferences } = await verifyJournalFile(half, key.publicKey, signal);
  const manifest: CopyManifest = {
    format: COPY_FORMAT,
    product,
    madeAt: now,
    recordings,
    conferences: [...conferences],
    files,
  };
  const written = jsonFile(manifest);
  await writeFile(join(half, COPY_MANIFEST), written, { mode: 0o600, flush: true });
  await writeFile(join(half, COPY_SIGNATURE), jsonFile(key.sign(written)), { mode: 0o600, flush: true });
}

/** A document that was given up since the list was made is no fault. */
function ifGone(cause: unknown): null {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
  throw cause;
}

async function mustHaveRoom(half: string, dataDir: string, paths: readonly string[]): Promise<void> {
  let bytes = JOURNAL_ROOM_BYTES;
  for (const path of paths) bytes += (await stat(join(dataDir, path)).catch(() => ({ size: 0 }))).size;
  if ((await freeBytes(half)) < bytes) throw new CopyFault('no-room', `${Math.ceil(bytes / 1024 ** 2)}`);
}

async function copyJournal(dataDir: string, half: string, signal: AbortSignal): Promise<void> {
  const target = join(half, JOURNAL_FILE);
  const script = fileURLToPath(new URL('./copy-journal.ts', import.meta.url));
  const child = fork(script, [join(dataDir, JOURNAL_FILE), target], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (part: unknown) => {
    said += String(part);
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill);
  if (signal.aborted) kill();
  await once(child, 'exit');
  signal.removeEventListener('abort', kill);
  if (signal.aborted) throw new CopyFault('stopped');
  if (child.exitCode !== 0) throw new CopyFault('journal-not-copied', said.trim().split('\n').at(-1) ?? '');
  await chmod(target, 0o600);
  await synced(target);
}

/** 20261122-205233, of the machine's own clock: what the operator looks for in the list. */
function nameOf(now: number): string {
  const at = new Date(now);
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  return `${day}-${two(at.getHours())}${two(at.getMinutes())}${two(at.getSeconds())}`;
}
