import { useEffect, useRef } from 'react';

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** 'F8', 'Ctrl+K', 'N': the key as the button shows it, without regard to the case of the letter. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const parts = shortcut.split('+').map((part) => part.toLowerCase());
  const key = parts.at(-1);
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  return (
    event.key.toLowerCase() === key &&
    (event.ctrlKey || event.metaKey) === wants('ctrl') &&
    event.altKey === wants('alt') &&
    event.shiftKey === wants('shift')
  );
}

/** A bare letter is typing while a field has the focus; nothing is pressed behind an open dialog, and nothing twice. */
function mayAct(event: KeyboardEvent, shortcut: string): boolean {
  if (event.repeat || event.defaultPrevented) return false;
  const bare = shortcut.length === 1;
  if (bare && isTyping(event.target)) return false;
  return document.querySelector('dialog[open]') === null;
}

export function useShortcut(shortcut: string | undefined, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    if (shortcut === undefined) return;
    const onKey = (event: KeyboardEvent) => {
      if (!matchesShortcut(event, shortcut) || !mayAct(event, shortcut)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shortcut]);
}
