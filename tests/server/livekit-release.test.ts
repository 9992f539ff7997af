import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ARCHIVE, archiveOf, commandFound, SAYS_VERSION, sha256, useSandbox } from './livekit-sandbox.ts';

const box = useSandbox();

describe('the official release', () => {
  test('is downloaded with progress, checked and kept', async () => {
    const archive = await archiveOf([SAYS_VERSION]);
    const releaseUrl = await box.release(archive, sha256(archive));
    expect(await commandFound(box.search({ releaseUrl }))).toBe(join(box.cacheDir, 'livekit-server'));
    expect(box.reports).toContain('downloading 1');
    expect(await readdir(box.cacheDir)).toEqual(['livekit-server']);
  });

  test('is refused when its checksum is wrong, and leaves nothing behind', async () => {
    const archive = await archiveOf([SAYS_VERSION]);
    const releaseUrl = await box.release(archive, sha256(Buffer.from('another archive')));
    expect(await commandFound(box.search({ releaseUrl }))).toContain(`checksum of ${ARCHIVE} is wrong`);
    expect(await readdir(box.cacheDir)).toEqual([]);
  });

  test('is refused when what it holds does not run', async () => {
    const archive = await archiveOf(['exit 1']);
    const releaseUrl = await box.release(archive, sha256(archive));
    expect(await commandFound(box.search({ releaseUrl }))).toContain('the new binary says version null');
    expect(await readdir(box.cacheDir)).toEqual([]);
  });

  test('is refused when the list has no checksum for it', async () => {
    const releaseUrl = await box.serve((_, response) => response.end(`${'0'.repeat(64)}  other.tar.gz\n`));
    expect(await commandFound(box.search({ releaseUrl }))).toContain(`no checksum for ${ARCHIVE}`);
  });

  test('is given up within seconds when nobody answers', async () => {
    const releaseUrl = await box.serve(() => undefined);
    const since = performance.now();
    expect(await commandFound(box.search({ releaseUrl }))).toContain('release: ');
    expect(performance.now() - since).toBeLessThan(6_000);
  });
});
