import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerProcess } from './server-process.ts';

/** What installing the authority does for a person; Node has checked the whole chain with that very authority. */
export function trusting({ dataDir }: Pick<ServerProcess, 'dataDir'>): string {
  const { publicKey } = new X509Certificate(readFileSync(join(dataDir, 'tls', 'server.crt')));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  return `--ignore-certificate-errors-spki-list=${createHash('sha256').update(key).digest('base64')}`;
}
