import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const BROWSER_SETUP = 'tests/support/browser-setup.ts';

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,property,contract,types}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
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
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 600_000,
          globalSetup: existsSync(BROWSER_SETUP) ? [BROWSER_SETUP] : [],
        },
      },
    ],
  },
});
