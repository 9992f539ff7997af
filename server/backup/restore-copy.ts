import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Anchor } from '../guard/anchor-lines.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { copyFileHashed, foldersSynced } from './copy-files.ts';
import { CopyFault, type CopyManifest } from './copy-format.ts';
import { verifyJournalFile } from './journal-file.ts';
import { type VerifiedCopy, verifyCopy } from './verify-copy.ts';

export interface RestoreWish {
  readonly copy: string;
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly onStep: (step: 'verifying' | 'copying' | 'verifying-again') => void;
}

const LOCK = /^in-use\.lock/u;

/** Into an empty folder that no server uses. What was begun and not finished is taken away again. */
export async function restoreCopy({ copy, dataDir, signal, onStep }: RestoreWish): Promise<VerifiedCopy> {
  await mustBeFree(dataDir);
  onStep('verifying');
  const verified = await verifyCopy(copy, signal);
  const isNew = !existsSync(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const lock = lockFolder(dataDir);
  if (lock === null) throw new CopyFault('in-use', dataDir);
  try {
    onStep('copying');
    await copyAll(verified.manifest, { from: copy, to: dataDir, signal });
    onStep('verifying-again');
    const [damage] = (await verifyJournalFile(dataDir, verified.publicKey, signal)).damages;
    if (damage !== undefined) throw new CopyFault('journal-damaged', JSON.stringify(damage));
    await foldersSynced(dataDir);
    return verified;
  } catch (cause) {
    lock.release();
    for (const name of await readdir(dataDir)) await rm(join(dataDir, name), { recursive: true, force: true });
    if (isNew) await rm(dataDir, { recursive: true, force: true });
    throw cause;
  } finally {
    lock.release();
  }
}

async function copyAll(
  { files }: CopyManifest,
  between: { readonly from: string; readonly to: string; readonly signal: AbortSignal },
): Promise<void> {
  for (const { path, sha256 } of files) {
    const copied = await copyFileHashed(path, between);
    if (copied.sha256 !== sha256) throw new CopyFault('file-changed', path);
  }
}

async function mustBeFree(dataDir: string): Promise<void> {
  if (!existsSync(dataDir)) return;
  const names = await readdir(dataDir);
  if (names.some((name) => LOCK.test(name))) {
    const lock = lockFolder(dataDir);
    if (lock === null) throw new CopyFault('in-use', dataDir);
    lock.release();
  }
  if (names.some((name) => !LOCK.test(name))) throw new CopyFault('not-empty', dataDir);
}

export interface Lost {
  readonly title: string;
  readonly lines: number;
  /** The last fact that the old server is known to have had. */
  readonly until: number;
}

/** What the old server had written that the copy does not hold, as far as its anchors say. */
export function lostSince(
  { conferences }: Pick<CopyManifest, 'conferences'>,
  anchors: readonly Anchor[],
): readonly Lost[] {
  const last = new Map<string, Anchor>();
  for (const anchor of anchors) {
    if (anchor.seq > (last.get(anchor.conference)?.seq ?? 0)) last.set(anchor.conference, anchor);
  }
  return [...last.values()].flatMap(({ conference, seq, at }) => {
    const copied = conferences.find(({ id }) => id === conference);
    const lines = seq - (copied?.lines ?? 0);
    return lines > 0 ? [{ title: copied?.title ?? conference, lines, until: at }] : [];
  });
}
