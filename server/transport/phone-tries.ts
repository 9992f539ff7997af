import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const MINUTE = 60;
/** While an address waits: the check of one delegate, of whom the halls may know the id, is a million tries. */
const OF_DELEGATE = { points: 10, duration: 15 * MINUTE };
const MAX_PHONES = 200_000;
const CHECK_LENGTH = 4;

export interface Phone {
  readonly address: string;
  readonly conference: string;
  readonly badge: string;
}

/** Phones that were in before with a right badge: they go on where somebody else's wrong ones make an address wait. */
export function phoneTries() {
  const ofDelegate = new RateLimiterMemory(OF_DELEGATE);
  const known = new Map<string, string>();
  const delegateOf = ({ address, conference, badge }: Phone): string =>
    `${ipKeyGenerator(address)} ${conference} ${badge.slice(0, -CHECK_LENGTH)}`;
  return {
    passed: (phone: Phone): void => {
      if (known.size >= MAX_PHONES) known.clear();
      known.set(delegateOf(phone), phone.badge);
    },
    mayPass: async (phone: Phone): Promise<boolean> => {
      const delegate = delegateOf(phone);
      const right = known.get(delegate);
      if (right !== undefined && right !== phone.badge) await Promise.allSettled([ofDelegate.consume(delegate)]);
      return right === phone.badge && hasLeft(ofDelegate, delegate);
    },
  };
}

const hasLeft = async (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  ((await limiter.get(key))?.remainingPoints ?? 1) > 0;
