import type { RateLimiterMemory } from 'rate-limiter-flexible';

/** Takes one point; false when there is none left. */
export const isWithin = (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  limiter.consume(key).then(
    () => true,
    () => false,
  );
