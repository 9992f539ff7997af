import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { binaryProgram, type Finding, missed, type Search } from './finder.ts';
import { isUsableVersion, versionOf } from './livekit-version.ts';

export async function findOnPath({ env, signal }: Search): Promise<Finding> {
  const binary = await findExecutable('livekit-server', env);
  if (binary === null) return missed('absent', 'no livekit-server on the PATH');
  const version = await versionOf(binary, signal);
  if (version === null) return missed('absent', `${binary} does not run`);
  if (!isUsableVersion(version)) return missed('absent', `${binary} is version ${version}, which is not supported`);
  return { found: true, program: binaryProgram(binary) };
}

/** Entries that are not absolute are passed over: they would depend on the folder that the server was started in. */
export async function findExecutable(name: string, env: NodeJS.ProcessEnv): Promise<string | null> {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(isAbsolute)) {
    const candidate = join(folder, name);
    if (await isExecutable(candidate)) return candidate;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
