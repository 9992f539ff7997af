import { useEffect, useRef } from 'react';

/** F1 calls whatever stands open, a dialog too: who needs help does not first look for the way out of a form. */
export function useHelpKey(act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      // The browser's own help would cover the hall's screen.
      event.preventDefault();
      if (!event.repeat) latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
