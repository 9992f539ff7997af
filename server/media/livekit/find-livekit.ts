import { fileURLToPath } from 'node:url';
import { findInCache, oncePerCache } from './binary-cache.ts';
import { buildFromModule } from './build-from-module.ts';
import { downloadRelease, RELEASE_URL } from './download-release.ts';
import { findDocker } from './find-docker.ts';
import { findOnPath } from './find-on-path.ts';
import type { Finder, LiveKitProgram, Miss, Search } from './finder.ts';
import type { DownReason, PrepareStep } from './media-state.ts';

/** The order in which LiveKit is looked for. */
export const FINDERS: readonly Finder[] = [
  findOnPath,
  findInCache,
  oncePerCache(downloadRelease),
  oncePerCache(buildFromModule),
  findDocker,
];

const BINARY_FINDERS: readonly Finder[] = [findInCache, oncePerCache(downloadRelease), oncePerCache(buildFromModule)];

const MODULE_DIR = fileURLToPath(new URL('../../../scripts/livekit', import.meta.url));

export type SearchResult =
  | { readonly found: true; readonly program: LiveKitProgram }
  | { readonly found: false; readonly reason: DownReason; readonly detail: string };

export async function findLiveKit(search: Search, finders: readonly Finder[] = FINDERS): Promise<SearchResult> {
  const misses: Miss[] = [];
  search.signal.throwIfAborted();
  for (const finder of finders) {
    search.report('searching', null);
    const finding = await finder(search).catch(missedByError);
    search.signal.throwIfAborted();
    if (finding.found) return finding;
    misses.push(finding);
  }
  return summary(misses);
}

export function createSearch(parts: Pick<Search, 'cacheDir' | 'signal' | 'report'>): Search {
  return { ...parts, moduleDir: MODULE_DIR, releaseUrl: RELEASE_URL, env: process.env };
}

/** For scripts and tests that need the binary itself: the cached one, made first if it is missing. */
export async function prepareBinary(
  cacheDir: string,
  onProgress: (step: PrepareStep, progress: number | null) => void,
  signal: AbortSignal = new AbortController().signal,
): Promise<string> {
  const search = createSearch({ cacheDir, signal, report: onProgress });
  const result = await findLiveKit(search, BINARY_FINDERS);
  if (!result.found) throw new Error(`LiveKit: ${result.reason}: ${result.detail}`);
  return result.program.command;
}

/** A full disk or a folder that may not be written must not keep the next way from being tried. */
function missedByError(error: unknown): Miss {
  return { found: false, reason: 'absent', detail: error instanceof Error ? error.message : String(error) };
}

/** What stands nearest to success is the reason: whoever has Go is told about Go. */
function summary(misses: readonly Miss[]): SearchResult {
  const nearest = misses.find(({ reason }) => reason !== 'absent');
  if (nearest !== undefined && nearest.reason !== 'absent') {
    return { found: false, reason: nearest.reason, detail: nearest.detail };
  }
  return {
    found: false,
    reason: 'nothing-to-get-livekit-with',
    detail: misses.map(({ detail }) => detail).join('; '),
  };
}
