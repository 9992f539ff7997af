import type { z } from 'zod';
import type { claimedPairingSchema, Pairing } from '../../../shared/protocol/technical.ts';
import type { Fetched } from '../../sync/http.ts';

type Claimed = z.infer<typeof claimedPairingSchema>;

export type PairingState =
  | { readonly kind: 'asking'; readonly problem: 'offline' | 'tooMany' | null }
  | {
      readonly kind: 'code';
      readonly pairing: Pairing;
      readonly isOffline: boolean;
      /** A code before this one has run out unused: who has read it out must read out the new one. */
      readonly isRenewed: boolean;
    }
  | { readonly kind: 'paired'; readonly screen: string };

export const ASK_EVERY_MS = 2_000;
/** Of a server that refuses to make codes for a while nothing is to be had by asking faster. */
export const REFUSED_MS = 30_000;

export interface PairingStep {
  readonly state: PairingState;
  readonly waitMs: number;
}

export function afterAsking(answer: Fetched<Pairing>, isRenewed: boolean): PairingStep {
  if (answer.kind === 'ok') {
    return { state: { kind: 'code', pairing: answer.value, isOffline: false, isRenewed }, waitMs: ASK_EVERY_MS };
  }
  return answer.kind === 'offline'
    ? { state: { kind: 'asking', problem: 'offline' }, waitMs: ASK_EVERY_MS }
    : { state: { kind: 'asking', problem: 'tooMany' }, waitMs: REFUSED_MS };
}

/** While the server is away the code still stands: it is the server's word that ends it, and never a clock here. */
export function afterClaim(answer: Fetched<Claimed>, pairing: Pairing, isRenewed: boolean): PairingStep {
  if (answer.kind === 'ok' && answer.value.state === 'paired') {
    return { state: { kind: 'paired', screen: answer.value.session.screen }, waitMs: 0 };
  }
  const isGone = answer.kind === 'refused' && answer.status < 500 && answer.status !== 429;
  if (isGone) return { state: { kind: 'asking', problem: null }, waitMs: 0 };
  return {
    state: { kind: 'code', pairing, isOffline: answer.kind === 'offline', isRenewed },
    waitMs: answer.kind === 'refused' ? REFUSED_MS : ASK_EVERY_MS,
  };
}
