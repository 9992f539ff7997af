import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { text } from './console-text.mjs';
import { ROOT } from './run-logged.mjs';

/** A Ctrl-C may arrive twice, from the terminal and from npm: within this time both are one. */
const SAME_PRESS_MS = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const OWN_GROUP = process.platform !== 'win32';
/**
 * The server says once a second that it turns. After so many seconds of silence people are told, after so many a new
 * server takes its place: nothing is lost by that, since its state is the journal. Seconds are counted here one by one,
 * so that a machine that slept does not look like a server that hangs.
 */
const PATIENCE = { tellAfter: 3, restartAfter: 15 };
/** A server that ends again and again is not mended by another start. */
const MOST_RESTARTS = 5;
const WITHIN_MS = 10 * 60_000;

/**
 * The server stands in a process group of its own: it hears of a Ctrl-C once, from here, and whatever it started can be
 * ended with it. The channel tells the server when this process was killed.
 */
export function runServer(args, patience = PATIENCE) {
  const run = { child: null, askedAt: null, restartedAt: [], isServing: false };
  for (const signal of SIGNALS) process.on(signal, () => stop(run, signal));
  begin(run, args, patience);
}

function begin(run, args, patience) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    detached: OWN_GROUP,
  });
  run.child = child;
  run.isServing = false;
  const unwatch = watch(run, patience);
  child.once('exit', (code, signal) => {
    unwatch();
    endGroup(child.pid);
    if (run.isServing && run.askedAt === null && code !== 0 && mayRestart(run.restartedAt)) {
      console.log(text.serverRestarts);
      begin(run, args, patience);
      return;
    }
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0));
  });
}

function watch(run, { tellAfter, restartAfter }) {
  const { child } = run;
  let silentFor = 0;
  child.on('message', () => {
    silentFor = 0;
    run.isServing = true;
  });
  const timer = setInterval(() => {
    // Before the first word it reads its journal, which may take long; when it was asked to stop it has a limit of its own.
    if (!run.isServing || run.askedAt !== null) return;
    silentFor += 1;
    if (silentFor === tellAfter) console.log(text.serverSilent(tellAfter));
    if (silentFor === restartAfter) endGroup(child.pid);
  }, 1000);
  return () => clearInterval(timer);
}

/** Notes a restart, if there is one left. */
export function mayRestart(restartedAt, now = performance.now()) {
  while (restartedAt.length > 0 && now - restartedAt[0] > WITHIN_MS) restartedAt.shift();
  if (restartedAt.length >= MOST_RESTARTS) return false;
  restartedAt.push(now);
  return true;
}

function stop(run, signal) {
  if (run.askedAt === null) {
    run.askedAt = Date.now();
    if (OWN_GROUP) run.child.kill(signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM');
  } else if (Date.now() - run.askedAt > SAME_PRESS_MS) {
    console.log(text.stoppedAtOnce);
    endGroup(run.child.pid);
  }
}

function endGroup(pid) {
  if (!OWN_GROUP) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left in it.
  }
}
