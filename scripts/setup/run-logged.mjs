import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a command quietly; what it said is kept in `log`, a path below the project's folder. */
export function runLogged(command, args, log) {
  return new Promise((resolve) => {
    const chunks = [];
    const finish = (ok) => {
      const output = Buffer.concat(chunks).toString('utf8');
      mkdirSync(dirname(`${ROOT}${log}`), { recursive: true });
      writeFileSync(`${ROOT}${log}`, output);
      resolve({ ok, output });
    };
    const shell = process.platform === 'win32' && command === 'npm'; // npm is a script there
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => {
      chunks.push(Buffer.from(String(error)));
      finish(false);
    });
    child.once('close', (code) => finish(code === 0));
  });
}

export const secondsSince = (start) => Math.round((Date.now() - start) / 1000);
