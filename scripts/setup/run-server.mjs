import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { text } from './console-text.mjs';
import { ROOT } from './run-logged.mjs';

/** A Ctrl-C may arrive twice, from the terminal and from npm: within this time both are one. */
const SAME_PRESS_MS = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const OWN_GROUP = process.platform !== 'win32';

/**
 * The server stands in a process group of its own: it hears of a Ctrl-C once, from here, and whatever it started can be
 * ended with it. The channel tells the server when this process was killed.
 */
export function runServer(args) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: OWN_GROUP,
  });
  let askedAt = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (askedAt === null) {
        askedAt = Date.now();
        if (OWN_GROUP) child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
      } else if (Date.now() - askedAt > SAME_PRESS_MS) {
        console.log(text.stoppedAtOnce);
        endGroup(child.pid);
      }
    });
  }
  child.once('exit', (code, signal) => {
    endGroup(child.pid);
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

function endGroup(pid) {
  if (!OWN_GROUP) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
