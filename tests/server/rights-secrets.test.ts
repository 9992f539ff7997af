import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { Desks } from '../../server/application/desks.ts';
import { Seats } from '../../server/application/seats.ts';
import { ConfigError, readConfig } from '../../server/config.ts';
import { printLinks } from '../../server/sign-in-links.ts';
import { delegatePageSchema, mintedInvitationSchema } from '../../shared/protocol/http.ts';
import { delegateInput } from '../support/builders.ts';
import { savingEvery, worldClock } from '../support/desk.ts';
import { openInProcess } from '../support/sqlite.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';
import { unzip } from '../support/unzip.ts';

const NO_DESKS = { moment: worldClock(), snapshots: savingEvery(1_000), onFault: () => undefined };
const GOOD = {
  LIVEKIT_URL: 'http://127.0.0.1:9',
  LIVEKIT_API_KEY: 'k9Qw7ZpXv2',
  LIVEKIT_API_SECRET: 'qT8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sC',
};

/** What the operator is told; nothing: it was taken. */
function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env);
    return '';
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.message;
    throw cause;
  }
}

describe('a secret that everybody knows', () => {
  /** What manuals print, what is left out, what is too short, what is no secret at all. */
  const BAD = [
    'secret',
    'devkey',
    'changeme',
    'password',
    'placeholder',
    'x',
    'zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0s',
    'a'.repeat(64),
    'abababababababababababababababababababab',
    'change-me-change-me-change-me-change-me',
    'APIsecret-of-the-quick-start-0123456789',
    'example-zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sA',
    'your-password-zX8vB2nM5kL1pQ9rT4wY7uJ3hG6',
  ];

  test.each(['LIVEKIT_API_SECRET', 'METRICS_TOKEN'] as const)('[RGT40] %s is refused, and named', (variable) => {
    for (const value of BAD) {
      const said = refusalOf({ ...GOOD, [variable]: value });
      // The line that says so names the variable and never the value.
      expect(said, value).toContain(variable);
      expect(value.length > 8 && said.includes(value), value).toBe(false);
    }
    // The control: a generated one is taken.
    expect(() => readConfig({ ...GOOD, [variable]: GOOD.LIVEKIT_API_SECRET })).not.toThrow();
  });

  test('[RGT41] LiveKit elsewhere needs both halves of its key; an empty one is none', () => {
    for (const missing of ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'LIVEKIT_URL'] as const) {
      expect(() => readConfig({ ...GOOD, [missing]: '' }), missing).toThrow(ConfigError);
    }
    expect(() => readConfig({ ...GOOD, LIVEKIT_API_KEY: 'devkey' })).toThrow(ConfigError);
  });

  test('[RGT42] the process does not start with one: it ends, and says which', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-secret-'));
    const env = { ...process.env, ...GOOD, LIVEKIT_API_SECRET: 'secret', PORT: '0', DATA_DIR: dataDir, DEMO: 'off' };
    const ended = spawnSync(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env, timeout: 60_000 });
    expect(ended.status).toBe(1);
    expect(ended.stderr.toString()).toContain('LIVEKIT_API_SECRET');
    expect(await readdir(dataDir)).toEqual([]);
    await rm(dataDir, { recursive: true, force: true });
  }, 90_000);
});

