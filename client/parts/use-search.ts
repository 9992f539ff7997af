import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';

const SETTLE_MS = 250;

export interface Search {
  /** What stands in the field. */
  readonly typed: string;
  /** What to look for: a moment after the last letter, and never a half-composed one. */
  readonly settled: string;
  readonly clear: () => void;
  readonly field: {
    readonly value: string;
    readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
    readonly onCompositionStart: () => void;
    readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
  };
}

/** A search field under a Vietnamese input method, which composes a syllable before it stands. */
export function useSearch(): Search {
  const [typed, setTyped] = useState('');
  const [settled, setSettled] = useState('');
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const take = (words: string) => {
    setTyped(words);
    clearTimeout(timer.current);
    if (!composing.current) timer.current = setTimeout(() => setSettled(words.normalize().trim()), SETTLE_MS);
  };
  const clear = () => {
    clearTimeout(timer.current);
    setTyped('');
    setSettled('');
  };
  return {
    typed,
    settled,
    clear,
    field: {
      value: typed,
      onChange: (event) => take(event.target.value),
      onCompositionStart: () => {
        composing.current = true;
      },
      onCompositionEnd: (event) => {
        composing.current = false;
        take(event.currentTarget.value);
      },
    },
  };
}
