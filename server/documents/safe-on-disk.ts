import { open } from 'node:fs/promises';

/** A file, or the names of a folder, are on the disk and outlive a loss of power. */
export async function synced(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
