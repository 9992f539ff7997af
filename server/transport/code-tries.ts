import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

const MINUTE = 60;
/** From one address: a slip of the finger or four, then a quarter of an hour. */
const OF_ADDRESS = { points: 5, duration: 15 * MINUTE, blockDuration: 15 * MINUTE };
/** From everywhere together: many addresses find no more in a day than one could in a blink of a century. */
const OF_ALL = { points: 40, duration: MINUTE };
const ALL = 'all';

/**
 * Tries of deputies' codes. A try is taken before it is known whether the code is right, or a hundred at the same
 * instant would all be let in; whoever was right gets it back.
 */
export function codeTries() {
  const ofAddress = new RateLimiterMemory(OF_ADDRESS);
  const ofAll = new RateLimiterMemory(OF_ALL);
  return {
    /** Milliseconds for which nothing more may be tried; 0: this one may. */
    take: async (address: string): Promise<number> => {
      const lockedMs = await consume(ofAddress, ipKeyGenerator(address));
      return lockedMs > 0 ? lockedMs : consume(ofAll, ALL);
    },
    giveBack: async (address: string): Promise<void> => {
      await ofAddress.reward(ipKeyGenerator(address));
      await ofAll.reward(ALL);
    },
  };
}

const consume = (limiter: RateLimiterMemory, key: string): Promise<number> =>
  limiter.consume(key).then(
    () => 0,
    (refusal: unknown) => {
      if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
      throw refusal;
    },
  );
