import { foldForSearch, matchesSearch } from '../../../../shared/base/vietnamese.ts';
import type { Action } from '../action.ts';

/** One line of the palette: a command of the moment, or a way to somewhere on the screen. */
export type PaletteEntry = CommandEntry | WayEntry;

interface CommandEntry {
  readonly kind: 'command';
  readonly id: string;
  readonly label: string;
  /** Found by these words too. */
  readonly also?: string;
  /** Built only for the lines that are shown: each asks the rules. */
  readonly action: () => Action;
}

export interface WayEntry {
  readonly kind: 'way';
  readonly id: string;
  readonly label: string;
  readonly also?: string;
  readonly shortcut: string | null;
  readonly go: () => void;
}

export const command = (id: string, action: Action, also?: string): PaletteEntry => ({
  kind: 'command',
  id,
  label: action.label,
  action: () => action,
  ...(also === undefined ? {} : { also }),
});

/** The best first: what was typed begins the line, its words stand there in order, they stand there at all. */
function closeness({ label }: PaletteEntry, typed: string): number {
  const line = foldForSearch(label);
  const wish = foldForSearch(typed);
  if (line.startsWith(wish)) return 0;
  return line.includes(` ${wish}`) ? 1 : 2;
}

/** Entries in which every typed word begins some word, accents left out; with nothing typed, all as they stand. */
export function findEntries(entries: readonly PaletteEntry[], typed: string, atMost: number): readonly PaletteEntry[] {
  if (typed.trim() === '') return entries.slice(0, atMost);
  return entries
    .filter(({ label, also = '' }) => matchesSearch(`${label} ${also}`, typed))
    .map((entry, place) => ({ entry, place, close: closeness(entry, typed) }))
    .toSorted((a, b) => a.close - b.close || a.place - b.place)
    .slice(0, atMost)
    .map(({ entry }) => entry);
}
