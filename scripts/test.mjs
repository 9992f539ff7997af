import { spawn } from 'node:child_process';
import { installDependencies, requireNode } from './setup/dependencies.mjs';
import { ROOT } from './setup/run-logged.mjs';
import { orStop } from './setup/stop.mjs';
import { requireTestTools } from './setup/test-tools.mjs';

await orStop(async () => {
  requireNode();
  await installDependencies();
  const chromium = requireTestTools();
  const checks = spawn(process.execPath, ['--import', 'tsx', 'scripts/check.ts', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM: chromium },
  });
  checks.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
});
