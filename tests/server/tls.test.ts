import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Certificate, ensureCertificate } from '../../server/tls.ts';

const HOSTS = ['hop.tinh.vn', 'localhost', '127.0.0.1', '::1', '10.1.2.3'];
const DAY_MS = 86_400_000;

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tls-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const made = (hosts: readonly string[] = HOSTS, now = Date.now()): Promise<Certificate> =>
  ensureCertificate({ dataDir, hosts, cert: null, key: null }, now);
const inFolder = (file: string): string => join(dataDir, 'tls', file);
const serverCertificate = ({ cert }: Certificate): X509Certificate => new X509Certificate(cert);

/** Speaks TLS with a server that uses this certificate; answers null when trusted, else the reason. */
async function refusalOf(certificate: Certificate, servername: string, ca: string | null): Promise<string | null> {
  const server = createServer({ cert: certificate.cert, key: certificate.key });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await new Promise((resolve) => {
      const socket = connect({ port, host: '127.0.0.1', servername, ...(ca === null ? {} : { ca }) });
      socket.once('secureConnect', () => resolve(null));
      socket.once('error', (error: Error) => resolve('code' in error ? String(error.code) : error.message));
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('who installed the authority trusts the server by each of its names, and by no other', async () => {
  const certificate = await made();
  expect(await refusalOf(certificate, 'hop.tinh.vn', certificate.caCert)).toBeNull();
  expect(await refusalOf(certificate, 'localhost', certificate.caCert)).toBeNull();
  expect(await refusalOf(certificate, 'ngan-hang.vn', certificate.caCert)).toBe('ERR_TLS_CERT_ALTNAME_INVALID');
  for (const ip of ['127.0.0.1', '::1', '10.1.2.3']) expect(serverCertificate(certificate).checkIP(ip)).toBe(ip);
});

test('who did not install it is warned', async () => {
  const certificate = await made();
  expect(await refusalOf(certificate, 'localhost', null)).toBe('SELF_SIGNED_CERT_IN_CHAIN');
});

test('devices accept its shape: an authority that may sign, a server for at most 825 days', async () => {
  const certificate = await made();
  const authority = new X509Certificate(certificate.caCert ?? '');
  const server = serverCertificate(certificate);
  expect(authority.ca).toBe(true);
  expect(server.ca).toBe(false);
  expect(server.issuer).toBe(authority.subject);
  expect(authority.subject).toMatch(/^CN=Điểm Cầu /);
  expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  expect((Date.parse(server.validTo) - Date.parse(server.validFrom)) / DAY_MS).toBeLessThanOrEqual(825);
  expect(certificate.expiresAt).toBe(Date.parse(server.validTo));
  expect(certificate.fingerprint).toBe(authority.fingerprint256);
});

test('the next start uses what the first one made', async () => {
  const first = await made();
  expect(await made()).toEqual(first);
  expect(await made(['localhost'])).toEqual(first);
});

test('keys are readable by the server alone, and nothing is left half written', async () => {
  await made();
  expect(readdirSync(join(dataDir, 'tls')).toSorted()).toEqual(['ca.crt', 'ca.key', 'server.crt', 'server.key']);
  for (const key of ['ca.key', 'server.key']) expect(statSync(inFolder(key)).mode & 0o777).toBe(0o600);
});

test.each([
  ['a new address', [...HOSTS, '10.9.9.9'], 0],
  ['less than 30 days left', HOSTS, 800 * DAY_MS],
])('%s renews the server, not the authority that people trust', async (_, hosts, laterMs) => {
  const first = await made();
  const second = await made(hosts, Date.now() + laterMs);
  expect(second.caCert).toBe(first.caCert);
  expect(second.key).not.toBe(first.key);
  expect(second.expiresAt).toBeGreaterThanOrEqual(first.expiresAt);
  expect(await refusalOf(await made(hosts), 'localhost', first.caCert)).toBe(
    laterMs === 0 ? null : 'CERT_NOT_YET_VALID',
  );
});

test('with more than 30 days left nothing is renewed', async () => {
  const first = await made();
  expect(await made(HOSTS, Date.now() + 780 * DAY_MS)).toEqual(first);
});

test('an authority too old to outlive a new certificate is replaced', async () => {
  const first = await made();
  const second = await made(HOSTS, Date.now() + 3000 * DAY_MS);
  expect(second.caCert).not.toBe(first.caCert);
  expect(second.fingerprint).not.toBe(first.fingerprint);
});

test.each(['server.crt', 'server.key'])('a damaged %s is made anew under the same authority', async (file) => {
  const first = await made();
  writeFileSync(inFolder(file), readFileSync(inFolder(file), 'utf8').slice(0, 90));
  const second = await made();
  expect(second.caCert).toBe(first.caCert);
  expect(await refusalOf(second, 'localhost', first.caCert)).toBeNull();
});

test('a certificate of another authority is not served', async () => {
  const first = await made();
  rmSync(inFolder('ca.crt'));
  const second = await made();
  expect(second.caCert).not.toBe(first.caCert);
  expect(await refusalOf(second, 'localhost', second.caCert)).toBeNull();
});

test('a host that fits in no certificate is left out', async () => {
  const certificate = await made(['localhost', 'máy chủ, O=x', 'fe80::1%eth0']);
  expect(serverCertificate(certificate).subjectAltName).toBe('DNS:localhost');
});

test("the operator's own pair is used as it is, and there is no authority to install", async () => {
  const other = await made();
  const own = { cert: inFolder('server.crt'), key: inFolder('server.key') };
  const certificate = await ensureCertificate({ dataDir: '/nonexistent', hosts: HOSTS, ...own });
  expect(certificate).toEqual({
    cert: readFileSync(own.cert, 'utf8'),
    key: other.key,
    caCert: null,
    fingerprint: serverCertificate(other).fingerprint256,
    expiresAt: other.expiresAt,
    isAuthorityReplaced: false,
  });
});

test.each([
  ['TLS_CERT', 'nothing.crt', 'server.key'],
  ['TLS_KEY', 'server.crt', 'nothing.key'],
  ['TLS_CERT', 'server.key', 'server.key'],
  ['TLS_KEY', 'server.crt', 'server.crt'],
  ['TLS_KEY', 'server.crt', 'ca.key'],
])("a mistake in the operator's pair names %s: %s with %s", async (variable, cert, key) => {
  await made();
  const request = { dataDir, hosts: HOSTS, cert: inFolder(cert), key: inFolder(key) };
  await expect(ensureCertificate(request)).rejects.toThrow(new RegExp(`^Cấu hình sai: ${variable} `));
});
