import { useEffect } from 'react';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);

/** The keys that act on the conference; F6 only moves the focus, and may. */
const ACTING_KEY = /^F(?:[234789]|10)$/u;

/** While somebody types, or an input method composes a letter, no key acts on the conference. */
export function useQuietFields(acting: RegExp = ACTING_KEY): void {
  useEffect(() => {
    const guard = (event: KeyboardEvent) => {
      if (event.isComposing || (isField(event.target) && acting.test(event.key))) event.stopImmediatePropagation();
    };
    window.addEventListener('keydown', guard, true);
    return () => window.removeEventListener('keydown', guard, true);
  }, [acting]);
}
