import { randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

/** Read over a telephone and typed by hand: no letter or digit that looks or sounds like another. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const GROUPS = 2;
const GROUP_LENGTH = 5;
const stretch = promisify<string, string, number, Buffer>(scrypt);

/** `XXXXX-XXXXX` */
export function newCode(): string {
  const group = (): string =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '').join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** A code is short, so its hash is made slow; it has no salt of its own, as it is found by its hash. */
export const hashOfCode = (typed: string): Promise<Buffer> =>
  stretch(typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''), 'a code of a deputy', 32);
