import { constants } from 'node:fs';
import { access, copyFile, link, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { synced } from './safe-on-disk.ts';

const HASH = /^[0-9a-f]{64}$/u;

/** The same bytes under two names. Some file systems know no second name; there they are copied. */
export const linked = (from: string, to: string): Promise<void> =>
  link(from, to).catch(async (cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw cause;
    await copyFile(from, to, constants.COPYFILE_EXCL);
    await synced(to);
  });

/**
 * Files by what is in them: `<aa>/<sha256>`, whose content never changes. The same content is kept once, however many
 * documents name it.
 */
export class ObjectFiles {
  readonly #root: string;
  /** What is kept and what is dropped take turns: content that comes while it is being dropped is written again. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(root: string) {
    this.#root = root;
  }

  pathOf(hash: string): string {
    if (!HASH.test(hash)) throw new Error('no hash');
    return join(this.#root, hash.slice(0, 2), hash);
  }

  /** Resolves when the content is safe under its hash; what it came from stays. */
  keep(source: string, hash: string): Promise<void> {
    return this.#inTurn(() => this.#keep(source, hash));
  }

  async #keep(source: string, hash: string): Promise<void> {
    const path = this.pathOf(hash);
    if (await this.has(hash)) return;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await synced(source);
    await linked(source, path);
    for (const folder of [dirname(path), this.#root, dirname(this.#root)]) await synced(folder);
  }

  has(hash: string): Promise<boolean> {
    return access(this.pathOf(hash)).then(
      () => true,
      () => false,
    );
  }

  /** Unless somebody names it when its turn has come. */
  drop(hash: string, isNamed: () => boolean): Promise<void> {
    return this.#inTurn(async () => {
      if (!isNamed()) await rm(this.pathOf(hash), { force: true });
    });
  }

  #inTurn(act: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(act);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async hashes(): Promise<readonly string[]> {
    const folders = await readdir(this.#root).catch(() => []);
    const names = await Promise.all(folders.map((folder) => readdir(join(this.#root, folder)).catch(() => [])));
    return names.flat().filter((name) => HASH.test(name));
  }
}
