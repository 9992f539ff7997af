import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { type Outcome, runTool, type Step } from './step.ts';

const REPORTS = '.cache/check';

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** All tests of one project of vitest.config.ts; each counts. */
export function vitestStep(project: string, limitMs: number): Step {
  return { name: `tests ${project}`, run: () => runProject(project, limitMs) };
}

async function runProject(project: string, limitMs: number): Promise<Outcome> {
  const report = `${REPORTS}/${project}.json`;
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok, output } = await runTool('vitest/vitest.mjs', ['run', '--project', project, ...reporters], limitMs);
  return outcomeOf(ok, output, readReport(report));
}

/** A test that was skipped has not been passed; a run without any test is a failure too. */
export function outcomeOf(ok: boolean, output: string, report: z.infer<typeof reportSchema> | null): Outcome {
  if (report === null)
    return { passed: 0, failed: 1, output: `${output}\nno report: the tests did not run to their end` };
  const { numPassedTests: passed, numFailedTests, numPendingTests, numTodoTests } = report;
  const skipped = numPendingTests + numTodoTests;
  const failed = numFailedTests + skipped;
  if (failed > 0) return { passed, failed, output: skipped > 0 ? `${output}\n${skipped} tests were skipped` : output };
  if (passed === 0) return { passed, failed: 1, output: `${output}\nthere are no tests` };
  return ok ? { passed, failed, output: `${passed} tests` } : { passed, failed: 1, output };
}

function readReport(file: string): z.infer<typeof reportSchema> | null {
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
