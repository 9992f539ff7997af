import type { Chance } from './chance.ts';
import { anyJson } from './values.ts';
import type { Victim } from './victim.ts';

const METHODS = [
  'GET',
  'POST',
  'PUT',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'TRACE',
  'CONNECT',
  'PROPFIND',
  'get',
  'G\tT',
  '\0',
] as const;

const ROUTES = [
  '/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/join',
  '/trust',
  '/trust/ca.crt',
  '/c/C/console',
  '/h/C/x',
  '/api/session',
  '/api/deputy',
  '/api/pairings',
  '/api/conferences',
  '/api/agenda-templates',
  '/api/badge',
  '/api/handbook/C',
  '/api/handbook/C/vote',
  '/api/handbook/C/feedback',
  '/api/conferences/C/commands',
  '/api/conferences/C/snapshot',
  '/api/conferences/C/media-token',
  '/api/conferences/C/invitations',
  '/api/conferences/C/deputies',
  '/api/conferences/C/rehearsals',
  '/api/conferences/C/readiness',
  '/api/conferences/C/imports',
  '/api/conferences/C/papers/minutes.docx',
  '/api/conferences/C/papers/delegates.xlsx',
  '/api/conferences/C/documents',
  '/api/conferences/C/documents/a/pages/1',
  '/api/conferences/C/recordings',
  '/api/conferences/C/archive',
  '/api/conferences/C/people/a',
  '/api/conferences/C/successors',
  '/api/conferences/C/delegates',
  '/api/conferences/C/branches',
  '/api/conferences/C/technical-log',
  '/api/conferences/C/handbook-export',
  '/api/livekit/webhook',
  '/livekit',
  '/livekit/rtc',
  '/assets/x.js',
  '/socket.io/',
] as const;

/** Ways out of a folder, in every spelling that a decoder might undo. */
const TRAVERSALS = [
  '/../../../../etc/passwd',
  '/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/..%2f..%2f..%2fetc%2fpasswd',
  '/%252e%252e%252fetc%252fpasswd',
  '/..\\..\\..\\windows\\win.ini',
  '/..%5c..%5c..%5cetc%5cpasswd',
  '/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
  '/%uff0e%uff0e/etc/passwd',
  '/assets/..;/..;/journal.sqlite',
  '/assets/%00.js',
  '//etc/passwd',
  '/./.././../package.json',
  '/%',
  '/%zz',
  '/%E0%A4%A',
  '/\u0000',
  '/.git/config',
  '/CON',
  '/assets/index.html::$DATA',
] as const;

const HEADERS = [
  'Content-Encoding: gzip',
  'Content-Encoding: br',
  'Content-Encoding: x, y, z',
  'Transfer-Encoding: identity',
  'Transfer-Encoding: chunked, chunked',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Content-Length: 5\r\nContent-Length: 6',
  'Expect: 100-continue',
  'Expect: the-unexpected',
  'Connection: upgrade\r\nUpgrade: h2c',
  'Connection: close, keep-alive, __proto__',
  'Range: bytes=9999999-1,-1,0-,,',
  'If-None-Match: "',
  'If-Modified-Since: 30 February',
  'Accept: */*;q=NaN',
  'Accept-Encoding: gzip;q=0, *;q=0',
  'Origin: null',
  'Origin: https://evil.example',
  'Sec-Fetch-Site: cross-site',
  'X-Forwarded-For: 127.0.0.1, ::1, x',
  'X-Forwarded-Proto: javascript',
  'X-Screen: /c/../../..',
  'X-Screen: %',
  'Host: evil.example',
  'Host: \u00ff',
  'Cookie: session=%00; session=; =; ;;;;',
  `Cookie: ${'a=b; '.repeat(800)}`,
  'Authorization: Bearer eyJhbGciOiJub25lIn0.e30.',
  'Authorization: Basic \u00ff',
  '__proto__: polluted',
  ' folded: yes',
  'No-Colon',
  `X-Long: ${'x'.repeat(20_000)}`,
] as const;

const TYPES = [
  'application/json',
  'application/json; charset=utf-7',
  'application/json; charset=""',
  'application/jsonp',
  'text/plain',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
  'application/webhook+json',
  'image/jpeg',
  'image/svg+xml',
  '/',
  ';',
] as const;

/** One request as it goes over the cable. */
export function anyRequest(chance: Chance, { conference, cookies }: Victim): Buffer {
  const body = anyBody(chance);
  const cookie = cookies[chance.below(cookies.length + 1)];
  const extra = Array.from({ length: chance.below(3) }, () => chance.one(HEADERS));
  const head = [
    `${chance.one(METHODS)} ${anyPath(chance).replace('/C', `/${conference}`)} ${chance.one(['HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', ''])}`,
    ...(chance.in(10) ? [] : ['Host: 127.0.0.1']),
    ...(cookie === undefined ? [] : [`Cookie: ${cookie}`]),
    ...(body === null ? [] : [`Content-Type: ${chance.one(TYPES)}`, ...framing(chance, body)]),
    ...extra,
    ...(chance.in(2) ? ['Connection: close'] : []),
  ];
  const ending = chance.in(20) ? '\r\n' : '\r\n\r\n';
  return Buffer.concat([Buffer.from(head.join('\r\n') + ending, 'latin1'), body ?? Buffer.alloc(0)]);
}

function anyPath(chance: Chance): string {
  const route = chance.one(ROUTES);
  switch (chance.below(8)) {
    case 0:
      return chance.one(TRAVERSALS);
    case 1:
      return route + chance.one(TRAVERSALS);
    case 2:
      return `${route}?${chance.one(['name=../x&list=delegates', 'q[__proto__][polluted]=1', '__proto__=1', 'a=%', `q=${'a'.repeat(9_000)}`, 'stream=door:%00', 'stream=public&stream=staff', 'until=NaN', 'after=%F0%9F', 'tiers=-1'])}`;
    case 3:
      return route.replace(
        '/C',
        chance.one(['/', '/__proto__', '/constructor', '/%00', '/a%2Fb', `/${'a'.repeat(3_000)}`]),
      );
    default:
      return route;
  }
}

function anyBody(chance: Chance): Buffer | null {
  switch (chance.below(6)) {
    case 0:
      return null;
    case 1:
      return chance.bytes(chance.one([1, 100, 5_000]));
    case 2:
      return Buffer.from(
        `--x\r\nContent-Disposition: form-data; name="${chance.one(['a', '__proto__', '"', '\r\n'])}"; filename="../../x"\r\n\r\n${'y'.repeat(100)}${chance.one(['', '\r\n--x--\r\n', '\r\n--x'])}`,
      );
    default:
      return Buffer.from(anyJson(chance));
  }
}

/** Its length, a wrong length, or chunks that lie. */
function framing(chance: Chance, body: Buffer): readonly string[] {
  switch (chance.below(6)) {
    case 0:
      return [`Content-Length: ${body.length + 100}`];
    case 1:
      return [`Content-Length: ${Math.max(0, body.length - 1)}`];
    case 2:
      return ['Transfer-Encoding: chunked'];
    case 3:
      return ['Transfer-Encoding: chunked', `Content-Length: ${body.length}`];
    default:
      return [`Content-Length: ${body.length}`];
  }
}
