/** How a Vietnamese syllable is built: an onset, a vowel, an ending; one tone at most. */
const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
const CLOSED = '(?:ch|nh|ng|[cmnpt])';
/** Vowels that stand alone or before a consonant, those that need one, those that end the syllable themselves. */
const OPEN_OR_CLOSED = 'a|e|ê|i|o|ô|ơ|u|ư|y|oa|oe|uê|uơ|uy|oo|ua|ue|ươ';
const NEEDS_CLOSED = 'ă|â|oă|uâ|iê|yê|uô|ươ|uyê|uă';
const ENDS =
  'ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iêu|yêu|oi|ôi|ơi|ua|ui|uôi|ưa|ưi|ươi|ưu|ươu|oai|oay|oao|oeo|uây|uya|uyu|uay|uai|uao|ya';
const SYLLABLE = new RegExp(
  `^${ONSET}(?:(?:${OPEN_OR_CLOSED})${CLOSED}?|(?:${NEEDS_CLOSED})${CLOSED}|(?:${ENDS}))$`,
  'u',
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const lowerTail = (word: string): boolean => word.slice(1) === word.slice(1).toLocaleLowerCase('vi');
const allCapitals = (word: string): boolean => word === word.toLocaleUpperCase('vi');

/** Whether a word could be Vietnamese as it stands: its letters, its one tone, and no capital in its middle. */
export function isSyllable(word: string): boolean {
  if (word.length > 7 || !(lowerTail(word) || allCapitals(word))) return false;
  const marked = word.normalize('NFD');
  if ((marked.match(TONES)?.length ?? 0) > 1) return false;
  return SYLLABLE.test(marked.replace(TONES, '').normalize('NFC').toLocaleLowerCase('vi'));
}
