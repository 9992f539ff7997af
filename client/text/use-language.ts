import { useSyncExternalStore } from 'react';
import { type Language, languageNow, onLanguage } from './text.ts';

/** The language now; draws its component again at a switch, even one that React would skip (`memo`). */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, languageNow);
