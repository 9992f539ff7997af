import { type RefObject, useEffect } from 'react';
import { isTyping } from '../../parts/shortcut.ts';

/** On a press Enter belongs to that press, except where it is prepared already: there the next step is the take. */
function isFree(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement) || isTyping(target)) return false;
  const press = target.closest<HTMLElement>('button, a, summary, [role="button"], [role="tab"]');
  return press === null || press.dataset['prepared'] === 'true';
}

/** Enter is the press of the take wherever nothing else has the focus. */
export function useEnterTakes(place: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPlain = event.key === 'Enter' && !event.repeat && !event.defaultPrevented;
      if (!isPlain || !isFree(event.target) || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      place.current?.querySelector<HTMLElement>('button:not(:disabled)')?.click();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [place]);
}
