import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongFirst } from './scripts/check/long-first.ts';

const BROWSER_SETUP = 'tests/support/browser-setup.ts';
const EVERY_CORE = availableParallelism();

const inBrowsers = {
  pool: 'forks',
  testTimeout: 180_000,
  hookTimeout: 600_000,
  globalSetup: existsSync(BROWSER_SETUP) ? [BROWSER_SETUP] : [],
} as const;

/**
 * Conferences that mostly wait, and whose pictures are not judged to the moment: two of them share the machine. Not those
 * that lay a network beside this one: every browser on the machine would see its networks change.
 */
const WAITING = '{demo,director,follow-up,language,line-board,morning,screens}';
const WAITING_FILES = [`tests/media/${WAITING}.test.ts`];
/** Those that do: the machine stands still for most of their time, while a line is cut or a server hangs. */
const CABLE_FILES = ['tests/media/{faults,outage}.test.ts'];

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,property,contract,types,simulation}/**/*.test.{ts,tsx}'],
          pool: 'forks',
          // Virtual clocks: real time says only how busy the machine is.
          testTimeout: 60_000,
          maxWorkers: EVERY_CORE,
          // Nothing here leaves anything behind: what the files have in common is loaded once for all of them.
          isolate: false,
          typecheck: {
            enabled: true,
            include: ['tests/types/**/*.test-d.ts'],
            tsconfig: './tsconfig.tests.json',
            ignoreSourceErrors: true,
          },
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/support/bundle-workers.ts'],
          setupFiles: ['tests/support/quick-workers.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          maxWorkers: EVERY_CORE,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          maxWorkers: 2,
          ...inBrowsers,
        },
      },
      {
        test: {
          name: 'waiting',
          include: WAITING_FILES,
          maxWorkers: 2,
          ...inBrowsers,
        },
      },
      {
        test: {
          name: 'cable',
          include: CABLE_FILES,
          fileParallelism: false,
          ...inBrowsers,
        },
      },
      {
        test: {
          name: 'media',
          include: ['tests/media/**/*.test.ts'],
          exclude: [...WAITING_FILES, ...CABLE_FILES],
          // Pictures and voices keep real time: one conference at a time has the machine.
          fileParallelism: false,
          ...inBrowsers,
        },
      },
    ],
  },
});
