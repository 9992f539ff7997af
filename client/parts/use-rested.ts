import { useEffect, useRef, useState } from 'react';

/** The value, at most once in so many milliseconds; the last one always comes. */
export function useRested<T>(value: T, everyMs: number): T {
  const [rested, setRested] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = performance.now();
        setRested(() => value);
      },
      Math.max(0, last.current + everyMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return rested;
}
