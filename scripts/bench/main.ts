/** `npm run bench`: what the server costs and how fast it is, each figure beside its bare limit from the same run. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAcknowledgement } from './acknowledgement.ts';
import { stopChildren } from './children.ts';
import { benchDelegates } from './delegates/delegates.ts';
import { benchDomain } from './domain/domain.ts';
import { benchFanOut } from './fan-out.ts';
import { benchMedia } from './media/media.ts';
import { benchRecords } from './records/records.ts';
import { type BenchReport, tableOf } from './report.ts';
import { benchReports } from './reports/reports.ts';
import { benchScreens, SIZES } from './screens/screens.ts';
import { ROOT } from './server-process.ts';

const PARTS = ['domain', 'delegates', 'ack', 'fanout', 'reports', 'records', 'screens', 'media'] as const;
type Part = (typeof PARTS)[number];

/** The screens that are measured are those of the present sources. */
const BUILD = `import { buildClientIfChanged } from './scripts/setup/client-build.mjs'; await buildClientIfChanged();`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    /** Delegates in the list, to try the bench with fewer than the 1.9 million. */
    rows: { type: 'string' },
    /** Numbers of connected screens, to try the bench with fewer than 19,000: `--screens 1000,2000`. */
    screens: { type: 'string' },
  },
});
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

function chosen(): readonly Part[] {
  const { only = [...PARTS] } = values;
  const unknown = only.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Error(`--only takes ${PARTS.join(', ')}, not ${unknown}`);
  return only.filter(isPart);
}

function buildScreens(): void {
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', BUILD], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the screens could not be built');
}

async function bench(parts: readonly Part[]): Promise<BenchReport> {
  if (parts.some((part) => part !== 'domain' && part !== 'delegates' && part !== 'records')) buildScreens();
  const start = performance.now();
  return {
    domain: parts.includes('domain') ? benchDomain() : null,
    delegates: parts.includes('delegates') ? await benchDelegates(rowsWished()) : null,
    acknowledgement: parts.includes('ack') ? await benchAcknowledgement() : null,
    fanOut: parts.includes('fanout') ? await benchFanOut() : null,
    reports: parts.includes('reports') ? await benchReports(rowsWished().rows) : null,
    records: parts.includes('records') ? await benchRecords() : null,
    screens: parts.includes('screens') ? await benchScreens(sizesWished()) : null,
    media: parts.includes('media') ? await benchMedia() : null,
    seconds: Math.round((performance.now() - start) / 1_000),
  };
}

const rowsWished = (): { readonly rows?: number } =>
  values.rows === undefined ? {} : { rows: Math.max(1_000, Number(values.rows)) };

const sizesWished = (): readonly number[] =>
  values.screens === undefined ? SIZES : values.screens.split(',').map((size) => Math.max(500, Number(size)));

function keep(report: BenchReport): void {
  for (const file of [join(ROOT, 'dist', 'bench.json'), ...(values.json === undefined ? [] : [values.json])]) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopChildren().finally(() => process.exit(1)));
}
try {
  const report = await bench(chosen());
  keep(report);
  console.log(tableOf(report));
} finally {
  await stopChildren();
}
