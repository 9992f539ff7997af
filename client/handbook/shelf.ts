/** What a phone keeps of a conference for the time without a network: under the name of one badge, and for no other. */
const PREFIX = 'handbook';

export interface Kept {
  readonly blob: Blob;
  readonly at: number;
}

const nameOf = (conference: string, badge: string | null): string => `${PREFIX} ${conference} ${badge ?? 'seat'}`;

const AT = 'x-kept-at';

/** A browser without a store (a page that came without TLS, a private window) keeps nothing, and says nothing of it. */
async function quietly<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}

export class Shelf {
  readonly #conference: string;
  readonly #name: string;

  constructor(conference: string, badge: string | null) {
    this.#conference = conference;
    this.#name = nameOf(conference, badge);
  }

  put(path: string, blob: Blob, at: number): Promise<void> {
    return quietly(async () => {
      const cache = await caches.open(this.#name);
      await cache.put(`/kept/${path}`, new Response(blob, { headers: { [AT]: String(at) } }));
    }, undefined);
  }

  get(path: string): Promise<Kept | null> {
    return quietly(async () => {
      const found = await caches.match(`/kept/${path}`, { cacheName: this.#name });
      if (found === undefined) return null;
      return { blob: await found.blob(), at: Number(found.headers.get(AT)) };
    }, null);
  }

  /** What stands there: `documents/<id>/pages/1`. */
  paths(): Promise<readonly string[]> {
    return quietly(async () => {
      const cache = await caches.open(this.#name);
      return (await cache.keys()).map(({ url }) => new URL(url).pathname.replace(/^\/kept\//u, ''));
    }, []);
  }

  drop(paths: readonly string[]): Promise<void> {
    return quietly(async () => {
      const cache = await caches.open(this.#name);
      for (const path of paths) await cache.delete(`/kept/${path}`);
    }, undefined);
  }

  /** Everything that this phone keeps of the conference, for whomever. */
  clear(): Promise<void> {
    return this.#clearWhere(() => true);
  }

  /** What another badge, or a link, left on the same phone. */
  clearOthers(): Promise<void> {
    return this.#clearWhere((name) => name !== this.#name);
  }

  #clearWhere(isGone: (name: string) => boolean): Promise<void> {
    const own = `${PREFIX} ${this.#conference} `;
    return quietly(async () => {
      for (const name of await caches.keys()) if (name.startsWith(own) && isGone(name)) await caches.delete(name);
    }, undefined);
  }
}

/** Conferences that were over a day ago, of whichever the phone still keeps something. */
export function sweepShelves(now: number): Promise<void> {
  return quietly(async () => {
    for (const name of await caches.keys()) {
      if (!name.startsWith(`${PREFIX} `)) continue;
      const found = await caches.match('/kept/view', { cacheName: name });
      const view: unknown = await found?.json();
      const forgetAt = typeof view === 'object' && view !== null && 'forgetAt' in view ? view.forgetAt : 0;
      // A shelf without a view belongs to nothing that can be shown.
      if (typeof forgetAt === 'number' && forgetAt <= now) await caches.delete(name);
    }
  }, undefined);
}
