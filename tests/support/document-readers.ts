import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Caller } from './test-server.ts';

const READER = 'rendering-worker';

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Processes that read documents for the server with this pid. */
export const readersOf = (server: number): readonly number[] =>
  readdirSync(`/proc/${server}/task`)
    .flatMap((thread) => readFileSync(`/proc/${server}/task/${thread}/children`, 'utf8').trim().split(' '))
    .map(Number)
    .filter((pid) => pid > 0 && commandLine(pid).includes(READER));

/** Whether such a process still runs. */
export const isReader = (pid: number): boolean => commandLine(pid).includes(READER);

export const openFilesOf = (pid: number): readonly string[] =>
  readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${fd}`)];
    } catch {
      return [];
    }
  });

/** Sends a head and then nothing but zeros, until it is answered. */
export function oversized(
  caller: Caller,
  path: string,
  { head, bytes }: { readonly head: Buffer; readonly bytes: number },
): Promise<{ readonly status: number | undefined; readonly code: unknown }> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: caller.cookies.join('; '), 'content-length': String(bytes) };
    const sending = request(`${caller.origin}${path}`, { method: 'POST', headers }, (response) => {
      text(response).then((body) => {
        sending.destroy();
        resolve({ status: response.statusCode, code: JSON.parse(body).code });
      }, reject);
    });
    sending.on('error', reject);
    const zeros = Buffer.alloc(1024 ** 2);
    let left = bytes - head.length;
    const more = (): void => {
      while (left > 0 && !sending.destroyed) {
        const part = zeros.subarray(0, Math.min(left, zeros.length));
        left -= part.length;
        if (!sending.write(part)) return;
      }
    };
    sending.on('drain', more);
    sending.write(head);
    more();
  });
}
