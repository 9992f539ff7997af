import { CROCKFORD } from '../../shared/base/short-id.ts';
import { type DelegateId, delegateIdSchema } from '../../shared/domain/ids.ts';

const IN_TIME = 7;
const IN_ORDER = 5;
const TICK_MS = 32;
const BEGINNING = Date.UTC(2026, 0, 1);

/**
 * Ids of twelve letters for the rows of one file. They ascend: the index of 1.9 million of them then grows at its end
 * instead of everywhere at once. That they can be guessed is no matter, since a badge carries a check beside the id.
 */
export function delegateIds(now: number): () => DelegateId {
  const beginning = inLetters(Math.floor(Math.max(0, now - BEGINNING) / TICK_MS), IN_TIME);
  let last = 0;
  return () => delegateIdSchema.parse(`${beginning}${inLetters(last++, IN_ORDER)}`);
}

function inLetters(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place++) {
    text = `${CROCKFORD.charAt(rest % CROCKFORD.length)}${text}`;
    rest = Math.floor(rest / CROCKFORD.length);
  }
  return text;
}
