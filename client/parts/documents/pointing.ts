import type { Pointer } from '../../../shared/protocol/pointer.ts';

/** The server takes no more; a hand is followed well enough. */
const EVERY_MS = 50;

/** A finger on its way to everybody: thinned out, and taken off once. */
export function createPointing(send: (pointer: Pointer) => void, now = () => performance.now()) {
  let sentAt = Number.NEGATIVE_INFINITY;
  let isOn = false;
  return {
    move: (at: NonNullable<Pointer['at']>): void => {
      if (now() - sentAt < EVERY_MS) return;
      sentAt = now();
      isOn = true;
      send({ at });
    },
    off: (): void => {
      if (!isOn) return;
      isOn = false;
      send({ at: null });
    },
  };
}
