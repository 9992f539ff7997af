import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LoopLag } from '../../server/observe/loop-lag.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { ROOT } from '../support/server-process.ts';
import { until } from '../support/until.ts';

let folder = '';
let starter: ChildProcess | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'watchdog-'));
});
afterEach(() => {
  if (starter?.pid !== undefined) for (const pid of childrenOf(starter.pid)) process.kill(-pid, 'SIGKILL');
  starter?.kill('SIGKILL');
  starter = null;
  rmSync(folder, { recursive: true, force: true });
});

const childrenOf = (pid: number): readonly number[] => {
  const file = `/proc/${pid}/task/${pid}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** `npm start` from the point where all is installed, with a shorter patience. */
async function started(patience: { tellAfter: number; restartAfter: number }) {
  const port = await freePort();
  const boot = join(folder, 'boot.mjs');
  const runner = pathToFileURL(join(ROOT, 'scripts/setup/run-server.mjs')).href;
  writeFileSync(boot, `import { runServer } from '${runner}';\nrunServer([], ${JSON.stringify(patience)});\n`);
  const env = {
    PATH: process.env['PATH'],
    ...NO_MEDIA,
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    DEMO: 'off',
    BLOCK_FOR_SECONDS: '60',
    NODE_OPTIONS: `--import ${pathToFileURL(join(ROOT, 'tests/support/block-on-signal.mjs')).href}`,
  };
  const child = spawn(process.execPath, [boot], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  starter = child;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const answers = async (): Promise<boolean> => {
    const asked = fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) });
    return asked.then(
      () => true,
      () => false,
    );
  };
  const server = (): number => childrenOf(child.pid ?? 0)[0] ?? 0;
  await until('it serves', 40_000, async () => said.includes('sẵn sàng') && (await answers()));
  return { answers, server, said: () => said };
}

test('[OBS19] a server whose loop is blocked is told of in three seconds, and another takes its place', async () => {
  const { answers, server, said } = await started({ tellAfter: 3, restartAfter: 6 });
  const first = server();
  process.kill(first, 'SIGUSR2');
  const since = performance.now();
  await until('people are told', 6_000, () => said().includes('không trả lời đã 3 giây'));
  expect(await answers()).toBe(false);
  await until('it is started again', 12_000, () => said().includes('đang tự chạy lại'));
  expect(performance.now() - since).toBeGreaterThan(4_000);
  await until('another serves', 40_000, async () => server() !== first && (await answers()));

  expect(existsSync(`/proc/${first}`)).toBe(false);

  const second = server();
  process.kill(second, 'SIGKILL');
  await until('a third serves', 40_000, async () => server() !== second && server() !== 0 && (await answers()));
  expect(said().match(/đang tự chạy lại/g)).toHaveLength(2);
}, 120_000);

test('[OBS20] a server that ends again and again is not started for ever', async () => {
  const runner = pathToFileURL(join(ROOT, 'scripts/setup/run-server.mjs')).href;
  const { mayRestart } = (await import(runner)) as { mayRestart: (restartedAt: number[], now: number) => boolean };
  const restartedAt: number[] = [];
  const minutes = (count: number): number => count * 60_000;
  const answers = [0, 1, 2, 3, 4, 5, 9].map((minute) => mayRestart(restartedAt, minutes(minute)));
  expect(answers).toEqual([true, true, true, true, true, false, false]);
  expect(mayRestart(restartedAt, minutes(11))).toBe(true);
});

test('[OBS21] after a block the lag is known, and forgotten when the loop turns again', async () => {
  const lag = new LoopLag(200);
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(lag.read().longestMs).toBeLessThan(250);
  for (const since = performance.now(); performance.now() - since < 400; );
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(lag.read().longestMs).toBeGreaterThan(300);
  await until('it is forgotten', 10_000, () => lag.read().longestMs < 250);
  lag.close();
});
