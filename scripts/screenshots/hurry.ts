export const BEHIND_MS = 75 * 60_000;
/** It takes this long to catch up. */
export const HURRY_MS = 120_000;

export interface HurriedClock {
  readonly now: () => number;
  /** From now on it gains, until it is right. */
  readonly hurry: () => void;
}

/** A clock that is behind by BEHIND_MS until it is told to hurry. */
export function hurriedClock(): HurriedClock {
  const real = Date.now.bind(Date);
  let since = Number.POSITIVE_INFINITY;
  return {
    now: () => {
      const gained = Math.min(1, Math.max(0, real() - since) / HURRY_MS);
      return Math.floor(real() - BEHIND_MS * (1 - gained));
    },
    hurry: () => {
      since = real();
    },
  };
}
