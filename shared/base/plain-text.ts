/**
 * Signs that nobody sees, or that turn around what is seen: with them two names look alike, or a name looks like
 * something else. The joiner and the selector within an emoji are the only ones that a picture needs.
 */
const UNSEEN =
  /(?!(?<=\p{ExtPict})\uFE0F)(?!(?<=[\p{ExtPict}\p{EMod}\uFE0F])\u200D(?=\p{ExtPict}))[\p{DI}\p{Cf}\p{Cs}\p{NChar}\u2028\u2029\u2800]|[^\P{Cc}\n]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');
/** No letter of any language carries more marks; a tower of them covers the lines around it. */
const TOWER = /\p{M}{4}/u;
const TOWERS = /(\p{M}{3})\p{M}+/gu;

/** Whether the text shows all that it holds, and in its order. */
export const isPlain = (text: string): boolean => !UNSEEN.test(text) && !TOWER.test(text);

/** Without the signs that come along when something is pasted. */
export const plain = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\t\u2028\u2029]/gu, ' ')
    .replace(ALL_UNSEEN, '')
    .replace(TOWERS, '$1');

/** The rule of what is asked, wherever it stands in it; what was recorded before there was the rule is read as it is. */
export function isPlainThroughout(asked: unknown): boolean {
  if (typeof asked === 'string') return isPlain(asked);
  if (typeof asked !== 'object' || asked === null) return true;
  for (const part of Object.values(asked)) if (!isPlainThroughout(part)) return false;
  return true;
}

/** What a person has pasted, as it may be asked. */
export function plainThroughout<T>(asked: T): T;
export function plainThroughout(asked: unknown): unknown {
  if (isPlainThroughout(asked)) return asked;
  const mended: unknown = JSON.parse(JSON.stringify(asked), (_, part: unknown) =>
    typeof part === 'string' ? plain(part) : part,
  );
  return mended;
}
