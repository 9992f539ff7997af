import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serverLines } from '../../server/text.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface ServerWish {
  readonly port: string;
  readonly demo: 'on' | 'off';
  /** What is loaded before it. */
  readonly preload?: string;
  /** A folder of the caller's; it stays the caller's to remove. */
  readonly dataDir?: string;
}

/** A server of its own with a folder of its own, and whatever is started beside it; all of it ends together. */
export class RunningServer {
  readonly origin: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly dataDir: string;
  readonly #ownsDataDir: boolean;
  readonly #preload: readonly string[];
  readonly #children: ChildProcess[] = [];
  #links: ReadonlyMap<string, string> = new Map();

  private constructor({ port, demo, preload, dataDir }: ServerWish) {
    this.origin = `http://127.0.0.1:${port}`;
    this.dataDir = dataDir ?? mkdtempSync(join(tmpdir(), 'diem-cau-shots-'));
    this.#ownsDataDir = dataDir === undefined;
    this.#preload = preload === undefined ? [] : ['--import', preload];
    this.#env = { ...process.env, PORT: port, DATA_DIR: this.dataDir, DEMO: demo, LOG_LEVEL: 'warn' };
  }

  /** Resolves once LiveKit is ready. */
  static async start(wish: ServerWish): Promise<RunningServer> {
    const server = new RunningServer(wish);
    server.#links = await linksOf(server.run('server/main.ts', [], server.#preload));
    return server;
  }

  /** Ended as an operator ends it; `between` has the folder to itself, and then it is started again. */
  async restart(between: () => void): Promise<void> {
    const [main] = this.#children;
    if (main === undefined) return;
    main.kill('SIGINT');
    await ended(main);
    between();
    this.#children.shift();
    await linksOf(this.run('server/main.ts', [], this.#preload));
  }

  /** The sign-in link that the server printed for the seat. */
  link(seat: string): string {
    const link = this.#links.get(seat);
    if (link === undefined) throw new Error(`the server printed no link for ${seat}`);
    return link;
  }

  /** A script of ours beside the server, with the same settings. */
  run(script: string, args: readonly string[], preload: readonly string[] = []): ChildProcess {
    const child = spawn(process.execPath, ['--import', 'tsx', ...preload, script, ...args], {
      cwd: ROOT,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    return child;
  }

  /** To the server itself. */
  signal(signal: NodeJS.Signals): void {
    this.#children[0]?.kill(signal);
  }

  async close(): Promise<void> {
    for (const child of this.#children.toReversed()) child.kill('SIGINT');
    await Promise.all(this.#children.map(ended));
    if (this.#ownsDataDir) rmSync(this.dataDir, { recursive: true, force: true });
  }
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null) await once(child, 'exit');
};

async function linksOf(server: ChildProcess): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  if (server.stdout === null) throw new Error('the server has no output');
  const lines = createInterface({ input: server.stdout });
  return new Promise((resolve, reject) => {
    lines.on('close', () => reject(new Error('the server ended before it was ready')));
    lines.on('line', (line) => {
      const [seat, link] = line.split('\t');
      if (seat !== undefined && link !== undefined) links.set(seat, link);
      if (line === serverLines.livekit.ready) resolve(links);
    });
  });
}
