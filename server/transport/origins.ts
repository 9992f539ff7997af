/** The origins under which our own pages are opened. Anything else that names an origin is a stranger's page. */
export type OriginCheck = (origin: string | undefined) => boolean;

/**
 * Browsers name the origin on every socket and every unsafe request; a request without one is not a browser's and
 * carries nobody's cookie by accident, so it may pass (scripts post commands with a cookie of their own).
 */
export function createOriginCheck(own: ReadonlySet<string>): OriginCheck {
  return (origin) => origin === undefined || own.has(origin);
}

export function ownOrigins(publicOrigin: string, hosts: readonly string[], scheme: 'http' | 'https', port: number) {
  const urls = hosts.map((host) => new URL(`${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`));
  return new Set([publicOrigin, ...urls.map(({ origin }) => origin)]);
}
