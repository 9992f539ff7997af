import type { ContactInput, PersonInput } from '../../../shared/domain/person.ts';
import { readDate } from '../../parts/date-field.tsx';
import { positionsOf } from '../../parts/person-words.ts';

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

/** A day of a DateField; null when it is none. */
export const dateIn = (form: FormData, name: string): string | null => readDate(textIn(form, name) ?? '');

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
