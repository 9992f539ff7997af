import type { Citation } from '../../domain/records/citation.ts';
import { dayOfIso, shortDay } from './paper-time.ts';
import { citationWords as words } from './words.ts';

/** Quyết định số 71, ngày 18/7/2022 của Bộ Chính trị về “…”. What is not known is left out. */
export function citationText({ kind, number, issuer, date, title }: Citation): string {
  const day = date === null ? '' : `, ${words.day} ${shortDay(dayOfIso(date))}`;
  const parts = [
    // "Nghị quyết Trung ương 6 khóa XII" has a name in place of a number.
    number === null ? kind : /^\d/u.test(number) ? `${kind} ${words.number} ${number}` : `${kind} ${number}`,
    issuer === null ? null : `${words.of} ${issuer}`,
    title === null ? null : words.about(title),
  ].filter((part) => part !== null);
  const [named = '', ...rest] = parts;
  return [`${named}${day}`, ...rest].join(' ');
}
