import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const BROWSER_SETUP = 'tests/support/browser-setup.ts';
const EVERY_CORE = availableParallelism();

const inBrowsers = {
  pool: 'forks',
  testTimeout: 180_000,
  hookTimeout: 600_000,
  globalSetup: existsSync(BROWSER_SETUP) ? [BROWSER_SETUP] : [],
} as const;

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,property,contract,types,simulation}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
          maxWorkers: EVERY_CORE,
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
          name: 'media',
          include: ['tests/media/**/*.test.ts'],
          // Pictures and voices keep real time: one conference at a time has the machine.
          fileParallelism: false,
          ...inBrowsers,
        },
      },
    ],
  },
});
