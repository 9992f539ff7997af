/** The server's process: reads the configuration, starts the parts, stops them on a signal. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readConfig, readEnvironment } from './config.ts';
import { prepareDataDir } from './data-dir.ts';
import { isStartRefusal, StartRefused } from './listen.ts';
import { createLog, say } from './observe/log.ts';
import { PAGES } from './serve.ts';
import { start } from './start.ts';
import { serverLines } from './text.ts';

const STOP_PATIENCE_MS = 10_000;
const ALIVE_EVERY_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function main(): Promise<void> {
  const config = readConfig(readEnvironment(process.cwd(), process.env));
  if (!existsSync(join(PAGES, 'index.html'))) throw new StartRefused(serverLines.pagesMissing);
  await prepareDataDir(config.dataDir);
  const log = await createLog(join(config.dataDir, 'server.log'), config.logLevel);
  process.on('uncaughtException', (cause) => {
    // State is only what the journal holds, so a new process is safer than one whose parts are in doubt.
    log.fatal({ err: cause }, 'uncaught');
    process.stderr.write(`${String(cause)}\n`);
    process.exit(1);
  });
  const { stop } = await start(config, log);
  tellAlive();
  let stopping: Promise<void> | null = null;
  const onSignal = (): void => {
    if (stopping !== null) return;
    say(serverLines.stopping);
    stopping = Promise.race([stop(), tooLate()])
      .then(() => say(serverLines.stopped))
      .catch((cause: unknown) => log.error({ err: cause }, 'the stop failed'))
      .finally(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  // `npm start` holds a channel to this process: when it is killed outright, the server must not stay behind.
  process.once('disconnect', onSignal);
}

/** `npm start` hears that the loop turns; hearing nothing for long, it starts a new server in place of this one. */
function tellAlive(): void {
  const tell = (): void => {
    if (process.connected) process.send?.('alive', undefined, {}, () => undefined);
  };
  tell();
  setInterval(tell, ALIVE_EVERY_MS).unref();
}

/** A stop that hangs is a fault, and the one who pressed Ctrl-C need not wait for it. */
const tooLate = (): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the parts did not stop in time')), STOP_PATIENCE_MS);
  });

main().catch((cause: unknown) => {
  if (!isStartRefusal(cause)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exit(1);
});
