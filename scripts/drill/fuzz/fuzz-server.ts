import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { snapshotSchema } from '../../../shared/protocol/patch.ts';
import { type BenchConference, createBenchConference } from '../../bench/bench-conference.ts';
import { invite, type SignedIn, signIn, startServer } from '../../bench/server-process.ts';
import { type AttackKind, type Fuzzed, fuzz } from './fuzz.ts';
import { residentMb, type Victim, watchMemory } from './victim.ts';

export interface FuzzServerWish {
  readonly seed: number;
  readonly kinds: readonly [AttackKind, ...AttackKind[]];
  readonly attacks: number | null;
  readonly forMs: number;
  readonly signal: AbortSignal;
}

export interface FuzzedServer extends Fuzzed {
  readonly isAlive: boolean;
  readonly idleMb: number;
  readonly mostMb: number;
  /** Facts that the attacked conference gained. */
  readonly gained: number;
  /** Of a moderator who worked in another conference meanwhile. */
  readonly served: {
    readonly acts: number;
    readonly refused: number;
    readonly p99Ms: number;
    readonly longestMs: number;
  };
}

/** After two conferences were made: what their making left behind is collected by then. */
const SETTLE_MS = 1_000;

/** The real server in a process of its own, with somebody who works while it is attacked. */
export async function fuzzServer(wish: FuzzServerWish): Promise<FuzzedServer> {
  const server = await startServer({ media: false });
  try {
    const secretariat = await signIn(server.origin, server.secretariatToken);
    const attacked = await createBenchConference(server.origin, secretariat);
    const worked = await createBenchConference(server.origin, secretariat);
    const victim = await victimOf(server.origin, secretariat, attacked);
    await pause(SETTLE_MS);
    const idleMb = residentMb(server.pid);
    const seq = await seqOf(server.origin, secretariat, attacked);
    const memory = watchMemory(server.pid);
    const work = workIn(worked);
    const fuzzed = await fuzz({ ...wish, victim });
    const served = await work.stop();
    const mostMb = memory.stop();
    const isAlive = await isServing(server.origin);
    const gained = isAlive ? (await seqOf(server.origin, secretariat, attacked)) - seq : 0;
    return { ...fuzzed, isAlive, idleMb, mostMb, gained, served };
  } finally {
    await server.close();
  }
}

async function victimOf(origin: string, secretariat: SignedIn, { id }: BenchConference): Promise<Victim> {
  const { token } = await invite({ origin }, secretariat, id, { seat: 'wall', bridgeId: null });
  const wall = await signIn(origin, token);
  return { origin, conference: id, cookies: [wall.cookie] };
}

async function seqOf(origin: string, { cookie }: SignedIn, { id }: BenchConference): Promise<number> {
  const response = await fetch(`${origin}/api/conferences/${id}/snapshot`, { headers: { cookie } });
  return snapshotSchema.parse(await response.json()).seq;
}

const isServing = (origin: string): Promise<boolean> =>
  fetch(`${origin}/healthz`).then(
    async (response) => z.object({ version: z.string() }).safeParse(await response.json()).success,
    () => false,
  );

/** Somebody who corrects the name of a hall as fast as a person could, and waits for each answer; that has no limit. */
function workIn({ act, bridges }: BenchConference): { readonly stop: () => Promise<FuzzedServer['served']> } {
  const took: number[] = [];
  let refused = 0;
  const stopped = new AbortController();
  const [, bridgeId] = bridges;
  if (bridgeId === undefined) throw new Error('the conference has no hall');
  const working = (async () => {
    while (!stopped.signal.aborted) {
      const since = performance.now();
      const name = `Điểm cầu, lần sửa ${took.length + 1}`;
      await act({ type: 'renameBridge', bridgeId, name, shortName: 'Điểm cầu' }).catch(() => {
        refused += 1;
      });
      took.push(performance.now() - since);
      await pause(100);
    }
  })();
  return {
    stop: async () => {
      stopped.abort();
      await working;
      const sorted = took.toSorted((a, b) => a - b);
      const p99Ms = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
      return { acts: took.length, refused, p99Ms, longestMs: sorted.at(-1) ?? 0 };
    },
  };
}
