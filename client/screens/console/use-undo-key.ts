import { useEffect } from 'react';

const UNDO = '.notices .notice:last-child .button:not(.notice-close)';
const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);

/** Presses the way back that is offered last, if one is still offered. */
export const undoLast = (): void => document.querySelector<HTMLElement>(UNDO)?.click();

/** Ctrl Z, outside of fields, where it is the field's own. */
export function useUndoKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!wanted || event.repeat || isField(event.target)) return;
      event.preventDefault();
      undoLast();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
