import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The files of the data folder that hold the word, looked at as bytes. */
export async function filesWith(dataDir: string, word: string): Promise<readonly string[]> {
  const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const file of files.filter((one) => one.isFile())) {
    const content = (await readFile(join(file.parentPath, file.name))).toString('latin1').toLowerCase();
    const at = content.indexOf(word);
    if (at !== -1) found.push(`${file.name} ${at}: ${content.slice(Math.max(0, at - 40), at + 40)}`);
  }
  return found;
}
