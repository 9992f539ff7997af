import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ManifestFile } from '../archive/archive-format.ts';
import { synced } from '../documents/safe-on-disk.ts';
import { CopyFault } from './copy-format.ts';

/** Every file below the folder, by its path in it. */
export async function filesBelow(folder: string, below = ''): Promise<readonly string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}

interface Between {
  readonly from: string;
  readonly to: string;
  readonly signal: AbortSignal;
}

/** A copy and no second name of the same bytes: a bad sector must not take both. Readable by the owner alone. */
export async function copyFileHashed(path: string, { from, to, signal }: Between): Promise<ManifestFile> {
  const target = join(to, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(target, 'wx', 0o600);
  let bytes = 0;
  try {
    for await (const part of createReadStream(join(from, path))) {
      if (signal.aborted) throw new CopyFault('stopped');
      if (!Buffer.isBuffer(part)) continue;
      hash.update(part);
      bytes += part.length;
      await file.writeFile(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

export async function hashedFile(folder: string, path: string): Promise<ManifestFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of createReadStream(join(folder, path))) {
    if (!Buffer.isBuffer(part)) continue;
    hash.update(part);
    bytes += part.length;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** The names in every folder of the tree outlive a loss of power too. */
export async function foldersSynced(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await foldersSynced(join(folder, entry.name));
  }
  await synced(folder);
}
