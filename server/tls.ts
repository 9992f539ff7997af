import { createPrivateKey, X509Certificate } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { generate, type SelfsignedOptions } from 'selfsigned';
import { ConfigError } from './config.ts';
import { configHints } from './text.ts';

export interface Certificate {
  /** PEM, the authority's certificate behind the server's own. */
  readonly cert: string;
  readonly key: string;
  /** What people install once so that browsers trust this server; null when the certificate is the operator's own. */
  readonly caCert: string | null;
  /** SHA-256 of the authority's certificate, or of the operator's own: what people compare before they trust it. */
  readonly fingerprint: string;
  readonly expiresAt: number;
  /** Another authority than the one that people have trusted until now: they have to install it again. */
  readonly isAuthorityReplaced: boolean;
}

export interface CertificateRequest {
  readonly dataDir: string;
  /** Names and addresses that browsers open this server by. */
  readonly hosts: readonly string[];
  /** Files of the operator's own pair; null for one that this server makes. */
  readonly cert: string | null;
  readonly key: string | null;
}

interface Pair {
  readonly cert: string;
  readonly key: string;
}

const DAY_MS = 86_400_000;
/** Computers in the halls may be a day behind. */
const CLOCK_SKEW_MS = DAY_MS;
/** Apple's devices refuse a certificate that lives longer than 825 days. */
const SERVER_LIFE_MS = 820 * DAY_MS;
const AUTHORITY_LIFE_MS = 3650 * DAY_MS;
const RENEW_BEFORE_MS = 30 * DAY_MS;

export async function ensureCertificate(request: CertificateRequest, now = Date.now()): Promise<Certificate> {
  const { dataDir, hosts, cert, key } = request;
  if (cert !== null && key !== null) return readOwn(cert, key);
  const folder = join(dataDir, 'tls');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const kept = await keptAuthority(folder, now);
  const isAuthorityReplaced = kept === null && existsSync(join(folder, 'server.crt'));
  const authority = kept ?? (await makeAuthority(folder, now));
  const wanted = hosts.filter(isCertifiable);
  const server =
    (await keptServer(folder, authority, wanted, now)) ?? (await makeServer(folder, authority, wanted, now));
  return {
    cert: `${server.cert.trim()}\n${authority.cert.trim()}\n`,
    key: server.key,
    caCert: authority.cert,
    fingerprint: new X509Certificate(authority.cert).fingerprint256,
    expiresAt: expiryOf(server.cert),
    isAuthorityReplaced,
  };
}

async function readOwn(certFile: string, keyFile: string): Promise<Certificate> {
  const cert = await readFile(certFile, 'utf8').catch(unreadable('TLS_CERT'));
  const key = await readFile(keyFile, 'utf8').catch(unreadable('TLS_KEY'));
  const parsed = attempt('TLS_CERT', () => new X509Certificate(cert));
  const matches = attempt('TLS_KEY', () => parsed.checkPrivateKey(createPrivateKey(key)));
  if (!matches) throw new ConfigError('TLS_KEY', configHints.TLS_KEY_FOREIGN);
  return {
    cert,
    key,
    caCert: null,
    fingerprint: parsed.fingerprint256,
    expiresAt: expiryOf(cert),
    isAuthorityReplaced: false,
  };
}

function unreadable(variable: 'TLS_CERT' | 'TLS_KEY'): (cause: unknown) => never {
  return (cause) => {
    throw new ConfigError(variable, configHints[`${variable}_UNREADABLE`], { cause });
  };
}

function attempt<T>(variable: 'TLS_CERT' | 'TLS_KEY', work: () => T): T {
  try {
    return work();
  } catch (cause) {
    return unreadable(variable)(cause);
  }
}

async function keptAuthority(folder: string, now: number): Promise<Pair | null> {
  const pair = await readPair(folder, 'ca');
  if (pair === null || expiryOf(pair.cert) - now < SERVER_LIFE_MS) return null;
  return pair;
}

async function keptServer(
  folder: string,
  authority: Pair,
  hosts: readonly string[],
  now: number,
): Promise<Pair | null> {
  const pair = await readPair(folder, 'server');
  if (pair === null || expiryOf(pair.cert) - now < RENEW_BEFORE_MS) return null;
  const certificate = new X509Certificate(pair.cert);
  if (!certificate.verify(new X509Certificate(authority.cert).publicKey)) return null;
  return hosts.every((host) => covers(certificate, host)) ? pair : null;
}

function covers(certificate: X509Certificate, host: string): boolean {
  return (isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}

/** The machine's name and the year tell the authorities of several installations apart in a browser's list. */
async function makeAuthority(folder: string, now: number): Promise<Pair> {
  const machine = hostname().replace(/[^a-z\d-]/gi, '') || 'server';
  const name = `Điểm Cầu ${machine.slice(0, 30)} ${new Date(now).getUTCFullYear()}`;
  return makePair(folder, 'ca', name, {
    ...lifeFrom(now, AUTHORITY_LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
}

async function makeServer(folder: string, ca: Pair, hosts: readonly string[], now: number): Promise<Pair> {
  const altNames = hosts.map((host) =>
    isIP(host) === 0 ? { type: 2 as const, value: host } : { type: 7 as const, ip: host },
  );
  return makePair(folder, 'server', 'Điểm Cầu', {
    ...lifeFrom(now, SERVER_LIFE_MS),
    ca,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
}

function lifeFrom(now: number, lifeMs: number): Pick<SelfsignedOptions, 'notBeforeDate' | 'notAfterDate'> {
  const notBefore = now - CLOCK_SKEW_MS;
  return { notBeforeDate: new Date(notBefore), notAfterDate: new Date(notBefore + lifeMs) };
}

async function makePair(folder: string, file: string, name: string, options: SelfsignedOptions): Promise<Pair> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    ...options,
  });
  await writeWhole(join(folder, `${file}.key`), made.private, 0o600);
  await writeWhole(join(folder, `${file}.crt`), made.cert, 0o644);
  return { cert: made.cert, key: made.private };
}

/** Null for a pair that is absent, cut off or does not belong together: a new one is made. */
async function readPair(folder: string, file: string): Promise<Pair | null> {
  try {
    const cert = await readFile(join(folder, `${file}.crt`), 'utf8');
    const key = await readFile(join(folder, `${file}.key`), 'utf8');
    return new X509Certificate(cert).checkPrivateKey(createPrivateKey(key)) ? { cert, key } : null;
  } catch {
    return null;
  }
}

async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const draft = `${file}.draft`;
  await rm(draft, { force: true }); // one that was left behind would keep its own permissions
  await writeFile(draft, text, { mode });
  await rename(draft, file);
}

function expiryOf(cert: string): number {
  return Date.parse(new X509Certificate(cert).validTo);
}

function isCertifiable(host: string): boolean {
  if (isIP(host) !== 0) return !host.includes('%'); // a zone is this machine's alone
  return /^[a-z\d]([a-z\d.-]{0,251}[a-z\d])?$/i.test(host);
}
