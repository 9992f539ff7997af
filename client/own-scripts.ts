/** What this server gives out to run beside a page: the reader of badges and the keeper of the handbook. */
const OWN = /^\/(?:handbook-worker\.js|assets\/[\w.-]+\.worker-[\w-]+\.js)$/;

const ownScript = (url: string): string | null => {
  const { origin, pathname } = new URL(url, location.href);
  return origin === location.origin && OWN.test(pathname) ? url : null;
};

/**
 * The content policy lets no text become a program, but for what the page itself says here: two files by their names,
 * and no markup at all. A browser that does not know of it goes on as before.
 */
export function admitOwnScripts(): void {
  const types: unknown = Reflect.get(globalThis, 'trustedTypes');
  if (typeof types !== 'object' || types === null) return;
  const create: unknown = Reflect.get(types, 'createPolicy');
  if (typeof create === 'function') Reflect.apply(create, types, ['default', { createScriptURL: ownScript }]);
}
