import type { Stuck } from '../../sync/reload.ts';

/** When an unattended wall is stuck. Pure: the page's own signs of life at one moment. */
export interface Vitals {
  readonly now: number;
  /** The previous look; far back when the page was frozen or the machine slept. */
  readonly lookedAt: number;
  /** Since when the line to the server is not up; null while it is. */
  readonly offlineSince: number | null;
  /** Since when the shown picture stands still although one should move; null while it moves or none is due. */
  readonly stillSince: number | null;
  /** The last reload that a still picture caused: the fault may be the bridge's, and a wall must not flicker. */
  readonly reloadedForPictureAt: number;
}

export const PATIENCE_MS = 60_000;
export const PICTURE_RELOAD_EVERY_MS = 600_000;

export function stuckBy(vitals: Vitals): Stuck | null {
  const { now, lookedAt, offlineSince, stillSince, reloadedForPictureAt } = vitals;
  if (now - lookedAt > PATIENCE_MS) return 'frozen';
  if (offlineSince !== null && now - offlineSince > PATIENCE_MS) return 'offline';
  const still = stillSince !== null && now - stillSince > PATIENCE_MS;
  return still && now - reloadedForPictureAt > PICTURE_RELOAD_EVERY_MS ? 'picture' : null;
}
