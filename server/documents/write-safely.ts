import { open } from 'node:fs/promises';

/** A new file whose bytes are on the disk when it resolves. */
export async function writeSafely(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
