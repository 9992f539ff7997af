import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Outcome, Step } from './step.ts';

const BUILT = 'dist/client';
/** What a screen may cost until it shows itself: scripts and styles, compressed, fonts aside. */
const FIRST_BUDGET_KB = 170;
const SCREEN_BUDGET_KB = 240;
/** These carry the LiveKit client. */
const PICTURE_SCREEN_BUDGET_KB = 440;
/** Comes after the console stands, on top of it. */
const DIALOGS = /\/console\/dialog-of\./;
const DIALOGS_BUDGET_KB = 525;
/** The minutes with all their tabs: a desk at which somebody sits all day. */
const WRITING_DESK = /\/screens\/minutes\//;
const WRITING_DESK_BUDGET_KB = 280;
/** The handbook's first page, with everything that it needs at once: the page, scripts, styles and fonts. */
const HANDBOOK = 'handbook.html';
const HANDBOOK_BUDGET_KB = 150;
const OF_HANDBOOK = /\/handbook[./]/;
/** Stands behind the handbook, and is loaded by no page. */
const WORKER = 'client/handbook/service-worker.ts';
const PICTURE_SCREEN = /\/screens\/(bridge|camera|console|director|lines|phone|present|recorder|wall)\//;

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().default(false),
    isDynamicEntry: z.boolean().default(false),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
    assets: z.array(z.string()).default([]),
  }),
);
export type Manifest = z.infer<typeof manifestSchema>;

export interface Weight {
  readonly entry: string;
  readonly kb: number;
  readonly budgetKb: number;
}

export const bundleBudgetStep: Step = {
  name: 'bundle budget',
  run: async () => judge(weighBundle(readManifest(), weighFile)),
};

/** Each entry with all that it imports at once; a screen comes on top of the page's first script. */
export function weighBundle(manifest: Manifest, weigh: (file: string) => number): readonly Weight[] {
  const chunks = Object.entries(manifest);
  const entries = chunks.filter(([, { isEntry }]) => isEntry).map(([key]) => key);
  const first = entries.filter((key) => key !== HANDBOOK && key !== WORKER);
  const screens = chunks
    .filter(([key, { isDynamicEntry }]) => isDynamicEntry && !OF_HANDBOOK.test(key))
    .map(([key]) => key);
  const kbOf = (...keys: readonly string[]): number => {
    const files = new Set(keys.flatMap((key) => [...filesOf(manifest, key)]));
    return [...files].reduce((sum, file) => sum + weigh(file), 0) / 1000;
  };
  return [
    ...first.map((entry) => ({ entry, kb: kbOf(entry), budgetKb: FIRST_BUDGET_KB })),
    ...(entries.includes(HANDBOOK) ? [weighHandbook(manifest, weigh)] : []),
    ...screens.map((entry) => ({ entry, kb: kbOf(...first, entry), budgetKb: budgetOf(entry) })),
  ];
}

function weighHandbook(manifest: Manifest, weigh: (file: string) => number): Weight {
  const chunks = [...chunksOf(manifest, HANDBOOK)];
  const files = new Set(chunks.flatMap(({ file, css, assets }) => [file, ...css, ...assets]));
  const kb = [HANDBOOK, ...files].reduce((sum, file) => sum + weigh(file), 0) / 1000;
  return { entry: HANDBOOK, kb, budgetKb: HANDBOOK_BUDGET_KB };
}

function budgetOf(screen: string): number {
  if (DIALOGS.test(screen)) return DIALOGS_BUDGET_KB;
  if (WRITING_DESK.test(screen)) return WRITING_DESK_BUDGET_KB;
  return PICTURE_SCREEN.test(screen) ? PICTURE_SCREEN_BUDGET_KB : SCREEN_BUDGET_KB;
}

export function judge(weights: readonly Weight[]): Outcome {
  const lines = weights.map(({ entry, kb, budgetKb }) => `${kb.toFixed(0).padStart(8)} of ${budgetKb} kB  ${entry}`);
  const failed = weights.length === 0 ? 1 : weights.filter(({ kb, budgetKb }) => kb > budgetKb).length;
  return { passed: weights.length === 0 ? 0 : weights.length - failed, failed, output: `\n${lines.join('\n')}` };
}

const filesOf = (manifest: Manifest, key: string): readonly string[] =>
  [...chunksOf(manifest, key)].flatMap(({ file, css }) => [file, ...css]);

/** The chunk with all that it imports at once. */
function chunksOf(manifest: Manifest, key: string, seen = new Set<Manifest[string]>()): ReadonlySet<Manifest[string]> {
  const chunk = manifest[key];
  if (chunk === undefined || seen.has(chunk)) return seen;
  seen.add(chunk);
  for (const imported of chunk.imports) chunksOf(manifest, imported, seen);
  return seen;
}

function readManifest(): Manifest {
  return manifestSchema.parse(JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')));
}

function weighFile(file: string): number {
  const bytes = readFileSync(join(BUILT, file));
  // A font is packed in itself, and is served as it is.
  return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes, { level: 9 }).length;
}
