import { chooseLanguage, LANGUAGES, type Language, languageNow, onLanguage } from './text.ts';

const KEY = 'language';
const IN_ADDRESS = 'lang';

interface Page {
  readonly address: URL;
  readonly root: { lang: string };
  readonly readKept: () => string | null;
  readonly keep: (language: Language) => void;
  readonly replaceAddress: (address: URL) => void;
}

/** A browser may refuse its storage; then the choice lives as long as the page. */
const browserPage = (): Page => ({
  address: new URL(location.href),
  root: document.documentElement,
  readKept: () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  keep: (language) => {
    try {
      localStorage.setItem(KEY, language);
    } catch {
      // The screen has the language all the same.
    }
  },
  replaceAddress: (address) => history.replaceState(history.state, '', address),
});

const isLanguage = (word: string | null): word is Language => LANGUAGES.some((language) => language === word);

/** The language of the page: of its address, else the one chosen last on this machine. `<html lang>` follows. */
export async function keepLanguage(page: Page = browserPage()): Promise<() => void> {
  const asked = page.address.searchParams.get(IN_ADDRESS);
  const kept = page.readKept();
  const first = isLanguage(asked) ? asked : isLanguage(kept) ? kept : languageNow();
  // A link of invitation names a language once; the screen it leads to has another address.
  if (isLanguage(asked)) page.keep(asked);
  const leave = onLanguage(() => {
    page.root.lang = languageNow();
    page.keep(languageNow());
    if (asked !== null) page.replaceAddress(withLanguage(page, languageNow()));
  });
  await chooseLanguage(first);
  page.root.lang = languageNow();
  return leave;
}

/** The address goes before what is kept, so it must not go on naming the language that was left. */
function withLanguage({ address }: Page, language: Language): URL {
  const next = new URL(address);
  next.searchParams.set(IN_ADDRESS, language);
  return next;
}
