import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { findLiveKit } from '../../server/media/livekit/find-livekit.ts';
import { isRunning, script } from './livekit-fixtures.ts';
import { commandFound, FAKE_GO, useSandbox, VERSION } from './livekit-sandbox.ts';

const box = useSandbox();

describe('the Go module', () => {
  test('is built with progress and kept', async () => {
    await script(box.bin, 'go', FAKE_GO);
    expect(await commandFound(box.search())).toBe(join(box.cacheDir, 'livekit-server'));
    const progress = box.reports
      .filter((line) => line.startsWith('building'))
      .map((line) => Number(line.split(' ')[1]));
    expect(progress.length).toBeGreaterThanOrEqual(4);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBeGreaterThan(0.7);
    expect(await readdir(box.cacheDir)).toEqual(['livekit-server']);
  });

  test('is built once when two servers start together', async () => {
    await script(box.bin, 'go', FAKE_GO);
    const both = await Promise.all([commandFound(box.search()), commandFound(box.search())]);
    expect(both).toEqual([join(box.cacheDir, 'livekit-server'), join(box.cacheDir, 'livekit-server')]);
    expect(await readFile(join(box.bin, 'builds'), 'utf8')).toBe('built\n');
  });

  test('is built although a killed server left its lock and half a binary', async () => {
    await script(box.bin, 'go', FAKE_GO);
    const left = join(box.cacheDir, 'killed.unfinished');
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'livekit-server'), 'half');
    await writeFile(join(box.cacheDir, 'lock'), '1\n');
    const longAgo = new Date(Date.now() - 7_200_000);
    await utimes(join(box.cacheDir, 'lock'), longAgo, longAgo);
    await utimes(left, longAgo, longAgo);
    expect(await commandFound(box.search())).toBe(join(box.cacheDir, 'livekit-server'));
    expect(await readdir(box.cacheDir)).toEqual(['livekit-server']);
  });

  test('ends with all its children, and leaves no half binary, when the server closes', async () => {
    await script(box.bin, 'go', [
      'case "$1" in version) echo "go version go1.26.0 linux/amd64";; list) echo example.org/a;;',
      `build) sleep 600 & echo $! > ${box.bin}/compiler; wait;; esac`,
    ]);
    const found = findLiveKit(box.search()).catch((error: unknown) => error);
    let compiler = 0;
    while (compiler === 0) {
      await pause(50);
      compiler = Number(await readFile(join(box.bin, 'compiler'), 'utf8').catch(() => '0'));
    }
    expect(await isRunning(compiler)).toBe(true);
    box.abort.abort();
    expect(await found).toBeInstanceOf(Error);
    expect(await isRunning(compiler)).toBe(false);
    expect(await readdir(box.cacheDir)).toEqual([]);
  });

  test.each([['1.20.14'], ['1.4'], ['1.18']])('with Go %s is named as too old', async (version) => {
    await script(box.bin, 'go', [`echo "go version go${version} linux/amd64"`]);
    const detail = `${join(box.bin, 'go')} is version ${version}; 1.21 or newer is needed`;
    expect(await findLiveKit(box.search())).toEqual({ found: false, reason: 'go-too-old', detail });
  });

  test('with Go 1.21 is tried', async () => {
    await script(box.bin, 'go', FAKE_GO.join('\n').replace('go1.26.0', 'go1.21').split('\n'));
    expect(await commandFound(box.search())).toBe(join(box.cacheDir, 'livekit-server'));
  });

  test('that fails to build says what Go said', async () => {
    const fail = 'echo "dial tcp: lookup proxy.golang.org: no such host" >&2; exit 1';
    await script(box.bin, 'go', [`case "$1" in version) echo "go version go1.26.0 linux/amd64";; *) ${fail};; esac`]);
    const detail = 'dial tcp: lookup proxy.golang.org: no such host';
    expect(await findLiveKit(box.search())).toEqual({ found: false, reason: 'build-failed', detail });
  });

  test('is pinned with a checksum for LiveKit at the version that the cache expects', async () => {
    const { moduleDir } = box.search();
    expect(await readFile(join(moduleDir, 'go.mod'), 'utf8')).toContain(
      `require github.com/livekit/livekit-server v${VERSION}\n`,
    );
    expect(await readFile(join(moduleDir, 'go.sum'), 'utf8')).toMatch(
      new RegExp(`^github.com/livekit/livekit-server v${VERSION} h1:`, 'm'),
    );
  });
});
