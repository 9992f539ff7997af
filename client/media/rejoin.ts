import { DisconnectReason, type ReconnectPolicy } from 'livekit-client';
import type { MediaState } from '../../shared/protocol/media-state.ts';

/**
 * The library's own reconnection resumes the signalling and leaves the flowing media alone, so that pictures and sound
 * outlive a coordinator that is away for minutes. Its default gives up after 45 seconds; this one never does.
 */
const MOST_BETWEEN_RESUMES_MS = 4_000;
export const endlessReconnect: ReconnectPolicy = {
  nextRetryDelayInMs: ({ retryCount }) =>
    Math.min(MOST_BETWEEN_RESUMES_MS, 300 * retryCount * (retryCount + 1)) * (0.75 + Math.random() / 2),
};

const FIRST_MS = 500;
const MOST_MS = 5_000;

/** Waiting before the n-th try to join; spread, so that a country of bridges does not come back in one second. */
export const rejoinDelay = (attempt: number, random: number): number =>
  Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(attempt, 4)) * (0.5 + random / 2);

/** Only two endings are not healed by joining again: another machine is in this place, or the page is leaving. */
export function afterDisconnect(reason: DisconnectReason | undefined): 'rejoin' | 'replaced' | 'over' {
  switch (reason) {
    case DisconnectReason.DUPLICATE_IDENTITY:
      return 'replaced';
    case DisconnectReason.CLIENT_INITIATED:
      return 'over';
    default:
      return 'rejoin';
  }
}

/**
 * Whether the LiveKit that is ready now is another one, without the rooms of before. A server that was started again
 * brings one along, and a screen may find it ready without ever having seen it otherwise.
 */
export const isAnotherLiveKit = (before: MediaState, now: Extract<MediaState, { state: 'ready' }>): boolean =>
  before.state !== 'ready' || before.run !== now.run;
