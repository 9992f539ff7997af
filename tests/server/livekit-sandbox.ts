import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, symlink } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { arch } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { findLiveKit } from '../../server/media/livekit/find-livekit.ts';
import { findExecutable } from '../../server/media/livekit/find-on-path.ts';
import type { Search } from '../../server/media/livekit/finder.ts';
import { runCommand } from '../../server/media/livekit/run-command.ts';
import { emptyFolder, script } from './livekit-fixtures.ts';

export const VERSION = '1.13.5';
export const SAYS_VERSION = `echo "livekit-server version ${VERSION}"`;

const ARCHIVES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' };
export const ARCHIVE = `livekit_${VERSION}_linux_${ARCHIVES[arch()]}.tar.gz`;

/** Says what Go says, and "builds" a program that knows its version. */
export const FAKE_GO = [
  'case "$1" in',
  'version) echo "go version go1.26.0 linux/amd64";;',
  'list) echo "go: downloading example.org/a v1.0.0" >&2; echo example.org/a; echo example.org/b;;',
  'build) while [ "$1" != "-o" ]; do shift; done',
  'echo example.org/a >&2; echo example.org/b >&2',
  'echo built >> "$BUILDS"; sleep 1',
  `printf '#!/bin/sh\\n${SAYS_VERSION}\\n' > "$2"; chmod 755 "$2";;`,
  'esac',
];

/** A machine for each test: no internet, and nothing on its PATH but what the test puts there and four small tools. */
export class Sandbox {
  bin = '';
  cacheDir = '';
  abort = new AbortController();
  readonly reports: string[] = [];
  readonly #servers: Server[] = [];

  async open(): Promise<void> {
    this.bin = await emptyFolder();
    this.cacheDir = join(await emptyFolder(), 'livekit');
    this.abort = new AbortController();
    this.reports.length = 0;
    for (const tool of ['tar', 'gzip', 'chmod', 'sleep']) await symlink(await whereIs(tool), join(this.bin, tool));
  }

  close(): void {
    this.abort.abort();
    for (const server of this.#servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  }

  search(changes: Partial<Search> = {}): Search {
    return {
      cacheDir: this.cacheDir,
      moduleDir: join(import.meta.dirname, '../../scripts/livekit'),
      releaseUrl: 'http://127.0.0.1:1',
      env: { PATH: this.bin, BUILDS: join(this.bin, 'builds') },
      signal: this.abort.signal,
      report: (step, progress) => this.reports.push(`${step} ${progress}`),
      ...changes,
    };
  }

  async serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    this.#servers.push(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  /** Where releases are, with one for this machine. */
  release(archive: Buffer, checksum: string, isOnline = () => true): Promise<string> {
    return this.serve((request, response) => {
      if (!isOnline()) response.destroy();
      else if (request.url === '/checksums.txt')
        response.end(`${'0'.repeat(64)}  other.tar.gz\n${checksum}  ${ARCHIVE}\n`);
      else if (request.url === `/${ARCHIVE}`) response.setHeader('content-length', archive.length).end(archive);
      else response.writeHead(404).end();
    });
  }
}

export function useSandbox(): Sandbox {
  const sandbox = new Sandbox();
  beforeEach(() => sandbox.open());
  afterEach(() => sandbox.close());
  return sandbox;
}

/** The command that LiveKit would be started with, or why there is none. */
export async function commandFound(search: Search): Promise<string> {
  const result = await findLiveKit(search);
  return result.found ? result.program.command : `${result.reason}: ${result.detail}`;
}

/** A release archive whose livekit-server is this shell script. */
export async function archiveOf(lines: readonly string[]): Promise<Buffer> {
  const folder = await emptyFolder();
  await script(folder, 'livekit-server', lines);
  const { signal } = new AbortController();
  const args = ['-czf', 'archive.tar.gz', 'livekit-server'];
  await runCommand({ command: 'tar', args, cwd: folder, env: process.env, signal });
  return readFile(join(folder, 'archive.tar.gz'));
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function whereIs(tool: string): Promise<string> {
  const path = await findExecutable(tool, process.env);
  if (path === null) throw new Error(`these tests need ${tool}`);
  return path;
}
