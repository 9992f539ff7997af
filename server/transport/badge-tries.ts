import { ipKeyGenerator } from 'express-rate-limit';
import { RateLimiterMemory } from 'rate-limiter-flexible';

const MINUTE = 60;
/** From one address: a hall whose phones hold torn badges is told to wait; whoever guesses finds none in a year. */
const OF_ADDRESS = { points: 30, duration: 15 * MINUTE, blockDuration: 15 * MINUTE };
/** From everywhere together. */
const OF_ALL = { points: 300, duration: MINUTE };
const ALL = 'all';
/** At one door: far more torn badges than come, and years for whoever tries the checks of one delegate through. */
const OF_DOOR = { points: 100, duration: 15 * MINUTE };

/**
 * Badges that were none. Whoever guesses must wait with a right one too: four signs of check are a million tries. A
 * whole hall may stand behind one address, so right badges cost nothing. Everything here is answered from memory, in
 * the turn in which it is asked: between the question and the count no other try comes in.
 */
export function badgeTries() {
  const ofAddress = new RateLimiterMemory(OF_ADDRESS);
  const ofAll = new RateLimiterMemory(OF_ALL);
  return {
    mayTry: async (address: string): Promise<boolean> =>
      (await hasLeft(ofAddress, ipKeyGenerator(address))) && hasLeft(ofAll, ALL),
    failed: async (address: string): Promise<void> => {
      await Promise.allSettled([ofAddress.consume(ipKeyGenerator(address)), ofAll.consume(ALL)]);
    },
  };
}

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

/** Badges that were none at a door that is signed in, by its session: a wrong one more stops no other door. */
export function doorTries() {
  const ofDoor = new RateLimiterMemory(OF_DOOR);
  return {
    mayTry: (session: string): Promise<boolean> => hasLeft(ofDoor, session),
    failed: async (session: string): Promise<void> => {
      await Promise.allSettled([ofDoor.consume(session)]);
    },
  };
}

const hasLeft = async (limiter: RateLimiterMemory, key: string): Promise<boolean> =>
  ((await limiter.get(key))?.remainingPoints ?? 1) > 0;
