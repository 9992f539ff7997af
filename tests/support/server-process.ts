import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ServerHttp } from '../../scripts/demo-bridges/server-http.ts';
import { healthSchema } from '../../shared/protocol/http.ts';
import { until } from './until.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const START_MS = 60_000;
const MEDIA_MS = 90_000;
const STOP_MS = 20_000;

const liveKitConfigSchema = z.object({ port: z.int(), keys: z.record(z.string(), z.string()) });

export interface LiveKitOfServer {
  readonly pid: number;
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** The server as a user starts it: a process of its own, a data folder of its own, a real LiveKit. */
export class ServerProcess {
  readonly origin: string;
  readonly dataDir: string;
  /** The sign-in links that it printed, by seat. */
  readonly links = new Map<string, string>();
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;
  #output = '';

  private constructor(origin: string, dataDir: string, env: NodeJS.ProcessEnv) {
    this.origin = origin;
    this.dataDir = dataDir;
    this.#env = env;
  }

  /** The port stays the same across restarts, as at a user's. */
  static async start(env: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
    const host = env['HOST'] ?? '127.0.0.1';
    const port = await freePort(host);
    const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-e2e-'));
    const scheme = host === '127.0.0.1' ? 'http' : 'https';
    const server = new ServerProcess(`${scheme}://${host}:${port}`, dataDir, {
      ...inherited(),
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...env,
    });
    await server.startAgain();
    await until('the first links are printed', START_MS, () => server.links.has('secretariat'));
    return server;
  }

  get pid(): number {
    return this.#running().pid ?? 0;
  }

  /** Everything that its console has shown. */
  get output(): string {
    return this.#output;
  }

  get env(): NodeJS.ProcessEnv {
    return this.#env;
  }

  /** The server's own authority, where it speaks TLS. */
  get ca(): string | undefined {
    const file = join(this.dataDir, 'tls', 'ca.crt');
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  get http(): ServerHttp {
    return new ServerHttp(this.origin, this.ca);
  }

  async startAgain(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      cwd: ROOT,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    this.#child = child;
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => this.#hear(line));
    }
    await until('the server answers', START_MS, async () => {
      if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}:\n${this.#output}`);
      return this.#isListening();
    });
  }

  /** LiveKit is ready: pictures and sound can be had. */
  async untilMedia(): Promise<void> {
    await until('LiveKit is ready', MEDIA_MS, async () => {
      const health = await this.http.ask(healthSchema, { method: 'GET', path: '/healthz' });
      return health.media.state === 'ready';
    });
  }

  liveKit(): LiveKitOfServer {
    const folder = join(this.dataDir, 'livekit');
    const { port, keys } = liveKitConfigSchema.parse(JSON.parse(readFileSync(join(folder, 'livekit.yaml'), 'utf8')));
    const [apiKey, apiSecret] = Object.entries(keys)[0] ?? ['', ''];
    return { pid: this.#liveKitPid() ?? 0, url: `http://127.0.0.1:${port}`, apiKey, apiSecret };
  }

  /** Sends the signal and resolves when the process has ended; rejects when it does not. */
  async end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    const child = this.#running();
    const ended = once(child, 'exit');
    child.kill(signal);
    await Promise.race([ended, failAfter(STOP_MS, `the server did not end on ${signal}:\n${this.#output}`)]);
    this.#child = null;
    return child.exitCode;
  }

  /** Ends whatever is left, also after a test that failed half-way. */
  async close(): Promise<void> {
    if (this.#child !== null) await this.end('SIGINT').catch(() => this.#child?.kill('SIGKILL'));
    const orphan = this.#liveKitPid();
    if (orphan !== null && commandLineOf(orphan).includes(this.dataDir)) process.kill(orphan, 'SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  #running(): ChildProcess {
    if (this.#child === null) throw new Error('the server does not run');
    return this.#child;
  }

  #liveKitPid(): number | null {
    const file = join(this.dataDir, 'livekit', 'livekit.pid');
    if (!existsSync(file)) return null;
    const pid = Number(readFileSync(file, 'utf8').split(' ')[0]);
    return pid > 0 ? pid : null;
  }

  #hear(line: string): void {
    this.#output += `${line}\n`;
    const [seat = '', link = ''] = line.split('\t');
    if (link.includes('/join#')) this.links.set(seat, link);
  }

  async #isListening(): Promise<boolean> {
    return this.http.tell({ method: 'GET', path: '/healthz' }).then(
      () => true,
      () => false,
    );
  }
}

/** Variables of the person who runs the tests must not reach the server under test. */
function inherited(): NodeJS.ProcessEnv {
  const passed = ['PATH', 'HOME', 'TMPDIR', 'LANG'];
  return Object.fromEntries(passed.map((name) => [name, process.env[name]]));
}

export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

async function freePort(host: string): Promise<number> {
  const probe = createServer();
  probe.listen(0, host);
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const failAfter = (ms: number, message: string): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error(message)), ms).unref();
  });
