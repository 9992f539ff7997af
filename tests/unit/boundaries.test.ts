import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const MODULES = resolve('node_modules');

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** What may be imported, so that the rules are seen to let the honest pass. */
const LAWFUL: Readonly<Record<string, string>> = {
  'shared/base/result.ts': '',
  'shared/domain/floor/floor.ts': "import '../../base/result.ts'; import 'zod';",
  'shared/protocol/patch.ts': "import '../domain/floor/floor.ts';",
  'shared/views/clock.ts': "import '../domain/floor/floor.ts';",
  'server/store/journal.ts': "import '../../shared/domain/floor/floor.ts';",
  'server/store/sqlite-journal.ts': "import './journal.ts'; import 'node:fs';",
  'server/media/media-gateway.ts': '',
  'server/application/desk.ts': "import '../store/journal.ts'; import '../media/media-gateway.ts';",
  'server/transport/http.ts': "import '../application/desk.ts'; import '../../shared/protocol/patch.ts';",
  'server/f.ts': "import './e.ts';", // the far end of the cycle below: it is named once
  'server/main.ts': "import './transport/http.ts'; import './store/sqlite-journal.ts';",
  'client/sync/replica.ts': "import '../../shared/protocol/patch.ts';",
  'scripts/bench.ts': "import '../server/store/sqlite-journal.ts';",
  'tests/desk.test.ts': "import '../server/application/desk.ts'; import '../client/sync/replica.ts';",
};

/** One forbidden import a file, and the rule that has to name it. */
const FORBIDDEN: readonly (readonly [rule: string, file: string, source: string])[] = [
  ['shared-is-alone', 'shared/views/a.ts', "import 'node:fs';"],
  ['shared-is-alone', 'shared/views/b.ts', "import '../../server/store/journal.ts';"],
  ['shared-is-alone', 'shared/views/c.ts', "import type {} from '../../client/sync/replica.ts';"],
  ['shared-is-alone', 'shared/views/d.ts', "import 'express';"],
  ['domain-knows-no-wire', 'shared/domain/a.ts', "import '../protocol/patch.ts';"],
  ['base-is-lowest', 'shared/base/a.ts', "import '../domain/floor/floor.ts';"],
  ['client-and-server-never-meet', 'client/a.ts', "import type {} from '../server/store/journal.ts';"],
  ['server-and-client-never-meet', 'server/a.ts', "import '../client/sync/replica.ts';"],
  ['server-runs-without-scripts', 'server/b.ts', "import '../scripts/bench.ts';"],
  ['scripts-know-no-screen', 'scripts/a.ts', "import '../client/sync/replica.ts';"],
  ['transport-uses-contracts', 'server/transport/a.ts', "import '../store/sqlite-journal.ts';"],
  ['application-uses-contracts', 'server/application/a.ts', "import '../store/sqlite-journal.ts';"],
  ['application-uses-contracts', 'server/application/b.ts', "import '../transport/http.ts';"],
  ['adapters-look-down', 'server/store/a.ts', "import '../application/desk.ts';"],
  ['adapters-look-down', 'server/observe/a.ts', "import '../transport/http.ts';"],
  ['no-tests-in-the-product', 'server/c.ts', "import '../tests/desk.test.ts';"],
  ['nobody-imports-main', 'scripts/b.ts', "import '../server/main.ts';"],
  ['resolvable', 'server/d.ts', "import './nowhere.ts';"],
  ['no-cycles', 'server/e.ts', "import './f.ts';"],
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'boundaries-'));
  symlinkSync(MODULES, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const file of ['tsconfig.base.json', 'tsconfig.shared.json', '.dependency-cruiser.cjs', '.oxlintrc.json']) {
    cpSync(file, join(folder, file));
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), `${source}\nexport const here = '${file}';\n`);
}

/** A tool's whole output, whether or not it found fault. */
async function outputOf(script: string, ...args: readonly string[]): Promise<string> {
  try {
    return (await run(process.execPath, [join(MODULES, script), ...args], { cwd: folder, maxBuffer: 1e8 })).stdout;
  } catch (error) {
    return z.object({ stdout: z.string() }).parse(error).stdout;
  }
}

test('each forbidden import is named by its rule, and no lawful one is', async () => {
  for (const [file, source] of Object.entries(LAWFUL)) plant(file, source);
  for (const [, file, source] of FORBIDDEN) plant(file, source);
  const output = await outputOf(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'shared',
    'server',
    'client',
    'scripts',
    'tests',
  );
  const { violations } = reportSchema.parse(JSON.parse(output)).summary;
  const named = violations.map(({ rule, from }) => `${rule.name}: ${from}`);
  expect(named.toSorted()).toEqual(FORBIDDEN.map(([rule, file]) => `${rule}: ${file}`).toSorted());
});

test('the world outside does not compile in shared/', async () => {
  const globals = ['process', 'fetch', 'setTimeout', 'crypto', 'console', 'window', 'URL', 'document', 'Buffer'];
  plant(
    'shared/world.ts',
    globals.map((name) => `export const ${name}Here = typeof ${name} === 'object' && ${name};`).join('\n'),
  );
  plant('shared/pure.ts', 'export const sum = [1, 2].toSorted().reduce((a, b) => a + b, Math.max(0));');
  const output = await outputOf('typescript/bin/tsc', '-p', 'tsconfig.shared.json', '--pretty', 'false');
  const unknown = [...output.matchAll(/^shared\/world\.ts.*Cannot find name '(\w+)'/gm)].map(([, name]) => name);
  expect(new Set(unknown)).toEqual(new Set(globals));
  expect(output).not.toContain('shared/pure.ts');
});

test('clock and chance are refused in shared/, and in shared/ alone', async () => {
  const source = 'export const now = Date.now();\nexport const chance = Math.random();';
  plant('shared/clock.ts', source);
  plant('server/clock.ts', source);
  const output = await outputOf('oxlint/bin/oxlint', '-f', 'unix', 'shared/clock.ts', 'server/clock.ts');
  expect(output).toMatch(/shared\/clock\.ts:1.*moment\.now/);
  expect(output).toMatch(/shared\/clock\.ts:2.*Math\.random/);
  expect(output).not.toContain('server/clock.ts');
});
