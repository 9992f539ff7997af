import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import pino, { type Logger } from 'pino';
import { JOURNAL_ROOM_BYTES } from '../disk-room.ts';
import { LogFile } from './log-file.ts';

export type Log = Logger;

const DAY_MS = 24 * 60 * 60_000;
const MAX_BYTES = 10 * 1024 ** 2;
const KEPT_DAYS = 30;
const LOOK_AT_DISK_MS = 5_000;

const opened: LogFile[] = [];
process.once('exit', () => {
  for (const lines of opened) lines.flushSync();
});

/** Structured lines in a file of the data folder: ids, never names; what a person must read goes to the console. */
export async function createLog(file: string, level: string): Promise<Log> {
  const lines = new LogFile({
    file,
    maxBytes: MAX_BYTES,
    keep: KEPT_DAYS,
    keepMs: KEPT_DAYS * DAY_MS,
    now: Date.now,
    hasRoom: roomWatch(dirname(file)),
  });
  opened.push(lines);
  const serializers = { err: errorFields };
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers }, lines);
}

/** The console of the server, read by the people who run it. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** What is known to be ours: other fields of a fault may hold what somebody typed. */
function errorFields(cause: unknown, depth = 0): Readonly<Record<string, unknown>> {
  if (!(cause instanceof Error)) return { type: typeof cause, message: String(cause) };
  const { name, message, stack } = cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? { code: cause.code } : {};
  const inner = cause.cause === undefined || depth > 3 ? {} : { cause: errorFields(cause.cause, depth + 1) };
  return { type: name, message, ...code, stack, ...inner };
}

function roomWatch(folder: string): () => boolean {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let hasRoom = true;
  return () => {
    if (performance.now() - lookedAt > LOOK_AT_DISK_MS) {
      lookedAt = performance.now();
      hasRoom = freeIn(folder) >= JOURNAL_ROOM_BYTES;
    }
    return hasRoom;
  };
}

/** A disk that cannot be asked is not known to be full. */
function freeIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
