import { useEffect, useRef } from 'react';
import { isTyping } from '../../parts/shortcut.ts';

type IsFree = (target: HTMLElement) => boolean;

/** On a press Enter belongs to that press, except where it is prepared already: there the next step is the take. */
export const leavesEnterFree: IsFree = (target) => {
  const press = target.closest<HTMLElement>('button, a, summary, [role="button"], [role="tab"]');
  return press === null || press.dataset['prepared'] === 'true';
};

/** Beside the pictures there are lists; one that can be paged through keeps the key. */
export const pagesNoList: IsFree = (target) => {
  const list = target.closest('.director-side-body, .director-alerts');
  return list === null || list.scrollHeight <= list.clientHeight;
};

export const anywhere: IsFree = () => true;

/** A key that acts wherever nobody types and no question is open, and where what has the focus leaves it free. */
export function useFreeKey(key: string, act: () => void, isFree: IsFree): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== key || event.repeat || event.defaultPrevented || isTyping(target)) return;
      if (target instanceof HTMLElement && !isFree(target)) return;
      if (document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [key, isFree]);
}
