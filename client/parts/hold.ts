/** A gesture that no slip of the finger makes: pressed and kept for a while. */
export const HOLD_MS = 600;

export interface Hold {
  /** A key that is kept down repeats itself: only the first counts. */
  readonly press: () => void;
  /** Before the time is up: nothing happened. */
  readonly release: () => void;
  /** 0 to 1, of the time that it takes. */
  readonly share: () => number;
}

interface HoldParts {
  readonly now: () => number;
  readonly after: (ms: number, act: () => void) => () => void;
  readonly onHeld: () => void;
}

export function createHold({ now, after, onHeld }: HoldParts): Hold {
  let begun: { readonly at: number; readonly cancel: () => void } | null = null;
  const release = () => {
    begun?.cancel();
    begun = null;
  };
  return {
    press: () => {
      if (begun !== null) return;
      // It stays begun until it is released: whoever holds on does not do it twice.
      begun = { at: now(), cancel: after(HOLD_MS, onHeld) };
    },
    release,
    share: () => (begun === null ? 0 : Math.min(1, (now() - begun.at) / HOLD_MS)),
  };
}
