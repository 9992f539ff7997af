import { useEffect, useRef, useState } from 'react';

/** The last value, at most every `restMs`: what moves each second asks for nothing each second. */
export function useCalmed<T>(value: T, restMs: number): T {
  const [calmed, setCalmed] = useState<{ readonly value: T }>({ value });
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  const isStale = !Object.is(calmed.value, value);
  // The waiting begins with the first change and not anew with each: else a busy door would never be read again.
  useEffect(() => {
    if (!isStale) return;
    const timer = setTimeout(() => setCalmed({ value: latest.current }), restMs);
    return () => clearTimeout(timer);
  }, [isStale, restMs]);
  return calmed.value;
}
