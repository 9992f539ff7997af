import type { RefObject } from 'react';
import { useShortcut } from '../../parts/shortcut.ts';

/** F6 goes to the next part of the console, as between the panes of a desktop program; Shift+F6 goes back. */
export function usePanelCycle(console: RefObject<HTMLElement | null>): void {
  useShortcut('F6', () => step(console.current, 1));
  useShortcut('Shift+F6', () => step(console.current, -1));
}

const REACHABLE = '[tabindex="0"], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), a[href]';

function step(console: HTMLElement | null, by: 1 | -1): void {
  const panels = [...(console?.querySelectorAll<HTMLElement>('[data-panel]') ?? [])];
  const at = panels.findIndex((panel) => panel.contains(document.activeElement));
  const start = at === -1 && by === -1 ? 0 : at;
  for (let turn = 1; turn <= panels.length; turn++) {
    const target = entranceOf(panels[(start + by * turn + panels.length * 2) % panels.length]);
    if (target) return target.focus();
  }
}

/** The row that one was at, else what can be reached first. */
const entranceOf = (panel: Element | null | undefined): HTMLElement | null | undefined =>
  panel?.querySelector<HTMLElement>('[data-row][tabindex="0"]') ?? panel?.querySelector<HTMLElement>(REACHABLE);

/** Goes to one part by name, once a dialog that closes now has given the focus back. */
export function enterPanel(name: string): void {
  setTimeout(() => entranceOf(document.querySelector(`[data-panel="${name}"]`))?.focus());
}
