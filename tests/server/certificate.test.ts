import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  type CertificateFinding,
  CertificateWatch,
  certificateFinding,
  missingIssuer,
} from '../../server/observe/certificate-watch.ts';
import { serverLines } from '../../server/text.ts';
import { type Certificate, ensureCertificate } from '../../server/tls.ts';
import { startTestServer } from '../support/test-server.ts';

const DAY_MS = 86_400_000;
/** What this server's own certificates live, less the day that halls may be behind. */
const LIFE_DAYS = 819;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificate-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** A pair that has this many days left today; what is beyond a life is not valid yet. */
const withDaysLeft = (days: number): Promise<Certificate> =>
  ensureCertificate(
    { dataDir: folder, hosts: ['hop.tinh.vn', '127.0.0.1'], cert: null, key: null },
    Date.now() - (LIFE_DAYS - days) * DAY_MS + 60_000,
  );

const ownPair = (): Record<string, string> => ({
  TLS_CERT: join(folder, 'tls', 'server.crt'),
  TLS_KEY: join(folder, 'tls', 'server.key'),
});

test.each<[number, string, CertificateFinding]>([
  [31, 'hop.tinh.vn', { state: 'ok', daysLeft: 31 }],
  [29, 'hop.tinh.vn', { state: 'ends-soon', daysLeft: 29 }],
  [29, '127.0.0.1', { state: 'ends-soon', daysLeft: 29 }],
  [-2, 'hop.tinh.vn', { state: 'expired', daysLeft: -2 }],
  [LIFE_DAYS + 30, 'hop.tinh.vn', { state: 'not-yet', daysLeft: LIFE_DAYS + 30 }],
  [300, 'khac.tinh.vn', { state: 'other-name', daysLeft: 300 }],
  [300, '10.0.0.9', { state: 'other-name', daysLeft: 300 }],
])('[OBS27] with %i days left, opened by %s', async (days, host, expected) => {
  const { cert } = await withDaysLeft(days);
  expect(certificateFinding({ cert, host }, Date.now())).toEqual(expected);
});

test('[OBS27] a trouble is told once a day, another one at once, a certificate that is well never', async () => {
  const { cert, expiresAt } = await withDaysLeft(300);
  let now = expiresAt - 40 * DAY_MS;
  const told: string[] = [];
  const watch = new CertificateWatch({
    served: { cert, host: 'hop.tinh.vn' },
    onTrouble: ({ state, daysLeft }) => told.push(`${state} ${daysLeft}`),
    now: () => now,
    everyMs: 5,
  });
  const lookedAgain = () => new Promise((resolve) => setTimeout(resolve, 30));
  watch.start();
  await lookedAgain();
  expect(told).toEqual([]);
  now = expiresAt - 30 * DAY_MS;
  await lookedAgain();
  expect(told).toEqual(['ends-soon 30']);
  now += DAY_MS;
  await lookedAgain();
  expect(told).toEqual(['ends-soon 30', 'ends-soon 29']);
  now = expiresAt + 1;
  await lookedAgain();
  expect(told).toEqual(['ends-soon 30', 'ends-soon 29', 'expired -1']);
  watch.close();
});

interface Seen {
  readonly console: string;
  readonly ready: z.infer<typeof readySchema>;
  readonly daysLeft: number;
}

const readySchema = z.object({
  ready: z.boolean(),
  certificate: z.string(),
  figures: z.object({ certificateDaysLeft: z.number().nullable() }),
});

/** As a browser that was told to go on in spite of everything. */
const ask = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false }, (response) => void text(response).then(resolve, reject))
      .once('error', reject)
      .end();
  });

/** What a server that starts with this says on its console, at `/readyz` and at `/metrics`. */
async function startedWith(env: Record<string, string>): Promise<Seen> {
  let said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    said += String(chunk);
    return true;
  });
  const server = await startTestServer(env);
  try {
    const figures = await ask(`${server.origin}/metrics`);
    return {
      console: said,
      ready: readySchema.parse(JSON.parse(await ask(`${server.origin}/readyz`))),
      daysLeft: Number(/^diemcau_certificate_days_left (\S+)$/m.exec(figures)?.[1]),
    };
  } finally {
    await server.stop();
    vi.restoreAllMocks();
  }
}

test('[OBS28][OBS29] a server says at its start what is wrong with the certificate and what to do', async () => {
  await withDaysLeft(20);
  const { console, ready, daysLeft } = await startedWith(ownPair());
  expect(console).toContain('còn 20 ngày');
  expect(console).toContain('Hãy thay hai tệp TLS_CERT, TLS_KEY');
  expect(console).toContain('không có chứng thư của nơi cấp (CN=Điểm Cầu');
  expect(ready).toMatchObject({ certificate: 'ends-soon', figures: { certificateDaysLeft: 20 } });
  expect(daysLeft).toBe(20);
}, 120_000);

test('[OBS28][OBS29] of one that has ended it says that, and of a whole chain nothing', async () => {
  const { cert } = await withDaysLeft(-2);
  writeFileSync(join(folder, 'tls', 'whole.crt'), cert);
  const { console, ready } = await startedWith({ ...ownPair(), TLS_CERT: join(folder, 'tls', 'whole.crt') });
  expect(console).toContain('ĐÃ HẾT HẠN');
  expect(console).not.toContain('còn 20 ngày');
  expect(console).not.toContain('nơi cấp');
  expect(ready).toMatchObject({ ready: false, certificate: 'expired' });
}, 120_000);

test('[OBS29] whoever trusted the authority that is gone is sent to install the new one, and nobody else', async () => {
  const first = await withDaysLeft(300);
  expect((await withDaysLeft(300)).isAuthorityReplaced).toBe(false);
  unlinkSync(join(folder, 'tls', 'ca.crt'));
  const second = await withDaysLeft(300);
  expect([first.isAuthorityReplaced, second.isAuthorityReplaced]).toEqual([false, true]);
  expect((await withDaysLeft(300)).isAuthorityReplaced).toBe(false);
  expect(serverLines.authorityReplaced('https://hop.tinh.vn')).toContain('https://hop.tinh.vn/trust');
});

test('[OBS29] whose issuer is missing is seen in the file', async () => {
  const { cert } = await withDaysLeft(300);
  expect(missingIssuer(cert)).toBeNull();
  expect(missingIssuer(readFileSync(join(folder, 'tls', 'server.crt'), 'utf8'))).toContain('CN=Điểm Cầu');
});
