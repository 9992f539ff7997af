import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ArchiveSignature } from './archive-format.ts';

export interface ArchiveKey {
  readonly fingerprint: string;
  /** Hexadecimal, as it stands in a signature. */
  readonly publicKey: string;
  readonly sign: (manifest: Buffer) => ArchiveSignature;
}

const FILE = 'archive-key.pem';

/** The key of this installation: made once, and never shown. */
export async function archiveKey(dataDir: string): Promise<ArchiveKey> {
  const file = join(dataDir, FILE);
  const pem = (await readOrNull(file)) ?? (await makeKey(file));
  const key = createPrivateKey(pem);
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const fingerprint = fingerprintOf(publicKey);
  return {
    fingerprint,
    publicKey: publicKey.toString('hex'),
    sign: (manifest) => ({
      algorithm: 'Ed25519',
      publicKey: publicKey.toString('hex'),
      fingerprint,
      signature: sign(null, manifest, key).toString('hex'),
    }),
  };
}

export const fingerprintOf = (publicKey: Buffer): string => createHash('sha256').update(publicKey).digest('hex');

/** As a person reads it aloud: groups of four. */
export const spokenFingerprint = (fingerprint: string): string => fingerprint.match(/.{4}/gu)?.join(' ') ?? fingerprint;

export function isSigned(manifest: Buffer, { publicKey, signature }: ArchiveSignature): boolean {
  const key = publicKeyOf(publicKey);
  return key !== null && verify(null, manifest, key, Buffer.from(signature, 'hex'));
}

function publicKeyOf(publicKey: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'hex'), type: 'spki', format: 'der' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

const readOrNull = (file: string): Promise<string | null> =>
  readFile(file, 'utf8').catch((cause: unknown) => {
    if (isCode(cause, 'ENOENT')) return null;
    throw cause;
  });

/** Under its name only when it is whole; of two that are made at the same moment the first stays. */
async function makeKey(file: string): Promise<string> {
  const pem = String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const half = `${file}.${process.pid}.half`;
  const written = await open(half, 'w', 0o600);
  try {
    await written.writeFile(pem);
    await written.sync();
  } finally {
    await written.close();
  }
  try {
    await link(half, file);
    await chmod(file, 0o600);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) throw cause;
  } finally {
    await rm(half, { force: true });
  }
  return readFile(file, 'utf8');
}

const isCode = (cause: unknown, code: string): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === code;
