import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Tools of administrators, which the PATH of other accounts often lacks. */
const ALSO = ['/usr/sbin', '/sbin', '/usr/local/go/bin'];

export function findExecutable(...names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(isAbsolute), ...ALSO];
  const candidates = names.flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))));
  return candidates.find(isExecutable) ?? null;
}

export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
