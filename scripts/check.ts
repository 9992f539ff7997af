import { bundleBudgetStep } from './check/bundle-budget.ts';
import { type Outcome, type Step, toolStep } from './check/step.ts';
import { patientVitestStep, vitestStep } from './check/vitest-step.ts';

const MINUTE_MS = 60_000;

const typesStep = (project: string): Step =>
  toolStep(
    `types ${project}`,
    'typescript/bin/tsc',
    '-p',
    `tsconfig.${project}.json`,
    '--incremental',
    '--tsBuildInfoFile',
    `.cache/types/${project}.tsbuildinfo`,
  );

/** Cheap ones first. */
const FIRST: readonly Step[] = [
  toolStep('format', '@biomejs/biome/bin/biome', 'ci', `--colors=${process.stdout.isTTY ? 'force' : 'off'}`, '.'),
  toolStep('lint', 'oxlint/bin/oxlint'),
  ...['shared', 'server', 'client', 'tests'].map(typesStep),
  toolStep(
    'boundaries',
    'dependency-cruiser/bin/dependency-cruise.mjs',
    '--config',
    '.dependency-cruiser.cjs',
    'shared',
    'server',
    'client',
    'scripts',
    'tests',
  ),
  toolStep('dead code', 'knip/bin/knip.js', '--no-progress', '--treat-config-hints-as-errors'),
  // Before the server's tests, which give out the pages.
  toolStep('build', 'scripts/build.mjs'),
  bundleBudgetStep,
];

/** Steps that stand together run at once: cables are cut for minutes, and what asks no clock takes what they leave. */
const GROUPS: readonly (readonly Step[])[] = [
  ...FIRST.map((step) => [step]),
  [
    patientVitestStep('cable', { timeoutMs: 15 * MINUTE_MS }),
    vitestStep('unit', { timeoutMs: 15 * MINUTE_MS, niceness: 19 }),
  ],
  [vitestStep('server', { timeoutMs: 15 * MINUTE_MS })],
  [patientVitestStep('e2e', { timeoutMs: 15 * MINUTE_MS })],
  [patientVitestStep('waiting', { timeoutMs: 15 * MINUTE_MS })],
  [patientVitestStep('media', { timeoutMs: 30 * MINUTE_MS })],
];

/** `npm run check lint types` runs the steps whose names begin with one of these words. */
function chosen(words: readonly string[]): typeof GROUPS {
  if (words.length === 0) return GROUPS;
  return GROUPS.flat()
    .filter(({ name }) => words.some((word) => name.startsWith(word)))
    .map((step) => [step]);
}

async function runAll(groups: typeof GROUPS): Promise<void> {
  let passed = 0;
  let failed = 0;
  for (const group of groups) {
    for (const outcome of await Promise.all(group.map(runOne))) {
      passed += outcome.passed;
      failed += outcome.failed;
    }
  }
  console.log(`\n${passed} passed, ${failed + (groups.length === 0 ? 1 : 0)} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

async function runOne({ name, run }: Step): Promise<Outcome> {
  const start = Date.now();
  if (process.stdout.isTTY) process.stdout.write(`… ${name}\r`);
  const outcome = await run().catch((error: unknown) => ({ passed: 0, failed: 1, output: String(error) }));
  const seconds = ((Date.now() - start) / 1000).toFixed(1).padStart(6);
  console.log(
    `${outcome.failed === 0 ? 'ok    ' : 'FAILED'} ${seconds} s  ${name.padEnd(14)} ${outcome.output}`.trimEnd(),
  );
  return outcome;
}

await runAll(chosen(process.argv.slice(2)));
