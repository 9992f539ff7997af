import { useCallback, useSyncExternalStore } from 'react';
import { useSync } from './conference-context.ts';

/** Timers fire a moment early or late; a tick that is early would show the second before. */
const MARGIN_MS = 5;

/**
 * The server's time in milliseconds, cut to whole steps of `everyMs`, so that every clock on the screen, and every
 * screen in the hall, turns at the same moment.
 */
export function useServerNow(everyMs = 1_000): number {
  const { time } = useSync();
  const subscribe = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout>;
      const wait = () => {
        timer = setTimeout(tick, everyMs - (time.now() % everyMs) + MARGIN_MS);
      };
      const tick = () => {
        listener();
        wait();
      };
      wait();
      return () => clearTimeout(timer);
    },
    [time, everyMs],
  );
  return useSyncExternalStore(subscribe, () => Math.floor(time.now() / everyMs) * everyMs);
}
