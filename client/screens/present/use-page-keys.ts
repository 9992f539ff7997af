import { useEffect, useRef } from 'react';
import { isTyping } from '../../parts/shortcut.ts';

/** What keyboards and the remotes of presenters send. */
const STEPS: ReadonlyMap<string, 1 | -1> = new Map([
  ['ArrowRight', 1],
  ['ArrowDown', 1],
  ['PageDown', 1],
  ['ArrowLeft', -1],
  ['ArrowUp', -1],
  ['PageUp', -1],
]);

export function usePageKeys(turn: (step: 1 | -1) => void): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  }, [turn]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS.get(event.key);
      const isOurs = !event.ctrlKey && !event.altKey && !event.metaKey && !event.repeat && !isTyping(event.target);
      if (step === undefined || !isOurs || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(step);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
