/** What a wall shows where a moving picture should be. Pure: decided by how long it has been still. */
export type Standing = 'moving' | 'lastFrame' | 'slide';

export interface StillPicture {
  readonly now: number;
  /** Since when no frames come; null while they do. */
  readonly stillSince: number | null;
  /** A frame of the bridge that is to be seen has been kept. */
  readonly hasFrame: boolean;
  /** The wall itself is cut off: the fault is not the bridge's, and its last picture is still the best there is. */
  readonly cutOff: boolean;
}

/** So long a frozen picture is taken for a pause; longer, it would pass for what is happening. */
const FROZEN_MS = 15_000;

export function standingPicture({ now, stillSince, hasFrame, cutOff }: StillPicture): Standing {
  if (stillSince === null) return 'moving';
  return hasFrame && (cutOff || now - stillSince < FROZEN_MS) ? 'lastFrame' : 'slide';
}
