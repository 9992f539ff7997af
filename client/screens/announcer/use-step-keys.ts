import { useEffect, useRef } from 'react';

interface Steps {
  readonly forward: () => void;
  readonly back: () => void;
}

const FORWARD = [' ', 'ArrowDown', 'ArrowRight', 'PageDown'];
const BACK = ['ArrowUp', 'ArrowLeft', 'PageUp'];

/** Space and the arrows tick cue by cue, also those of a presenter's remote control; a button keeps its own space. */
export function useStepKeys(steps: Steps): void {
  const latest = useRef(steps);
  useEffect(() => {
    latest.current = steps;
  }, [steps]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (key === ' ' && target instanceof HTMLButtonElement) return;
      if (!FORWARD.includes(key) && !BACK.includes(key)) return;
      event.preventDefault();
      if (FORWARD.includes(key)) latest.current.forward();
      else latest.current.back();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
