import { chanceOf } from './chance.ts';
import { anyRequest } from './http-attacks.ts';
import { anyConversation } from './socket-attacks.ts';
import { portOf, type Victim } from './victim.ts';
import { addressOf, exchange, type Heard, torn } from './wire.ts';

export const ATTACK_KINDS = ['http', 'socket'] as const;
export type AttackKind = (typeof ATTACK_KINDS)[number];

export interface FuzzWish {
  readonly victim: Victim;
  readonly kinds: readonly [AttackKind, ...AttackKind[]];
  readonly seed: number;
  /** Either so many attacks, or until the time is over. */
  readonly attacks: number | null;
  readonly forMs: number;
  readonly signal: AbortSignal;
}

export interface Finding {
  /** The attack comes again with this seed, as the first one. */
  readonly seed: number;
  readonly what: string;
  readonly sent: string;
}

export interface Fuzzed {
  readonly attacks: number;
  readonly answers: number;
  readonly findings: readonly Finding[];
}

const AT_ONCE = 8;
const MAX_FINDINGS = 5;
/** Media that is not there is no fault of the server's. */
const HONEST = new Set(['503']);

/** Attacks the victim until the time is over, or until it has been hurt often enough. */
export async function fuzz(wish: FuzzWish): Promise<Fuzzed> {
  const findings: Finding[] = [];
  const until = performance.now() + wish.forMs;
  let attacks = 0;
  let answers = 0;
  const mayGoOn = (): boolean =>
    !wish.signal.aborted &&
    findings.length < MAX_FINDINGS &&
    (wish.attacks === null ? performance.now() < until : attacks < wish.attacks);
  const attacker = async (): Promise<void> => {
    while (mayGoOn()) {
      const seed = wish.seed + attacks;
      attacks += 1;
      const { heard, sent } = await attack(wish, seed);
      if (heard.text !== '') answers += 1;
      const what = harmOf(heard);
      if (what !== null) findings.push({ seed, what, sent: JSON.stringify(sent.toString('latin1').slice(0, 400)) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, attacker));
  return { attacks, answers, findings };
}

/** The same seed sends the same bytes, in the same pieces. */
async function attack({ victim, kinds }: FuzzWish, seed: number): Promise<{ heard: Heard; sent: Buffer }> {
  const chance = chanceOf(seed);
  const from = addressOf(chance);
  const kind = chance.one(kinds);
  const pieces =
    kind === 'http'
      ? torn(chance, anyRequest(chance, victim))
      : anyConversation(chance, victim).flatMap((piece) => torn(chance, piece));
  const isSlow = chance.in(25);
  const heard = await exchange({
    port: portOf(victim),
    pieces,
    betweenMs: isSlow ? 150 : 4,
    patienceMs: isSlow ? 1_000 : 60,
    from,
  });
  return { heard, sent: Buffer.concat(pieces) };
}

/** Every answer in what came back: a pipeline may hold several. */
function harmOf({ text, refusedConnection }: Heard): string | null {
  if (refusedConnection) return 'nobody listens any more';
  const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gmu)].map(([, status]) => status ?? '');
  const bad = statuses.find((status) => status.startsWith('5') && !HONEST.has(status));
  if (bad !== undefined) return `answered ${bad}`;
  if (/\n\s+at .+:\d+:\d+/u.test(text) || text.includes('node_modules')) return 'told a stack';
  if (/^root:.*:0:0:/mu.test(text) || text.includes('SQLite format 3')) return 'gave a file away';
  return null;
}
