import { chooseLanguage, otherLanguage } from '../text/text.ts';
import { useShortcut } from './shortcut.ts';

/** For a screen that shows no control, such as a wall: the key L changes the language. */
export function useLanguageKey(): void {
  useShortcut('L', () => void chooseLanguage(otherLanguage()));
}
