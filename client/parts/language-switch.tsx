import { chooseLanguage, LANGUAGE_NAMES, otherLanguage } from '../text/text.ts';
import { useLanguage } from '../text/use-language.ts';

/** Names the other language in itself: whoever needs it cannot read this one. */
export function LanguageSwitch({ className = '' }: { readonly className?: string }) {
  useLanguage();
  const other = otherLanguage();
  return (
    <button
      type="button"
      className={`button language-switch ${className}`.trimEnd()}
      data-tone="quiet"
      lang={other}
      onClick={() => void chooseLanguage(other)}
    >
      {LANGUAGE_NAMES[other]}
    </button>
  );
}
