import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/** A list whose last entry is the newest: it is scrolled into view when it comes, and when the list has less room. */
export function useKeptAtEnd<T extends HTMLElement>(last: string | undefined): RefObject<T | null> {
  const list = useRef<T>(null);
  useLayoutEffect(() => toEnd(list.current), [last]);
  const isEmpty = last === undefined;
  useEffect(() => {
    const element = list.current;
    if (isEmpty || element === null) return;
    const observer = new ResizeObserver(() => toEnd(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, [isEmpty]);
  return list;
}

function toEnd(element: HTMLElement | null): void {
  if (element !== null) element.scrollTop = element.scrollHeight;
}
