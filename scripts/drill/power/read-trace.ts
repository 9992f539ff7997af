import { createReadStream } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { deskLineSchema } from '../desk/desk-job.ts';
import { numberOf } from '../desk/marked-commands.ts';

/** What happened to the disk, and what was answered, in the order in which the kernel saw it. */
export type DiskCall =
  | { readonly kind: 'create' | 'unlink' | 'sync'; readonly name: string }
  | { readonly kind: 'write'; readonly name: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly name: string; readonly length: number }
  | { readonly kind: 'syncFolder' }
  | { readonly kind: 'ack'; readonly n: number; readonly seq: number };

const ANSWER = 'write(1<';
const SYNCING: ReadonlySet<string> = new Set(['fsync', 'fdatasync']);
const NAMING: ReadonlySet<string> = new Set(['openat', 'unlink', 'unlinkat', 'rename', 'renameat', 'renameat2']);
const HEAD = /^(\d+)\s+(.*)$/s;
const UNFINISHED = ' <unfinished ...>';
const RESUMED = /^<\.\.\. \w+ resumed>(.*)$/s;
const CALL = /^(\w+)\((.*)\)\s+=\s+(-?\d+)/s;
const FILE = /^\d+<([^>]*)>/;
const QUOTED = /"((?:\\x[0-9a-f]{2})*)"/;
const WRITTEN_AT = /", \d+, (\d+)$/;
const CUT_TO = /, (\d+)$/;

/** Calls on the journal's own files; others, and the index that SQLite makes anew, are passed over. */
export async function readTrace(trace: string, folder: string): Promise<readonly DiskCall[]> {
  const calls: DiskCall[] = [];
  const open = new Map<string, string>();
  const lines = createInterface({ input: createReadStream(trace, 'latin1'), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    const [, thread = '', said = ''] = HEAD.exec(line) ?? [];
    calls.push(...callsOf(wholeCall(thread, said, open), folder));
  }
  return calls;
}

/** A call that another thread has cut in two stands where it ended; an answer where it could first have been heard. */
function wholeCall(thread: string, said: string, open: Map<string, string>): string {
  if (!said.endsWith(UNFINISHED)) {
    const rest = RESUMED.exec(said)?.[1];
    return rest === undefined ? said : `${open.get(thread) ?? ''}${rest}`;
  }
  const begun = said.slice(0, -UNFINISHED.length);
  const isAnswer = begun.startsWith(ANSWER);
  open.set(thread, isAnswer ? '' : begun);
  return isAnswer ? `${begun}) = 0` : '';
}

function callsOf(whole: string, folder: string): readonly DiskCall[] {
  if (whole.startsWith(ANSWER)) return acksIn(bytesOf(whole).toString());
  const [, call, args = '', result] = CALL.exec(whole) ?? [];
  if (call === undefined || Number(result) < 0) return [];
  if (NAMING.has(call)) return nameCall(call, args, folder);
  return pathCall(call, args, folder);
}

function pathCall(call: string, args: string, folder: string): readonly DiskCall[] {
  const path = unescaped(FILE.exec(args)?.[1] ?? '');
  if (SYNCING.has(call) && path === folder) return [{ kind: 'syncFolder' }];
  return isJournalFile(path, folder) ? [fileCall(call, basename(path), args)] : [];
}

function fileCall(call: string, name: string, args: string): DiskCall {
  if (SYNCING.has(call)) return { kind: 'sync', name };
  if (call === 'pwrite64') return { kind: 'write', name, at: Number(WRITTEN_AT.exec(args)?.[1]), bytes: bytesOf(args) };
  if (call === 'ftruncate') return { kind: 'truncate', name, length: Number(CUT_TO.exec(args)?.[1]) };
  // A call that is not played back would make every image a better disk than the real one.
  throw new Error(`${call} on ${name} is not known here`);
}

function nameCall(call: string, args: string, folder: string): readonly DiskCall[] {
  const path = bytesOf(args).toString();
  if (!isJournalFile(path, folder)) return [];
  const name = basename(path);
  if (call.startsWith('rename')) throw new Error(`${call} of ${name} is not known here`);
  if (call !== 'openat') return [{ kind: 'unlink', name }];
  return args.includes('O_CREAT') ? [{ kind: 'create', name }] : [];
}

const isJournalFile = (path: string, folder: string): boolean => dirname(path) === folder && !path.endsWith('-shm');

/** Several answers may stand in one write; a line that is no answer is none. */
function acksIn(text: string): readonly DiskCall[] {
  return text.split('\n').flatMap((line) => {
    if (line === '') return [];
    const said = deskLineSchema.parse(JSON.parse(line));
    return said.kind === 'ack' ? [{ kind: 'ack', n: numberOf(said.id), seq: said.seq } as const] : [];
  });
}

const bytesOf = (args: string): Buffer => Buffer.from((QUOTED.exec(args)?.[1] ?? '').replaceAll('\\x', ''), 'hex');
const unescaped = (hex: string): string => Buffer.from(hex.replaceAll('\\x', ''), 'hex').toString();
