import { once } from 'node:events';
import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured lines in a file of the data folder: ids, never names; what a person must read goes to the console. */
export async function createLog(file: string, level: string): Promise<Log> {
  const destination = pino.destination({ dest: file, sync: false });
  // A process that ends before the file is open would end with the log's complaint about that.
  await once(destination, 'ready');
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}

/** The console of the server, read by the people who run it. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
