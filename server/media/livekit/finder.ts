import type { DownReason, PrepareStep } from './media-state.ts';

/** A way to run LiveKit, given its configuration file. */
export interface LiveKitProgram {
  readonly command: string;
  readonly args: (configFile: string) => readonly string[];
  /** Ends what killing the command itself would leave running; null when there is no such thing. */
  readonly sweep: ((configFile: string) => Promise<void>) | null;
}

export interface Search {
  readonly cacheDir: string;
  readonly moduleDir: string;
  readonly releaseUrl: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly report: (step: PrepareStep, progress: number | null) => void;
}

export type Miss = {
  readonly found: false;
  readonly reason: Extract<DownReason, 'go-too-old' | 'build-failed'> | 'absent';
  readonly detail: string;
};

export type Finding = { readonly found: true; readonly program: LiveKitProgram } | Miss;

export type Finder = (search: Search) => Promise<Finding>;

export const missed = (reason: Miss['reason'], detail: string): Miss => ({ found: false, reason, detail });

export function binaryProgram(path: string): LiveKitProgram {
  return { command: path, args: (configFile) => ['--config', configFile], sweep: null };
}
