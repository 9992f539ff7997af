import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { type Language, languageNow } from '../text/text.ts';
import type { Readable } from './cell.ts';
import { shallowEqual } from './shallow-equal.ts';

export const useReadable = <T>(cell: Readable<T>): T => useSyncExternalStore(cell.subscribe, cell.get);

/**
 * A reading of a value. It is computed once per value and language (it may hold words), and an equal result keeps its identity, so `select` may build
 * a fresh list or object without re-drawing its component at every change of something else.
 */
export function useSelected<S, T>(cell: Readable<S>, select: (value: S) => T): T {
  const committed = useRef<{ readonly value: T } | null>(null);
  const read = useMemo(() => {
    let last: { readonly from: S; readonly language: Language; readonly value: T } | null = null;
    return () => {
      const from = cell.get();
      const language = languageNow();
      if (last !== null && Object.is(last.from, from) && last.language === language) return last.value;
      const before = last ?? committed.current;
      const fresh = select(from);
      const value = before !== null && shallowEqual(before.value, fresh) ? before.value : fresh;
      last = { from, language, value };
      return value;
    };
  }, [cell, select]);
  const value = useSyncExternalStore(cell.subscribe, read);
  useEffect(() => {
    committed.current = { value };
  }, [value]);
  return value;
}
