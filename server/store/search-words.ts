import { foldForSearch } from '../../shared/base/vietnamese.ts';

/**
 * The words under which a delegate is found. Each stands in the index folded, so that it is found without accents, and
 * if it has accents once more with them, so that who types them sees exact hits first. The second form begins with a
 * dot that no folded word has, and its tone stands at its end: "hoà" and "hòa" are one word.
 */
interface Word {
  readonly folded: string;
  /** null: the word has no accents. */
  readonly accented: string | null;
}

const TONES = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const BETWEEN = /[^\p{L}\p{N}\p{M}]+/u;
const MOST_KNOWN = 50_000;

/** Vietnamese has some thousand syllables, and lists repeat them: each is taken apart once. */
const known = new Map<string, Word>();

function wordOf(written: string): Word {
  const found = known.get(written);
  if (found !== undefined) return found;
  const folded = foldForSearch(written);
  const word = { folded, accented: folded === written ? null : accentedForm(written) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(written, word);
  return word;
}

function accentedForm(written: string): string {
  const decomposed = written.normalize('NFD');
  const tone = TONES.indexOf(decomposed.match(TONE)?.[0] ?? '');
  return `·${decomposed.replace(TONE, '').normalize('NFC')}${tone + 1}`;
}

const wordsIn = (text: string): readonly Word[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(BETWEEN)
    .filter((written) => written !== '')
    .map(wordOf)
    .filter(({ folded }) => folded !== '');

/** What the index holds for a row, before the mark of its block: every form once, single spaces. */
export function indexWords(texts: readonly string[]): string {
  const forms = new Set<string>();
  for (const { folded, accented } of wordsIn(texts.join(' '))) {
    forms.add(folded);
    if (accented !== null) forms.add(accented);
  }
  return [...forms].join(' ');
}

export interface TypedWords {
  /** Beginnings of folded words. */
  readonly folded: readonly string[];
  /** For each word its form with accents, or the beginning where none was typed; null: nothing has accents. */
  readonly exact: readonly ({ readonly accented: string } | { readonly folded: string })[] | null;
}

const MOST_WORDS = 8;

export function typedWords(typed: string): TypedWords {
  const words = wordsIn(typed).slice(0, MOST_WORDS);
  const exact = words.map(({ folded, accented }) => (accented === null ? { folded } : { accented }));
  return {
    folded: words.map(({ folded }) => folded),
    exact: exact.some((word) => 'accented' in word) ? exact : null,
  };
}

/** Whether a text of `indexWords` holds every word that was typed, and whether with its accents. */
export function hitBy(text: string, { folded, exact }: TypedWords): { readonly hit: boolean; readonly exact: boolean } {
  const forms = text.split(' ');
  const begins = (beginning: string): boolean => forms.some((form) => form.startsWith(beginning));
  const hit = folded.every(begins);
  return {
    hit,
    exact:
      hit &&
      exact !== null &&
      exact.every((word) => ('accented' in word ? forms.includes(word.accented) : begins(word.folded))),
  };
}

/** The form of a name by which two spellings of it are the same: letters and tones, whatever the tone's place or case. */
export const nameForm = (name: string): string =>
  wordsIn(name)
    .map(({ folded, accented }) => accented ?? folded)
    .join(' ');
