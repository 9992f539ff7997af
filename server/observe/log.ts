import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured lines in a file of the data folder: ids, never names; what a person must read goes to the console. */
export function createLog(file: string, level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: file, sync: false }),
  );
}

/** The console of the server, read by the people who run it. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
