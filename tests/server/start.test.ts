import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** Stands in for the server: says what reaches it, and ends as the test wants. It has a child, as LiveKit is one. */
const SERVER = `
import { spawn } from 'node:child_process';
const child = spawn('sleep', ['600']);
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(7));
process.on('SIGINT', () => {
  console.log('interrupted');
  if (process.env['STUBBORN'] === undefined) setTimeout(() => process.exit(0), 400);
});
console.log('started', process.pid, child.pid);
`;

let project = '';
let running: ChildProcess | null = null;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'start-'));
  cpSync('scripts/setup', join(project, 'scripts/setup'), { recursive: true });
  cpSync('scripts/start.mjs', join(project, 'scripts/start.mjs'));
  for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(project, file));
  write('server/main.ts', SERVER);
  write('client/index.html', '<!doctype html><title>a</title>');
  write('vite.config.ts', "export default { root: 'client', build: { outDir: '../dist/client', emptyOutDir: true } };");
});

afterEach(() => {
  running?.kill('SIGKILL');
  running = null;
  rmSync(project, { recursive: true, force: true });
});

function write(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** As after `npm ci`, with as few packages as the stand-in needs. */
function installed(): void {
  mkdirSync(join(project, 'node_modules'));
  for (const name of ['tsx', 'vite', 'better-sqlite3']) {
    symlinkSync(resolve('node_modules', name), join(project, 'node_modules', name));
  }
  cpSync('node_modules/.package-lock.json', join(project, 'node_modules/.package-lock.json'));
}

/** A package manager that says this and fails. */
function failingNpm(words: string): string {
  write('bin/npm', `#!/bin/sh\necho '${words}' >&2\nexit 1\n`);
  chmodSync(join(project, 'bin/npm'), 0o755);
  return join(project, 'bin');
}

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly until: (words: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

function start(env: Readonly<Record<string, string>> = {}): Run {
  const { npm_execpath: _npm, ...outside } = process.env;
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: project, env: { ...outside, ...env } });
  running = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const until = async (words: RegExp): Promise<RegExpExecArray> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const found = words.exec(said);
      if (found !== null) return found;
      await pause(50);
    }
    throw new Error(`never said ${words}: ${said}`);
  };
  return { child, said: () => said, until, ended };
}

async function started(env: Readonly<Record<string, string>> = {}) {
  const run = start(env);
  const [, server, child] = await run.until(/started (\d+) (\d+)/);
  return { ...run, pids: [Number(server), Number(child)] as const };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

async function gone(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 40; tries += 1) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    if (readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return true;
    await pause(50);
  }
  return false;
}

test('the screens are built at the first start, and again only when their sources changed', async () => {
  installed();
  const first = await started();
  expect(first.said()).toContain('Đang dựng giao diện');
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(7);
  expect(existsSync(join(project, 'dist/client/index.html'))).toBe(true);

  const second = await started();
  expect(second.said()).not.toContain('Đang dựng giao diện');
  second.child.kill('SIGTERM');
  await second.ended;

  appendFileSync(join(project, 'client/index.html'), '<p>b</p>');
  const third = await started();
  expect(third.said()).toContain('Đang dựng giao diện');
  expect(readFileSync(join(project, 'dist/client/index.html'), 'utf8')).toContain('<p>b</p>');
  third.child.kill('SIGTERM');
  await third.ended;
});

test('a Ctrl-C that arrives twice is one for the server, and leaves no process behind', async () => {
  installed();
  const { child, pids, until, ended, said } = await started();
  child.kill('SIGINT');
  await until(/interrupted/);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(said().match(/interrupted/g)).toHaveLength(1);
  for (const pid of pids) expect(await gone(pid)).toBe(true);
});

test('a second Ctrl-C later ends a server that does not come to its end', async () => {
  installed();
  const { child, pids, until, ended } = await started({ STUBBORN: 'yes' });
  child.kill('SIGINT');
  await until(/interrupted/);
  await pause(1200);
  child.kill('SIGINT');
  expect(await ended).toBe(137);
  for (const pid of pids) expect(await gone(pid)).toBe(true);
});

test('the end of the server is the end of the command, with its number and without its children', async () => {
  installed();
  const { pids, ended } = await started();
  process.kill(pids[0], 'SIGKILL');
  expect(await ended).toBe(137);
  expect(await gone(pids[1])).toBe(true);
});

test('a server whose starter was killed is told', async () => {
  installed();
  const { child, pids } = await started();
  child.kill('SIGKILL');
  expect(await gone(pids[0])).toBe(true);
  process.kill(pids[1], 'SIGKILL');
});

test.each([
  ['names what is missing', 'gyp ERR! find Python', '', /^Thiếu make, g\+\+, python3 .*build-essential python3/m],
  [
    'says that it could not compile',
    'gyp ERR! build error',
    process.env['PATH'],
    /^Không biên dịch được better-sqlite3/m,
  ],
  ['names the network', 'npm error getaddrinfo ENOTFOUND', '', /^Không tải được các gói phần mềm: kiểm tra mạng/m],
  ['names the folder', 'npm error EACCES: permission denied', '', /^Không ghi được vào thư mục node_modules/m],
])('an installation that fails %s in one line, and starts nothing', async (_, words, path, line) => {
  const { said, ended } = start({ PATH: `${failingNpm(words)}:${path ?? ''}` });
  expect(await ended).toBe(1);
  expect(said()).toMatch(line);
  expect(said()).not.toContain('started');
  expect(readFileSync(join(project, '.cache/install.log'), 'utf8')).toContain(words);
});

test('packages of another lock file are not good enough', async () => {
  installed();
  const lock = readFileSync(join(project, 'package-lock.json'), 'utf8');
  write('package-lock.json', lock.replace(/("node_modules\/express": \{\s+"version": )"[^"]+"/, '$1"99.0.0"'));
  const { said, ended } = start({ PATH: failingNpm('npm error') });
  expect(await ended).toBe(1);
  expect(said()).toMatch(/^Không cài được các gói phần mềm/m);
});

test('a Node.js that is too old is named before anything else', async () => {
  write(
    'old.mjs',
    "Object.defineProperty(process.versions, 'node', { value: '18.20.4' }); await import('./scripts/start.mjs');",
  );
  const child = spawn(process.execPath, ['old.mjs'], { cwd: project });
  running = child;
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += String(chunk)));
  expect(await new Promise((done) => child.once('close', done))).toBe(1);
  expect(said).toMatch(/^Node\.js 18\.20\.4 quá cũ: hãy cài Node\.js 20\.19 trở lên[^\n]*\n$/);
});
