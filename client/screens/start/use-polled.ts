import { useCallback, useEffect, useState } from 'react';

/** The last answer of something that is asked for again and again while the page is looked at, and a way to ask now. */
export function usePolled<T>(
  ask: () => Promise<T>,
  everyMs: number,
): { readonly value: T | null; readonly again: () => void } {
  const [value, setValue] = useState<T | null>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout>;
    const next = async () => {
      if (!document.hidden) {
        const answer = await ask();
        if (current) setValue(() => answer);
      }
      if (current) timer = setTimeout(() => void next(), everyMs);
    };
    void next();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [ask, everyMs, round]);
  return { value, again: useCallback(() => setRound((before) => before + 1), []) };
}
