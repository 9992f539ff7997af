import { copyFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { FINDERS, findLiveKit } from '../../server/media/livekit/find-livekit.ts';
import type { Search } from '../../server/media/livekit/finder.ts';
import { startLiveKit } from '../../server/media/livekit/livekit-server.ts';
import { emptyFolder, optionsFor, PREPARE_MS, readyEndpoint, realBinary, script, until } from './livekit-fixtures.ts';
import { archiveOf, commandFound, FAKE_GO, SAYS_VERSION, sha256, useSandbox, VERSION } from './livekit-sandbox.ts';

const box = useSandbox();

describe('on the PATH', () => {
  test('livekit-server is taken before anything else', async () => {
    const binary = await script(box.bin, 'livekit-server', ['echo "livekit-server version 1.14.2"']);
    expect(await commandFound(box.search())).toBe(binary);
  });

  test.each([['1.12.9'], ['2.0.0']])('version %s is passed over', async (version) => {
    await script(box.bin, 'livekit-server', [`echo "livekit-server version ${version}"`]);
    expect(await commandFound(box.search())).toContain(`is version ${version}, which is not supported`);
  });

  test('one that does not run is passed over', async () => {
    await script(box.bin, 'livekit-server', ['exit 1']);
    expect(await commandFound(box.search())).toContain('does not run');
  });
});

describe('the order', () => {
  test('is PATH, cache, release, Go module, Docker', async () => {
    const archive = await archiveOf([SAYS_VERSION]);
    let isOnline = true;
    const releaseUrl = await box.release(archive, sha256(archive), () => isOnline);
    const [onPath, go, docker] = [
      await script(box.bin, 'livekit-server', [SAYS_VERSION]),
      await script(box.bin, 'go', FAKE_GO),
      await script(box.bin, 'docker', ['exit 0']),
    ];
    const cached = await script(box.cacheDir, 'livekit-server', [SAYS_VERSION]);
    const search = box.search({ releaseUrl });

    expect(await commandFound(search)).toBe(onPath);
    await rm(onPath);
    expect(await commandFound(search)).toBe(cached);
    expect(box.reports).not.toContain('downloading 1');
    await rm(cached);
    expect(await commandFound(search)).toBe(cached);
    expect(box.reports).toContain('downloading 1');
    expect(box.reports).not.toContain('building 0');
    await rm(cached);
    isOnline = false;
    expect(await commandFound(search)).toBe(cached);
    expect(box.reports).toContain('building 0');
    await rm(cached);
    await rm(go);
    expect(await commandFound(search)).toBe(docker);
  });
});

describe('in the cache', () => {
  test('the version of this project is taken', async () => {
    const binary = await script(box.cacheDir, 'livekit-server', [SAYS_VERSION]);
    expect(await commandFound(box.search())).toBe(binary);
    expect(box.reports.every((line) => line.startsWith('searching'))).toBe(true);
  });

  test('another version is not', async () => {
    await script(box.cacheDir, 'livekit-server', ['echo "livekit-server version 1.13.4"']);
    expect(await commandFound(box.search())).toContain('version 1.13.4 in the cache is another one');
  });
});

describe('Docker', () => {
  let binary: string;

  beforeAll(async () => {
    binary = await realBinary();
  }, PREPARE_MS);

  /** A daemon with nothing but the host's network and one mounted file. */
  const fakeDocker = (imageIsHere: boolean): Promise<string> =>
    script(box.bin, 'docker', [
      `echo "$@" >> ${box.bin}/calls`,
      'case "$1" in info|rm) exit 0;; pull) exit 0;;',
      `image) exit ${imageIsHere ? 0 : 1};;`,
      'run) for word in "$@"; do case "$word" in type=bind,source=*) file="${word#type=bind,source=}";; esac; done',
      `exec ${binary} --config "\${file%%,*}";; esac`,
    ]);

  test('is passed over when its daemon does not answer', async () => {
    await script(box.bin, 'docker', ['exit 1']);
    expect(await commandFound(box.search())).toContain('the Docker daemon does not answer');
  });

  test('fetches the image before LiveKit is started', async () => {
    const docker = await fakeDocker(false);
    expect(await commandFound(box.search())).toBe(docker);
    expect(await readFile(join(box.bin, 'calls'), 'utf8')).toContain(`pull --quiet livekit/livekit-server:v${VERSION}`);
    expect(box.reports).toContain('downloading null');
  });

  test('runs LiveKit on the network of the host, and removes the container that was left', async () => {
    await fakeDocker(true);
    const search = box.search();
    const options = await optionsFor(await emptyFolder());
    const livekit = startLiveKit(options, [() => findLiveKitMiss(search)]);
    onTestFinished(() => livekit.close());
    const { url } = await readyEndpoint(livekit);
    expect(await (await fetch(url)).text()).toBe('OK');
    await livekit.close();
    const calls = await readFile(join(box.bin, 'calls'), 'utf8');
    const name = /run --rm --name (diem-cau-livekit-[0-9a-f]{12}) --network host /.exec(calls)?.[1];
    expect(name).toBeDefined();
    expect(calls.indexOf(`rm --force ${name}`)).toBeGreaterThan(-1);
    expect(calls.indexOf(`rm --force ${name}`)).toBeLessThan(calls.indexOf('run --rm'));
  });

  const findLiveKitMiss = async (search: Search) => {
    const result = await findLiveKit(search);
    if (!result.found) throw new Error(result.detail);
    return result;
  };
});

describe('nothing', () => {
  test('is a reason that names every way that was tried', async () => {
    const result = await findLiveKit(box.search());
    expect(result).toMatchObject({ found: false, reason: 'nothing-to-get-livekit-with' });
    for (const way of ['on the PATH', 'cache', 'release', 'no Go', 'no Docker']) {
      expect(JSON.stringify(result)).toContain(way);
    }
  });

  test('is a state of the server, which stays down without LiveKit and closes', async () => {
    const search = box.search();
    const livekit = startLiveKit(
      await optionsFor(await emptyFolder()),
      FINDERS.map((finder) => () => finder(search)),
    );
    expect(await until(livekit, ({ state }) => state === 'down')).toMatchObject({
      reason: 'nothing-to-get-livekit-with',
    });
    expect(livekit.endpoint()).toBeNull();
    await livekit.close();
  });

  test('a cache that cannot be written does not keep the next way from being tried', async () => {
    const file = join(await emptyFolder(), 'not-a-folder');
    await copyFile('/dev/null', file);
    const docker = await script(box.bin, 'docker', ['exit 0']);
    expect(await commandFound(box.search({ cacheDir: join(file, 'livekit') }))).toBe(docker);
  });
});
