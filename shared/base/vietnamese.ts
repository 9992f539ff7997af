/** Vietnamese text: the one form in which it is searched and the one order in which names stand (docs: domain rules). */

/** For search: no accents, đ as d, lower case, single spaces. The same fold is applied to what is typed. */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/gu, 'd')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Every typed word begins some word of the text, in any order: "giang an" finds "An Giang". */
export function matchesSearch(text: string, typed: string): boolean {
  const words = foldForSearch(text).split(' ');
  return foldForSearch(typed)
    .split(' ')
    .every((prefix) => words.some((word) => word.startsWith(prefix)));
}

/** Tone marks in the order of the Vietnamese dictionary: ngang, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
const TONE = /[\u0300\u0309\u0303\u0301\u0323]/gu;
const alphabet = new Intl.Collator('vi');

interface Syllable {
  readonly letters: string;
  readonly tone: number;
}

/** A tone may stand on either vowel (hoà, hòa): letters and tone are compared apart, so both spellings are equal. */
function syllable(word: string): Syllable {
  const decomposed = word.normalize('NFD');
  const mark = decomposed.match(TONE)?.[0];
  return {
    letters: decomposed.replace(TONE, '').normalize('NFC').toLocaleLowerCase('vi'),
    tone: mark === undefined ? 0 : TONES.indexOf(mark) + 1,
  };
}

function compareWords(a: string, b: string): number {
  const left = syllable(a);
  const right = syllable(b);
  return alphabet.compare(left.letters, right.letters) || left.tone - right.tone;
}

/** Given name first, then family name, then what stands between: the order of every Vietnamese list of people. */
function nameKey(fullName: string): readonly string[] {
  const words = fullName.split(/\s+/u).filter((word) => word !== '');
  return [...words.slice(-1), ...words.slice(0, -1)];
}

export function compareNames(a: string, b: string): number {
  const left = nameKey(a);
  const right = nameKey(b);
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = compareWords(left[i] ?? '', right[i] ?? '');
    if (order !== 0) return order;
  }
  return 0;
}
