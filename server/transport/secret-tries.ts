import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { SecretKind } from '../../shared/protocol/routes.ts';
import { HttpFault } from './http/answer.ts';

const MINUTE = 60;
const QUARTER = { duration: 15 * MINUTE } as const;
const LOCKED = { ...QUARTER, blockDuration: 15 * MINUTE } as const;

interface Limit {
  readonly points: number;
  readonly duration: number;
  readonly blockDuration?: number;
}

/**
 * When a try is paid for. `wrong`: a right secret passes whatever was tried before, for it is too long to be guessed.
 * `waits`: whoever guessed must wait, with a right secret too; right ones cost nothing, a hall may stand behind one
 * address. `ahead`: taken before it is known whether the secret is right, or a hundred at the same instant would all be
 * let in; whoever was right gets it back.
 */
interface Policy {
  readonly paid: 'wrong' | 'waits' | 'ahead';
  readonly ofAsker: Limit;
  /** From everywhere together: many addresses find no more than one. */
  readonly ofAll?: Limit;
}

const POLICIES: Readonly<Record<SecretKind, Policy>> = {
  link: { paid: 'wrong', ofAsker: { points: 20, ...QUARTER } },
  /** Slips of the finger: four or so. */
  deputyCode: { paid: 'ahead', ofAsker: { points: 5, ...LOCKED }, ofAll: { points: 40, duration: MINUTE } },
  pairingCode: { paid: 'ahead', ofAsker: { points: 20, duration: MINUTE } },
  pairingSecret: { paid: 'wrong', ofAsker: { points: 20, duration: MINUTE } },
  /** Four signs of check are a million tries: torn badges of a hall wait, whoever guesses finds none in a year. */
  badge: { paid: 'waits', ofAsker: { points: 30, ...LOCKED }, ofAll: { points: 300, duration: MINUTE } },
  /** At a door that is signed in, by its session: a wrong one more stops no other door. */
  doorBadge: { paid: 'waits', ofAsker: { points: 100, ...QUARTER } },
};

const ALL = 'all';

interface Question<T> {
  readonly of: SecretKind;
  /** Who tries: an address, or a sign-in. */
  readonly asker: string;
  /** The comparison itself; null: nothing has this secret. */
  readonly compare: () => Promise<T | null>;
  readonly wrong: HttpFault;
  /** Passes though the asker must wait. */
  readonly isExcused?: () => Promise<boolean>;
  /** Whether what was wrong was a guess; without it, it was. */
  readonly isGuess?: () => Promise<boolean>;
}

/** The one way to compare a secret: it spends from the limit of its kind, whichever address it came to. */
export type TrySecret = <T>(question: Question<T>) => Promise<T>;

export function secretTries(): TrySecret {
  const purses = new Map<SecretKind, Purse>();
  return async (question) => {
    const purse = purses.get(question.of) ?? new Purse(POLICIES[question.of]);
    purses.set(question.of, purse);
    const asker = isAddress(question.asker) ? ipKeyGenerator(question.asker) : question.asker;
    const lockedMs = await purse.open(asker);
    if (lockedMs > 0 && !(await isExcused(question))) throw tooMany(lockedMs);
    const found = await question.compare();
    if (found === null) throw await faultAfter(question, purse, asker);
    await purse.right(asker);
    return found;
  };
}

const isExcused = async ({ isExcused: ask }: Question<unknown>): Promise<boolean> => (await ask?.()) === true;

async function faultAfter({ isGuess, wrong }: Question<unknown>, purse: Purse, asker: string): Promise<HttpFault> {
  const lateMs = (await isGuess?.()) === false ? 0 : await purse.wrong(asker);
  return lateMs > 0 ? tooMany(lateMs) : wrong;
}

const isAddress = (asker: string): boolean => /[.:]/.test(asker);

const tooMany = (ms: number): HttpFault => new HttpFault(429, 'too-many-tries', { seconds: Math.ceil(ms / 1_000) });

/** The tries of one kind of secret. */
class Purse {
  readonly #paid: Policy['paid'];
  readonly #ofAsker: RateLimiterMemory;
  readonly #ofAll: RateLimiterMemory | null;

  constructor({ paid, ofAsker, ofAll }: Policy) {
    this.#paid = paid;
    this.#ofAsker = new RateLimiterMemory(ofAsker);
    this.#ofAll = ofAll === undefined ? null : new RateLimiterMemory(ofAll);
  }

  /** Milliseconds for which nothing more may be tried; 0: this one may. */
  async open(asker: string): Promise<number> {
    if (this.#paid === 'ahead') return this.#take(asker);
    if (this.#paid === 'wrong') return 0;
    return (await waitOf(this.#ofAsker, asker)) || (this.#ofAll === null ? 0 : waitOf(this.#ofAll, ALL));
  }

  async right(asker: string): Promise<void> {
    if (this.#paid !== 'ahead') return;
    await this.#ofAsker.reward(asker);
    await this.#ofAll?.reward(ALL);
  }

  /** 0: it was within the limit. Where a wrong try alone is paid, whoever is past it hears nothing of the secret. */
  async wrong(asker: string): Promise<number> {
    if (this.#paid === 'ahead') return 0;
    const waits = await Promise.all([take(this.#ofAsker, asker), this.#ofAll === null ? 0 : take(this.#ofAll, ALL)]);
    return this.#paid === 'wrong' ? Math.max(...waits) : 0;
  }

  async #take(asker: string): Promise<number> {
    return (await take(this.#ofAsker, asker)) || (this.#ofAll === null ? 0 : take(this.#ofAll, ALL));
  }
}

const waitOf = async (limiter: RateLimiterMemory, key: string): Promise<number> => {
  const left = await limiter.get(key);
  return left !== null && left.remainingPoints <= 0 ? Math.max(1, left.msBeforeNext) : 0;
};

const take = (limiter: RateLimiterMemory, key: string): Promise<number> =>
  limiter.consume(key).then(
    () => 0,
    (refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
      throw refusal;
    },
  );
