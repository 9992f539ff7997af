import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';
import { type Outcome, runTool, type Step, type ToolWish } from './step.ts';

const REPORTS = '.cache/check';

const testSchema = z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) });
const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), message: z.string(), assertionResults: z.array(testSchema) }),
  ),
});
type Report = z.infer<typeof reportSchema>;

interface Ran {
  readonly outcome: Outcome;
  readonly report: Report | null;
}

/** All tests of one project of vitest.config.ts; each counts. */
export function vitestStep(project: string, wish: ToolWish): Step {
  return { name: `tests ${project}`, run: async () => (await runProject(project, [], wish)).outcome };
}

/**
 * Browsers, pictures and cables keep real time, and a machine that others use may steal it from them. A file that
 * failed is run once more by itself; whatever needed that is told, and what fails twice has failed.
 */
export function patientVitestStep(project: string, wish: ToolWish): Step {
  return {
    name: `tests ${project}`,
    run: async () => {
      const first = await runProject(project, [], wish);
      const files = first.report === null ? [] : failedFiles(first.report);
      if (files.length === 0 || files.length > MAX_SECOND_RUNS) return first.outcome;
      const second = await runProject(project, files, wish);
      if (first.report === null || second.report === null) return first.outcome;
      return afterSecondRun(first.outcome, second.outcome, first.report);
    },
  };
}

const MAX_SECOND_RUNS = 3;

async function runProject(project: string, files: readonly string[], wish: ToolWish): Promise<Ran> {
  const file = `${REPORTS}/${project}.json`;
  mkdirSync(REPORTS, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const asked = ['run', '--project', project, ...reporters, ...files];
  const { ok, output } = await runTool('vitest/vitest.mjs', asked, wish);
  const report = readReport(file);
  return { outcome: outcomeOf(ok, output, report), report };
}

/** A test that was skipped has not been passed; a run without any test is a failure too. */
export function outcomeOf(ok: boolean, output: string, report: Report | null): Outcome {
  if (report === null)
    return { passed: 0, failed: 1, output: `${output}\nno report: the tests did not run to their end` };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const skipped = numPendingTests + numTodoTests;
  const failed = numFailedTests + skipped;
  // What failed stands first: whoever reads only the beginning has read what matters.
  const told = [...failuresOf(report), output, ...(skipped > 0 ? [`${skipped} tests were skipped`] : [])].join('\n');
  if (failed > 0) return { passed, failed, output: told };
  if (passed === 0) return { passed, failed: 1, output: `${output}\nthere are no tests` };
  return ok ? { passed, failed, output: `${passed} tests` } : { passed, failed: 1, output: told };
}

/** The first run's count with what the second made of its failures; `report` is the first's, which says what they were. */
export function afterSecondRun(first: Outcome, second: Outcome, report: Report): Outcome {
  if (second.failed > 0) return { ...first, failed: Math.min(first.failed, second.failed), output: second.output };
  const passed = first.passed + first.failed;
  const told = [`${passed} tests, a second run was needed by`, ...failuresOf(report)].join('\n  ');
  return { passed, failed: 0, output: told };
}

export const failedFiles = ({ testResults }: Report): string[] =>
  testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name);

function failuresOf({ testResults }: Report): string[] {
  return testResults
    .filter(({ status }) => status !== 'passed')
    .flatMap(({ name, message, assertionResults }) => [
      relative(process.cwd(), name),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map(({ fullName, failureMessages }) => `  ${fullName}\n    ${firstLines(failureMessages.join('\n'))}`),
      ...(message === '' ? [] : [`  ${firstLines(message)}`]),
    ]);
}

const firstLines = (text: string): string => text.split('\n').slice(0, 6).join('\n    ');

function readReport(file: string): Report | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
