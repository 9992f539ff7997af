/**
 * Keeps the page of the handbook itself (not what it shows: that is the page's own affair), so that it opens where there
 * is no network. It stands in front of /s/ alone, and answers for nothing else of the server.
 */
// Exported for the compiler alone: a module to it, a plain script to the browser.
export interface LastingEvent {
  readonly waitUntil: (work: Promise<unknown>) => void;
}

interface AskingEvent extends LastingEvent {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

interface WorkerScope {
  readonly addEventListener: {
    (type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
    (type: 'fetch', listener: (event: AskingEvent) => void): void;
  };
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
}

declare const self: WorkerScope;

const PREFIX = 'shell ';
const PAGE = '/s';
/** A network that is there and carries nothing is one that is not there. */
const PATIENCE_MS = 3_000;
const PART = /(?:assets\/|\.\/)([\w-]+(?:\.[\w-]+)*\.(?:js|css|woff2|svg))/gu;

const addressesIn = (text: string): readonly string[] => [...text.matchAll(PART)].map(([, name]) => `/assets/${name}`);

const isText = (path: string): boolean => path.endsWith('.js') || path.endsWith('.css');

async function fetched(path: string): Promise<Response> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

/** The page, and everything that it names, and what that names: all of it, or what was kept before stays. */
async function keepShell(html: string): Promise<void> {
  const name = `${PREFIX}${await hashOf(html)}`;
  if (await caches.has(name)) return;
  const parts = new Map<string, Response>();
  const wanted = [...addressesIn(html)];
  for (let path = wanted.pop(); path !== undefined; path = wanted.pop()) {
    if (parts.has(path)) continue;
    const answer = await fetched(path);
    parts.set(path, answer.clone());
    if (isText(path)) wanted.push(...addressesIn(await answer.text()));
  }
  const cache = await caches.open(name);
  for (const [path, answer] of parts) await cache.put(path, answer);
  await cache.put(PAGE, new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }));
  for (const old of await caches.keys()) if (old.startsWith(PREFIX) && old !== name) await caches.delete(old);
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const keptPart = (path: string): Promise<Response | undefined> => caches.match(path);

async function page(event: AskingEvent): Promise<Response> {
  const giving = new AbortController();
  const timer = setTimeout(() => giving.abort(), PATIENCE_MS);
  try {
    const answer = await fetch(PAGE, { cache: 'no-cache', signal: giving.signal });
    if (!answer.ok) throw new Error(`the page answered ${answer.status}`);
    event.waitUntil(
      answer
        .clone()
        .text()
        .then(keepShell)
        .catch(() => undefined),
    );
    return answer;
  } catch (cause) {
    const kept = await keptPart(PAGE);
    if (kept === undefined) throw cause;
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener('install', (event) => {
  const kept = fetched(PAGE).then(async (answer) => keepShell(await answer.text()));
  event.waitUntil(kept.then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (pathname.startsWith('/assets/')) {
    event.respondWith(keptPart(pathname).then((kept) => kept ?? fetch(request)));
  }
});
