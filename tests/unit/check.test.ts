import { describe, expect, test } from 'vitest';
import { judge, type Manifest, weighBundle } from '../../scripts/check/bundle-budget.ts';
import { afterSecondRun, failedFiles, outcomeOf } from '../../scripts/check/vitest-step.ts';

const report = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('a run of tests', () => {
  test('counts each test', () => {
    expect(outcomeOf(true, '', report)).toMatchObject({ passed: 5, failed: 0 });
    expect(outcomeOf(false, '', { ...report, numFailedTests: 2 })).toMatchObject({ passed: 5, failed: 2 });
  });

  test.each([
    ['a skipped test', true, { ...report, numPendingTests: 1 }],
    ['a test to be written', true, { ...report, numTodoTests: 1 }],
    ['no test at all', true, { ...report, numPassedTests: 0 }],
    ['a fault outside of all tests', false, report],
    ['a run without a report', true, null],
  ])('%s is a failure', (_, ok, found) => {
    expect(outcomeOf(ok, '', found).failed).toBe(1);
  });
});

describe('a file that failed', () => {
  const failing = {
    ...report,
    numFailedTests: 1,
    testResults: [
      { name: '/x/good.test.ts', status: 'passed', message: '', assertionResults: [] },
      {
        name: `${process.cwd()}/tests/e2e/bad.test.ts`,
        status: 'failed',
        message: '',
        assertionResults: [{ fullName: 'a picture', status: 'failed', failureMessages: ['expected 1 to be 2'] }],
      },
    ],
  };

  test('is named first, with its test and what was wrong', () => {
    const { output } = outcomeOf(false, 'everything that vitest said', failing);
    expect(output).toMatch(/^tests\/e2e\/bad\.test\.ts\n {2}a picture\n {4}expected 1 to be 2\neverything/);
    expect(failedFiles(failing)).toEqual([`${process.cwd()}/tests/e2e/bad.test.ts`]);
  });

  test('may pass when it is run by itself, and that is told', () => {
    const first = outcomeOf(false, '', failing);
    const second = outcomeOf(true, '', { ...report, testResults: failing.testResults.slice(1) });
    expect(afterSecondRun(first, second, failing)).toEqual({
      passed: 6,
      failed: 0,
      output: '6 tests, a second run was needed by\n  tests/e2e/bad.test.ts\n    a picture\n    expected 1 to be 2',
    });
  });

  test('and fails again has failed', () => {
    const first = outcomeOf(false, '', failing);
    expect(afterSecondRun(first, outcomeOf(false, 'again', failing), failing).failed).toBe(1);
  });
});

describe('the bundle budget', () => {
  const chunk = (file: string, more: Partial<Manifest[string]> = {}): Manifest[string] => ({
    file,
    isEntry: false,
    isDynamicEntry: false,
    imports: [],
    css: [],
    assets: [],
    ...more,
  });
  const manifest: Manifest = {
    'index.html': chunk('main.js', { isEntry: true, imports: ['_react.js'], css: ['main.css'] }),
    'screens/wall.tsx': chunk('wall.js', { isDynamicEntry: true, imports: ['_react.js', '_media.js', 'index.html'] }),
    '_react.js': chunk('react.js', { imports: ['_media.js'] }),
    '_media.js': chunk('media.js', { imports: ['_react.js'], css: ['media.css'] }),
    '_later.js': chunk('later.js'),
  };
  const weighOf = (kb: number) => (file: string) => (file === 'wall.js' ? kb : 10) * 1000;

  test('a screen weighs what it imports, once, on top of the first page', () => {
    expect(weighBundle(manifest, weighOf(20)).map(({ entry, kb }) => [entry, kb])).toEqual([
      ['index.html', 50],
      ['screens/wall.tsx', 70],
    ]);
  });

  test('[HBK14] the handbook weighs its page, scripts, styles and fonts, apart from the screens; its worker weighs nothing', () => {
    const handbook: Manifest = {
      ...manifest,
      'handbook.html': chunk('handbook.js', { isEntry: true, imports: ['_react.js'], assets: ['a.woff2', 'b.woff2'] }),
      'client/handbook/later.ts': chunk('later.js', { isDynamicEntry: true }),
      'client/handbook/service-worker.ts': chunk('worker.js', { isEntry: true }),
    };
    const weights = weighBundle(handbook, weighOf(20));
    expect(weights.map(({ entry, kb }) => [entry, kb])).toEqual([
      ['index.html', 50],
      ['handbook.html', 70],
      ['screens/wall.tsx', 70],
    ]);
    const heavy = weighBundle(handbook, (file) => (file === 'b.woff2' ? 150_000 : 0));
    expect(judge(heavy)).toMatchObject({ passed: 3, failed: 0 });
    expect(judge(weighBundle(handbook, (file) => (file === 'b.woff2' ? 150_001 : 0)))).toMatchObject({ failed: 1 });
  });

  test('one that is too heavy fails, and so does a build without any', () => {
    expect(judge(weighBundle(manifest, weighOf(20)))).toMatchObject({ passed: 2, failed: 0 });
    expect(judge(weighBundle(manifest, weighOf(2000)))).toMatchObject({ passed: 1, failed: 1 });
    expect(judge([])).toMatchObject({ passed: 0, failed: 1 });
  });
});
