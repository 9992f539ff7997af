import type { RefObject } from 'react';
import { useShortcut } from '../../parts/shortcut.ts';

/** From field to field without the mouse, and back to whoever speaks. */
export function useCourseKeys(pane: RefObject<HTMLElement | null>, toLive: () => void): void {
  const step = (by: 1 | -1) => {
    const fields = [...(pane.current?.querySelectorAll<HTMLTextAreaElement>('[data-note]') ?? [])];
    const at = fields.findIndex((field) => field === document.activeElement);
    const next = at === -1 ? fields[by === 1 ? 0 : fields.length - 1] : fields[at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useShortcut('Alt+ArrowDown', () => step(1));
  useShortcut('Alt+ArrowUp', () => step(-1));
  useShortcut('Alt+End', toLive);
}
