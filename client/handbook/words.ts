/** The handbook speaks with words of its own: those of the other screens are ten times as many. */
import { useSyncExternalStore } from 'react';
import { handbookText as vietnamese } from '../text/vi/handbook.ts';
import type { Widened } from '../text/widened.ts';

export type Words = Widened<typeof vietnamese>;

const KEY = 'language';
const listeners = new Set<() => void>();

/** A browser may refuse its storage; then the choice lives as long as the page. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function keep(code: string): void {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // The page has the language all the same.
  }
}

let said: Words = vietnamese;

export const words = (): Words => said;

/** The other language, named in itself: whoever needs it cannot read this one. */
export const otherLanguage = (): { readonly code: 'vi' | 'en'; readonly own: string } =>
  said === vietnamese ? { code: 'en', own: 'English' } : vietnamese.language;

/** English comes when it is asked for. */
export async function switchLanguage(): Promise<void> {
  said = said === vietnamese ? (await import('../text/en/handbook.ts')).handbookText : vietnamese;
  keep(said.language.code);
  for (const listener of listeners) listener();
}

/** The language that was chosen last on this phone. */
export async function startLanguage(): Promise<void> {
  if (kept() === 'en') await switchLanguage();
}

/** The words now; draws its component again at a switch. */
export const useWords = (): Words =>
  useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, words);
