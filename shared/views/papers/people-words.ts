import { foldForSearch } from '../../base/vietnamese.ts';
import type { FormatProfile } from '../../domain/records/minutes.ts';
import { DOTS, paperWords as words } from './words.ts';

/** Anybody whom a paper names: by name, by posts, or by both. */
export interface NamedPerson {
  readonly fullName: string | null;
  /** In the order in which they are read out. */
  readonly positions: readonly string[];
}

/** "đồng chí Võ Văn Thưởng, Ủy viên Bộ Chính trị, …": the posts stand as they were entered, never sorted. */
export function titled({ fullName, positions }: NamedPerson, profile: FormatProfile): string {
  if (fullName === null) return positions.length === 0 ? DOTS : positions.join(', ');
  const named = profile === 'party' ? `${words.comrade} ${fullName}` : fullName;
  return [named, ...positions].join(', ');
}

/** A; B; C: people with posts hold commas of their own. */
export const titledAll = (people: readonly NamedPerson[], profile: FormatProfile): string =>
  people.map((person) => titled(person, profile)).join('; ');

/** "Đồng chí A, Trưởng ban, trình bày báo cáo": posts after a name end with a comma before the verb. */
export function doing(person: NamedPerson, verb: string, profile: FormatProfile): string {
  const comma = person.fullName !== null && person.positions.length > 0 ? ',' : '';
  return `${titled(person, profile)}${comma} ${verb}`;
}

/** The same person, however often entered: two who bear one name differ in their first post. */
export const personKey = ({ fullName, positions }: NamedPerson): string =>
  foldForSearch([fullName ?? '', positions[0] ?? ''].join(' '));

/** Posts are told once: whoever was introduced is called by name from then on. */
export const introduced = (person: NamedPerson, known: ReadonlySet<string>): NamedPerson =>
  person.fullName !== null && known.has(personKey(person)) ? { fullName: person.fullName, positions: [] } : person;

export const keysOf = (people: readonly NamedPerson[]): ReadonlySet<string> => new Set(people.map(personKey));

export const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);
export const upper = (text: string): string => text.toLocaleUpperCase('vi');

/** What was entered as a heading, inside of a sentence: "Năm 2022" becomes "năm 2022". */
export const inSentence = (text: string): string =>
  /^(Năm|Quý|Tháng|Tuần|Kỳ|Giai đoạn)(?!\p{L})/u.test(text)
    ? text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
    : text;

/** Ends with one full stop, whatever the writer put there. */
export const sentence = (text: string): string =>
  /[.!?…:;]$/u.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`;

const KIND_OF_UNIT = /^(tinh|thanh pho|tp\.?|xa|phuong|dac khu) /u;

/** Whether one of the texts already says so. */
export function isSaidIn(unit: string, texts: readonly string[]): boolean {
  const bare = foldForSearch(unit).replace(KIND_OF_UNIT, '');
  return texts.some((text) => foldForSearch(text).includes(bare));
}
