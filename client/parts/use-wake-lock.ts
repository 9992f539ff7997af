import { useEffect } from 'react';

/** Keeps the screen lit. The browser takes the lock away when the page is hidden, so it is asked for again. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let left = false;
    const ask = async () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
      // Refused (battery, policy): the wall works on, and the machine's own settings decide about its screen.
      const granted = await navigator.wakeLock.request('screen').catch(() => null);
      if (left) void granted?.release();
      else lock = granted;
    };
    const onVisible = () => void ask();
    onVisible();
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      left = true;
      document.removeEventListener('visibilitychange', onVisible);
      void lock?.release();
    };
  }, []);
}
