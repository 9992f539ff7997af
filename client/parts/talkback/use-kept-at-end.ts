import { type RefObject, useLayoutEffect, useRef } from 'react';

/** A list whose last entry is the newest: a new one is scrolled into view. */
export function useKeptAtEnd<T extends HTMLElement>(last: string | undefined): RefObject<T | null> {
  const list = useRef<T>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [last]);
  return list;
}
