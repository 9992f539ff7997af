import type { BridgeId } from '../../../../shared/domain/ids.ts';

/** The server tells of a call before or after it acknowledges it, but not much later. */
const TOLD_WITHIN_MS = 1_000;

/**
 * Whom the operator has gone on to. Between the press and the moment when the screen shows the next bridge, what is
 * typed is meant for that one: an answer must not be written down for the bridge before.
 */
export interface RollAhead {
  readonly called: (shown: BridgeId | null) => BridgeId | null;
  /** A second Enter, before anybody could see whom the first one called, would pass that one over. */
  readonly mayGoOn: () => boolean;
  readonly sent: (bridgeId: BridgeId) => void;
  /** Something was said of whoever is called. */
  readonly answered: () => void;
  readonly acknowledged: (accepted: boolean) => void;
  /** The screen shows another call. */
  readonly moved: () => void;
}

export function createAhead(now: () => number): RollAhead {
  let ahead: BridgeId | null = null;
  let inFlight = 0;
  let until = Number.POSITIVE_INFINITY;
  let hasAnswer = false;
  const unseen = (): BridgeId | null => (now() >= until ? null : ahead);
  return {
    called: (shown) => unseen() ?? shown,
    mayGoOn: () => unseen() === null || hasAnswer,
    answered: () => {
      hasAnswer = true;
    },
    sent: (bridgeId) => {
      ahead = bridgeId;
      inFlight++;
      hasAnswer = false;
      until = Number.POSITIVE_INFINITY;
    },
    acknowledged: (accepted) => {
      inFlight--;
      if (!accepted) ahead = null;
      else if (inFlight === 0) until = now() + TOLD_WITHIN_MS;
    },
    moved: () => {
      if (inFlight === 0) ahead = null;
    },
  };
}
