import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillCache, findInCache } from './binary-cache.ts';
import { findExecutable } from './find-on-path.ts';
import { type Finding, missed, type Search } from './finder.ts';
import { type CommandOutcome, runCommand } from './run-command.ts';

const PACKAGE = 'github.com/livekit/livekit-server/cmd/server';

/** From this one on Go fetches by itself the newer toolchain that the module asks for. */
const OLDEST_GO = { major: 1, minor: 21 };

const FETCHING = 'go: downloading ';

/** Shares of the whole time, measured; the rest goes into the last packages and the linker, which say nothing. */
const FETCHING_SHARE = 0.1;
const COMPILING_SHARE = 0.7;

export async function buildFromModule(search: Search): Promise<Finding> {
  const go = await findExecutable('go', search.env);
  if (go === null) return missed('absent', 'no Go on the PATH');
  const version = await goVersion(search, go);
  if (version === null) return missed('build-failed', `${go} does not run`);
  if (isTooOld(version)) {
    return missed(
      'go-too-old',
      `${go} is version ${version}; ${OLDEST_GO.major}.${OLDEST_GO.minor} or newer is needed`,
    );
  }
  search.report('building', 0);
  const failure = await fillCache(search, (folder) => build(search, go, folder));
  return failure === null ? findInCache(search) : missed('build-failed', failure);
}

async function goVersion(search: Search, go: string): Promise<string | null> {
  const { ok, lines } = await runCommand({
    command: go,
    args: ['version'],
    cwd: tmpdir(),
    env: { ...search.env, GOTOOLCHAIN: 'local' },
    signal: search.signal,
  });
  return ok ? (/\bgo(\d+\.\d+(?:\.\d+)?)/.exec(lines.join('\n'))?.[1] ?? null) : null;
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < OLDEST_GO.major || (major === OLDEST_GO.major && minor < OLDEST_GO.minor);
}

async function build(search: Search, go: string, folder: string): Promise<string | null> {
  // Go leaves its temporary folder behind when it is ended: in ours it is removed.
  const inside: Search = { ...search, env: { ...search.env, GOTMPDIR: folder } };
  const packages = new Set<string>();
  const listed = await fetchAndList(inside, go, packages);
  if (!listed.ok) return listed.detail;
  let built = 0;
  const args = ['build', '-v', '-mod=readonly', '-trimpath', '-buildvcs=false', '-ldflags=-s -w'];
  const { ok, detail } = await runGo(inside, go, [...args, '-o', join(folder, 'livekit-server'), PACKAGE], (line) => {
    if (!packages.delete(line)) return;
    built += 1;
    search.report('building', FETCHING_SHARE + COMPILING_SHARE * (built / (built + packages.size)));
  });
  return ok ? null : detail;
}

/** Fetches the modules, and fills `packages` with what the build will name one by one. */
async function fetchAndList(search: Search, go: string, packages: Set<string>): Promise<CommandOutcome> {
  const modules = await countModules(search.moduleDir);
  let fetched = 0;
  return runGo(search, go, ['list', '-deps', '-mod=readonly', PACKAGE], (line) => {
    if (!line.startsWith(FETCHING)) {
      packages.add(line);
      return;
    }
    fetched += 1;
    search.report('building', FETCHING_SHARE * Math.min(1, fetched / modules));
  });
}

async function countModules(moduleDir: string): Promise<number> {
  const text = await readFile(join(moduleDir, 'go.mod'), 'utf8');
  return text.split('\n').filter((line) => /^(require )?\s*\S+\.\S+\/\S+ v/.test(line)).length;
}

function runGo(
  search: Search,
  go: string,
  args: readonly string[],
  onLine: (line: string) => void,
): Promise<CommandOutcome> {
  return runCommand({
    command: go,
    args,
    cwd: search.moduleDir,
    env: {
      ...search.env,
      // Some systems ship Go with the fetching of toolchains off, or keep a workspace that would take part.
      GOTOOLCHAIN: search.env['GOTOOLCHAIN'] ?? 'auto',
      GOWORK: 'off',
      GO111MODULE: 'on',
      CGO_ENABLED: '0',
    },
    signal: search.signal,
    onLine,
  });
}