describe('canaries', () => {
  let server: TestServer;
  let secretariat: Caller;
  let small: SmallConference;
  const console: string[] = [];
  /** Each kind of secret that went through the flows below. */
  const canaries = new Map<string, string>();
  /** What came out of the server and is kept or passed on by somebody: answers, files, headers. */
  const outside = new Map<string, string>();

  const listenToConsole = () =>
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk: string | Uint8Array) => {
      console.push(String(chunk));
      return true;
    });
  const firstRunLinks = (): readonly string[] =>
    [...console.join('').matchAll(/^secretariat\t\S+\/join#(\S+)$/gmu)].map(([, token]) => token ?? '');

  beforeAll(async () => {
    const spy = listenToConsole();
    server = await startTestServer(GOOD);
    spy.mockRestore();
    const [first] = firstRunLinks();
    if (first === undefined) throw new Error('no link was printed');
    canaries.set('first-run link', first);
    canaries.set('LiveKit secret', GOOD.LIVEKIT_API_SECRET);
    secretariat = new Caller(server.origin);
    await secretariat.signIn(first);
    keepCookie('cookie of the secretariat', secretariat);
    small = await createSmallConference(secretariat);
    await throughAllFlows();
  });
  afterAll(() => server.stop());

  const keepCookie = (name: string, { cookies }: Caller) =>
    canaries.set(name, cookies.at(-1)?.split('=')[1] ?? 'no cookie');
  const at = (path: string): string => `/api/conferences/${small.id}/${path}`;
  const text = z.string().min(8);

  async function throughAllFlows(): Promise<void> {
    const wish = { seat: 'operator', bridgeId: small.anGiang, label: 'An Giang' };
    const minted = mintedInvitationSchema.parse(
      await (await secretariat.fetch(at('invitations'), { method: 'POST', body: wish })).json(),
    );
    const link = text.parse(minted.link.split('#')[1]);
    canaries.set('link', link);
    const operator = new Caller(server.origin);
    await operator.signIn(link);
    keepCookie('cookie of a bridge', operator);
    await deputyAndPairing();
    await secretariat.command(small.id, {
      type: 'registerDelegates',
      bridgeId: small.anGiang,
      delegates: [delegateInput()],
    });
    const page = delegatePageSchema.parse(await (await secretariat.fetch(at('delegates'))).json());
    const badge = text.parse(page.delegates[0]?.badge);
    canaries.set('badge', badge);
    const hall = new Caller(server.origin);
    await hall.fetch(`/api/handbook/${small.id}`, { headers: { authorization: `Badge ${badge}` } });
    await hall.fetch(`/api/handbook/${small.id}/own`, { headers: { authorization: `Badge ${badge}` } });
    await hall.fetch('/api/badge', { method: 'POST', body: { conference: small.id, badge } });
    await operator.fetch(at('media-token'), { method: 'POST', body: { device: 'hall-1' } });
    await mistakesWith([...canaries.values()]);
    await secretariat.command(small.id, { type: 'openConference' });
    await secretariat.command(small.id, { type: 'closeConference' });
    await takeAway();
  }

  async function deputyAndPairing(): Promise<void> {
    const asked = await secretariat.fetch(at('deputies'), {
      method: 'POST',
      body: { seat: 'moderator', label: 'Phó' },
    });
    const { code } = z.object({ code: text }).parse(await asked.json());
    canaries.set('deputy’s code', code);
    const deputy = new Caller(server.origin);
    const entered = await deputy.fetch('/api/deputy', { method: 'POST', body: { code } });
    for (const cookie of entered.headers.getSetCookie()) deputy.cookies.push(cookie.split(';')[0] ?? '');
    keepCookie('cookie of a deputy', deputy);
    const opened = await new Caller(server.origin).fetch('/api/pairings', { method: 'POST', body: {} });
    const pairing = z.object({ code: text, secret: text }).parse(await opened.json());
    canaries.set('secret of a waiting screen', pairing.secret);
    const wall = { code: pairing.code, seat: 'wall', bridgeId: null, label: 'Màn hình' };
    await secretariat.fetch(at('pairings'), { method: 'POST', body: wall });
    await new Caller(server.origin).fetch('/api/pairings/claim', { method: 'POST', body: { secret: pairing.secret } });
  }

  /** In every wrong place: where logs and answers would repeat what they were given. */
  async function mistakesWith(secrets: readonly string[]): Promise<void> {
    for (const [index, secret] of secrets.entries()) {
      const wrong: readonly (readonly [string, object])[] = [
        [`/api/conferences?token=${secret}`, {}],
        [`/join/${secret}`, {}],
        [`/api/nothing/${secret}`, {}],
        [`/api/conferences/${secret}`, {}],
        ['/api/session', { method: 'POST', body: { token: secret, extra: secret } }],
        ['/api/session', { method: 'POST', body: `{"token":"${secret}` }],
        ['/api/deputy', { method: 'POST', body: { code: `${secret}-x` } }],
        [at('commands'), { method: 'POST', body: { id: 'a', conference: secret, command: { type: secret } } }],
        ['/livekit/rtc', { headers: { authorization: `Bearer ${secret}` } }],
      ];
      for (const [path, options] of wrong) {
        const answer = await secretariat.fetch(path, options);
        outside.set(`answer ${index} ${path.replace(secret, '…')}`, `${headersOf(answer)}${await answer.text()}`);
      }
    }
  }

  const headersOf = (answer: Response): string =>
    [...answer.headers].map(([name, value]) => `${name}: ${value}\n`).join('');

  async function takeAway(): Promise<void> {
    for (const path of [
      'invitations',
      'snapshot',
      'technical-log',
      'line-history',
      'papers/bridges.csv',
      'papers/check-ins.csv',
    ]) {
      outside.set(path, await (await secretariat.fetch(at(path))).text());
    }
    for (const path of ['papers/delegates.xlsx', 'archive', 'handbook-export']) {
      const answer = await secretariat.fetch(at(path));
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      const bytes = Buffer.from(await answer.arrayBuffer());
      for (const [name, content] of unzip(bytes)) outside.set(`${path}: ${name}`, content);
    }
  }

  /** Every file of the data folder, read as bytes. */
  async function filesOf(folder: string): Promise<ReadonlyMap<string, string>> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)));
  }

  const hits = (places: ReadonlyMap<string, string>): readonly string[] =>
    [...places].flatMap(([place, content]) =>
      [...canaries].flatMap(([kind, secret]) => (content.includes(secret) ? [`${kind} in ${place}`] : [])),
    );

  test('[RGT43] none of them stands in the journal, the log or any other file that a backup takes along', async () => {
    expect([...canaries.values()].every((secret) => secret.length >= 8)).toBe(true);
    const files = await filesOf(server.dataDir);
    expect([...files.keys()].some((file) => file.endsWith('journal.sqlite'))).toBe(true);
    expect(hits(files)).toEqual([]);
  });

  test('[RGT44] none of them comes back in an answer to a mistake, an address, a header, an export or an archive', () => {
    expect(outside.size).toBeGreaterThan(40);
    expect(hits(outside)).toEqual([]);
  });

  test('[RGT45] control: one that is planted in a file and one in an answer are found by the same search', async () => {
    const file = join(server.dataDir, 'planted.log');
    await writeFile(file, `url=/join?token=${canaries.get('link') ?? ''}\n`);
    expect(hits(await filesOf(server.dataDir))).toEqual([`link in ${file}`]);
    await rm(file);
    expect(hits(new Map([['body', `{"told":"${canaries.get('badge') ?? ''}"}`]]))).toEqual(['badge in body']);
  });

  test('[RGT46] the first link of the secretariat is printed once, and never again by a server that has one', async () => {
    expect(firstRunLinks()).toHaveLength(1);
    const store = openInProcess();
    const spy = listenToConsole();
    try {
      console.length = 0;
      const [linkOf, demo] = [(token: string) => `http://x/join#${token}`, false];
      const desks = new Desks({ ...NO_DESKS, journal: store.journal }, () => undefined);
      for (let i = 0; i < 3; i++) await printLinks({ seats: new Seats(store.accounts), desks, demo, linkOf });
      expect(firstRunLinks()).toHaveLength(1);
    } finally {
      spy.mockRestore();
      store.close();
    }
  });
});
