import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { firstLine } from '../../scripts/bench/children.ts';
import { ATTACK_KINDS, type AttackKind, type Fuzzed, fuzz } from '../../scripts/drill/fuzz/fuzz.ts';
import { figuresOf, MOST_MEMORY, replayOf, WAITED } from '../../scripts/drill/fuzz/fuzz-drill.ts';
import { fuzzServer } from '../../scripts/drill/fuzz/fuzz-server.ts';
import { POLLUTIONS } from '../../scripts/drill/fuzz/values.ts';
import { residentMb, type Victim, watchMemory } from '../../scripts/drill/fuzz/victim.ts';
import { HN } from '../support/desk.ts';
import { Caller, connected, createSmallConference, startTestServer } from '../support/test-server.ts';

/** Other attacks every day; a finding is told with the seed by which it comes again. */
const SEED = Math.floor(Date.now() / 86_400_000) * 1_000_000;
const SHORT_MS = 15_000;
const never = new AbortController().signal;

const told = ({ findings }: Fuzzed): readonly string[] => findings.map(replayOf);

describe.each(ATTACK_KINDS)('the server under random %s attacks', (kind) => {
  test('[FZZ1] neither ends nor answers 500, keeps its memory, writes nothing, and serves who works', async () => {
    const fuzzed = await fuzzServer({ seed: SEED, kinds: [kind], attacks: null, forMs: SHORT_MS, signal: never });
    expect(told(fuzzed)).toEqual([]);
    // The very aims of the long form. How long a person waited is told of a quiet machine alone.
    expect(figuresOf(fuzzed).filter(({ what, met }) => !met && what !== WAITED)).toEqual([]);
    expect(fuzzed.served.refused).toBe(0);
    expect(fuzzed.answers).toBeGreaterThan(500);
    expect(fuzzed.served.acts).toBeGreaterThan(20);
  }, 90_000);
});

describe('the fuzzer', () => {
  let stop = (): void => undefined;
  afterEach(() => stop());

  async function planted(fault: string): Promise<Victim & { readonly pid: number }> {
    const file = fileURLToPath(new URL('../support/planted-crash-server.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', file, fault], { stdio: 'pipe' });
    stop = () => child.kill('SIGKILL');
    const port = await firstLine(child, (line) => /^port (\d+)$/.exec(line)?.[1] ?? null);
    return { origin: `http://127.0.0.1:${port}`, conference: HN, cookies: [], pid: child.pid ?? 0 };
  }

  const attack = (victim: Victim, kind: AttackKind) =>
    fuzz({ victim, kinds: [kind], seed: 1, attacks: 1_500, forMs: 0, signal: never });

  test.each([
    ['http', 'http', 'nobody listens any more'],
    ['500', 'http', 'answered 500'],
    ['socket', 'socket', 'nobody listens any more'],
  ] as const)('[FZZ2] finds a fault that is planted: %s', async (fault, kind, what) => {
    const { findings } = await attack(await planted(fault), kind);
    expect(findings.map((found) => found.what)).toContain(what);
  });

  test('[FZZ5] a server that keeps what it is sent is found by its memory; one that does not is not', async () => {
    const grown = async (fault: string): Promise<number> => {
      const victim = await planted(fault);
      const idleMb = residentMb(victim.pid);
      const memory = watchMemory(victim.pid);
      await fuzz({ victim, kinds: ['http'], seed: 1, attacks: 500, forMs: 0, signal: never });
      const mostMb = memory.stop();
      stop();
      return mostMb / idleMb;
    };
    expect(await grown('leak')).toBeGreaterThan(MOST_MEMORY);
    expect(await grown('none')).toBeLessThan(MOST_MEMORY);
  }, 30_000);

  test('[FZZ5] what was found or grew misses its aim, whichever form it was', () => {
    const sound = { attacks: 9, answers: 9, findings: [], isAlive: true, idleMb: 100, mostMb: 149, gained: 0 };
    const served = { acts: 9, refused: 0, p99Ms: 10, longestMs: 20 };
    const missed = (change: object) =>
      figuresOf({ ...sound, served, ...change }).flatMap(({ what, met }) => (met ? [] : [what]));
    expect(missed({})).toEqual([]);
    expect(missed({ mostMb: 151 })).toEqual(['memory idle → most']);
    expect(missed({ gained: 1, isAlive: false })).toHaveLength(2);
    expect(missed({ served: { ...served, refused: 1 } })).toEqual([WAITED]);
  });

  test('[FZZ2] finds none where none is planted, and sends the same again for the same seed', async () => {
    const victim = await planted('none');
    expect((await fuzz({ victim, kinds: ['http'], seed: 1, attacks: 300, forMs: 0, signal: never })).findings).toEqual(
      [],
    );
  });

  test('[FZZ3] one attack comes again by its seed', async () => {
    const found = (await attack(await planted('500'), 'http')).findings.find(({ what }) => what === 'answered 500');
    expect(found).toBeDefined();
    stop();
    const again = await fuzz({
      victim: await planted('500'),
      kinds: ['http'],
      seed: found?.seed ?? 0,
      attacks: 1,
      forMs: 0,
      signal: never,
    });
    expect(again.findings).toEqual([found]);
  });
});

describe('prototypes', () => {
  const own = (): string => Reflect.ownKeys(Object.prototype).map(String).toSorted().join();

  test('[FZZ4] what is sent as a prototype becomes nobody’s', async () => {
    const server = await startTestServer();
    try {
      const before = own();
      const secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
      const conference = await createSmallConference(secretariat);
      const routes = ['session', 'deputy', 'pairings', 'agenda-templates', 'badge'].map((route) => `/api/${route}`);
      const parts = ['commands', 'invitations', 'deputies', 'media-token', 'rehearsals', 'successors', 'badges/read'];
      const paths = [...routes, ...parts.map((part) => `/api/conferences/${conference.id}/${part}`)];
      const socket = secretariat.socket();
      expect(await connected(socket)).toBe('connected');
      for (const sent of POLLUTIONS) {
        for (const path of paths) await secretariat.fetch(path, { method: 'POST', body: sent });
        for (const event of ['hello', 'command', 'telemetry', 'pointer'] as const) {
          Reflect.apply(Reflect.get(socket, 'emit'), socket, [event, JSON.parse(sent)]);
        }
      }
      const victim = { origin: server.origin, conference: conference.id, cookies: secretariat.cookies };
      await fuzz({ victim, kinds: ['http', 'socket'], seed: SEED, attacks: 100, forMs: 0, signal: never });
      socket.close();
      expect(own()).toBe(before);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    } finally {
      await server.stop();
    }
  });

  test('[FZZ4] a careless merge of the same would be seen', () => {
    const before = own();
    const merge = (into: object, from: object): void => {
      for (const [key, value] of Object.entries(from)) {
        const inner: unknown = Reflect.get(into, key);
        if (typeof value === 'object' && value !== null && typeof inner === 'object' && inner !== null)
          merge(inner, value);
        else Reflect.set(into, key, value);
      }
    };
    merge({}, JSON.parse(POLLUTIONS[0]));
    expect(own()).not.toBe(before);
    Reflect.deleteProperty(Object.prototype, 'polluted');
  });
});
