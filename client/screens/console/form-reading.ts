import { z } from 'zod';
import type { ContactInput, PersonInput } from '../../../shared/domain/person.ts';
import { positionsOf } from '../../parts/person-words.ts';

const plainDate = z.iso.date();

/** What stands in a field, trimmed; null when nothing does. */
export function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  const trimmed = typeof value === 'string' ? value.normalize().trim() : '';
  return trimmed === '' ? null : trimmed;
}

/** A whole number of a field; null when there is none. */
export function countIn(form: FormData, name: string): number | null {
  const typed = textIn(form, name);
  return typed !== null && /^\d{1,6}$/u.test(typed) ? Number(typed) : null;
}

/** '30/9/2021' as '2021-09-30'; null when it is no day of the calendar. */
export function dateIn(form: FormData, name: string): string | null {
  const [day = '', month = '', year = ''] = (textIn(form, name) ?? '').split('/');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return plainDate.safeParse(date).success ? date : null;
}

/** A person from the fields of PersonFields; null when neither name nor post is written. */
export function personIn(form: FormData, prefix: string): PersonInput | null {
  const fullName = textIn(form, `${prefix}Name`);
  const positions = positionsOf(textIn(form, `${prefix}Positions`) ?? '');
  return fullName === null && positions.length === 0 ? null : { fullName, positions };
}

export function contactIn(form: FormData, prefix: string): ContactInput | null {
  const person = personIn(form, prefix);
  return person === null ? null : { ...person, phone: textIn(form, `${prefix}Phone`) };
}
