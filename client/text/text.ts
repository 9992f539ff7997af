import { type Text, vietnamese } from './vietnamese.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each named in itself: whoever needs it cannot read the other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' };

let wanted: Language = 'vi';
let language: Language = 'vi';
const listeners = new Set<() => void>();

/** The words of the language on the screen now. Read them while drawing: what a module keeps of them goes stale. */
export let text: Text = vietnamese;

export const languageNow = (): Language => language;
export const otherLanguage = (): Language => (language === 'vi' ? 'en' : 'vi');

/** English comes when it is asked for; of two quick choices the later one counts. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  wanted = chosen;
  const words = chosen === 'vi' ? vietnamese : (await import('./english.ts')).english;
  if (wanted !== chosen || language === chosen) return;
  language = chosen;
  text = words;
  for (const listener of Array.from(listeners)) listener();
}

export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
