import type { ContactInput, PersonInput } from '../../shared/domain/person.ts';
import { cleanCell, cleanLines } from './clean-cell.ts';
import { positionsIn } from './positions.ts';

const ADDRESS = /^(?:đồng chí|đ\/c|đc\.?|ông|bà)\s*:?\s+/iu;
const PHONE = /\+?(?:\(\d{2,4}\) ?)?\d[\d .-]{6,18}\d/u;

/** The people of one cell, one a line or between semicolons: a name, and after a comma or a dash the posts. */
export function personsIn(cell: string, positions: string): readonly PersonInput[] {
  const persons = cleanLines(cell)
    .flatMap((line) => line.split(';'))
    .map((one) => one.trim().replace(/^(?:[-–•*+]|\d{1,2}[.)])\s*/u, ''))
    .filter((one) => one !== '')
    .map(personOf);
  const [first, ...others] = persons;
  const posts = positionsIn(positions);
  if (first === undefined) return posts.length === 0 ? [] : [{ fullName: null, positions: [...posts] }];
  return [{ ...first, positions: [...first.positions, ...posts] }, ...others];
}

function personOf(told: string): PersonInput {
  const [called = '', ...rest] = told.split(/\s*,\s*|\s+[-–]\s+/u);
  const posts = rest.length === 0 ? [] : positionsIn(told.slice(called.length).replace(/^[\s,–-]+/u, ''));
  return { fullName: called.replace(ADDRESS, ''), positions: [...posts] };
}

/** A technician's cell may hold the telephone too. */
export function contactIn(cell: string, phone: string): ContactInput | null {
  const told = cleanCell(cell);
  const within = PHONE.exec(told)?.[0];
  const bare =
    within === undefined ? told : told.replace(within, ' ').replace(/(?:đt|sđt|điện thoại|tel)\s*[:.]?\s*$/iu, '');
  const fullName = cleanCell(bare.replace(/\(\s*\)/gu, '').replace(/[\s,;:–-]+$/u, '')).replace(ADDRESS, '');
  const number = cleanCell(phone) === '' ? (within?.trim() ?? null) : cleanCell(phone);
  if (fullName === '' && number === null) return null;
  // A number alone is whose duty it is to answer.
  return fullName === ''
    ? { fullName: null, positions: ['Cán bộ kỹ thuật'], phone: number }
    : { fullName, positions: [], phone: number };
}
