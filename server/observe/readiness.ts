import type { Health } from '../../shared/protocol/http.ts';
import { JOURNAL_ROOM_BYTES } from '../disk-room.ts';
import type { CertificateFinding } from './certificate-watch.ts';
import type { Lag } from './loop-lag.ts';

/** What has to be well before a conference is held, each with a word of its own. */
export interface Readiness {
  readonly ready: boolean;
  readonly journal: Health['journal']['state'];
  readonly media: 'ok' | 'absent';
  readonly loop: 'ok' | 'blocked';
  readonly clock: 'ok' | 'differs';
  readonly disk: 'ok' | 'full';
  readonly certificate: CertificateFinding['state'];
  readonly figures: {
    readonly loopP99Ms: number;
    readonly loopLongestMs: number;
    readonly clockOffsetMs: number;
    readonly diskFreeBytes: number;
    readonly certificateDaysLeft: number | null;
  };
}

export interface Conditions {
  readonly journal: () => Health['journal']['state'];
  readonly mediaReady: () => boolean;
  readonly lag: () => Lag;
  readonly clockOffsetMs: () => number;
  readonly diskFree: () => Promise<number>;
  readonly certificate: () => CertificateFinding;
}

/** A screen that waits longer for its answer is noticed by the person before it. */
const BLOCKED_MS = 2_000;
/** A second between what the machine shows and what the conference shows is seen by those who compare. */
const CLOCK_DIFFERS_MS = 1_000;
/** No browser opens the server with one of these; what is only soon so is told, and stops no conference. */
const CLOSED_BY: readonly string[] = ['expired', 'not-yet'] satisfies CertificateFinding['state'][];

export async function readinessOf(conditions: Conditions): Promise<Readiness> {
  const lag = conditions.lag();
  const offset = conditions.clockOffsetMs();
  const free = await conditions.diskFree();
  const certificate = conditions.certificate();
  const parts = {
    journal: conditions.journal(),
    media: conditions.mediaReady() ? 'ok' : 'absent',
    loop: lag.longestMs < BLOCKED_MS ? 'ok' : 'blocked',
    clock: Math.abs(offset) < CLOCK_DIFFERS_MS ? 'ok' : 'differs',
    disk: free >= JOURNAL_ROOM_BYTES ? 'ok' : 'full',
  } as const;
  return {
    ready: Object.values(parts).every((part) => part === 'ok') && !CLOSED_BY.includes(certificate.state),
    ...parts,
    certificate: certificate.state,
    figures: {
      loopP99Ms: Math.round(lag.p99Ms),
      loopLongestMs: Math.round(lag.longestMs),
      clockOffsetMs: Math.round(offset),
      diskFreeBytes: free,
      certificateDaysLeft: certificate.daysLeft,
    },
  };
}
