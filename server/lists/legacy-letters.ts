import type { FileFault } from '../../shared/protocol/list-import.ts';
import { readAsTcvn3, readAsVni } from './legacy-tables.ts';
import { isSyllable } from './vietnamese-syllable.ts';

/** How the letters of a text were written: as they should be, by an old font's table, or mangled on the way. */
export type Wording = 'plain' | 'vietnamese' | 'tcvn3' | 'vni' | 'mangled';

/** Letters that only Unicode has: the text was written, or converted, in our time. */
const MODERN = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]|[aeiouy](?:\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031B|\u0323)/iu;
const BEYOND_ASCII = /[\u0080-\u00FFμ]/u;
/** UTF-8 that was taken for Windows Latin on the way, and what stands where a letter was lost. */
const MANGLED = /á[º»][\u0080-\u024F\u2000-\u2122]|Ä[‘\u0091\u0090]|Æ[°¡]|Ã[\u0080-\u00BF\u2000-\u2122]|\uFFFD/u;

/** What the letters of one cell say. */
export function wordingOf(cell: string): Wording {
  if (MANGLED.test(cell)) return 'mangled';
  if (MODERN.test(cell)) return 'vietnamese';
  return BEYOND_ASCII.test(cell) ? wordingOfWords(cell) : 'plain';
}

function wordingOfWords(cell: string): Wording {
  const count = { vietnamese: 0, tcvn3: 0, vni: 0, foreign: 0 };
  for (const word of cell.split(NOT_IN_WORDS)) if (word.length > 1) count[wordKind(word)] += 1;
  // A French name among its like is French, and one word alone is taken for old only if nothing speaks against it.
  if (Math.max(count.tcvn3, count.vni) > count.foreign) return count.vni > count.tcvn3 ? 'vni' : 'tcvn3';
  return count.vietnamese > 0 ? 'vietnamese' : 'plain';
}

/** Old letters are signs by our time's table, so signs do not part words. */
const NOT_IN_WORDS = /[\s\d!-@[-`{-~\u0080-\u00A0\u2010-\u2027]+/u;

type WordKind = 'vietnamese' | 'tcvn3' | 'vni' | 'foreign';

const known = new Map<string, WordKind>();
const KNOWN_AT_MOST = 20_000;

function wordKind(word: string): WordKind {
  const before = known.get(word);
  if (before !== undefined) return before;
  const kind = newWordKind(word);
  if (known.size < KNOWN_AT_MOST) known.set(word, kind);
  return kind;
}

/** "µm" is read as Vietnamese by an old table, and is none by any. */
const UNITS = /^[µμ](?:m|g|l|s|A|V|F|Sv)$/u;

function newWordKind(word: string): WordKind {
  if (!BEYOND_ASCII.test(word)) return isSyllable(word) || !/\p{Ll}/u.test(word) ? 'vietnamese' : 'foreign';
  if (isSyllable(word)) return 'vietnamese';
  if (UNITS.test(word) || !/[A-Za-z]/u.test(word)) return 'foreign';
  const vni = readAsVni(word);
  if (vni !== null && isSyllable(vni)) return 'vni';
  return isSyllable(readAsTcvn3(word)) ? 'tcvn3' : 'foreign';
}

/** Counts what the cells of a file are written in, so that the file is judged as a whole. */
export class WordingCount {
  #vietnamese = 0;
  readonly #old = { tcvn3: 0, vni: 0, mangled: 0 };

  add(wording: Wording): void {
    if (wording === 'vietnamese') this.#vietnamese += 1;
    else if (wording !== 'plain') this.#old[wording] += 1;
  }

  /** null: most of the file is as it should be. */
  fault(enough: number): FileFault | null {
    const { tcvn3, vni, mangled } = this.#old;
    const old = tcvn3 + vni + mangled;
    if (old < enough || old <= this.#vietnamese) return null;
    if (mangled >= tcvn3 && mangled >= vni) return 'encoding-unknown';
    return vni > tcvn3 ? 'encoding-vni' : 'encoding-tcvn3';
  }
}

/** Bytes that are not UTF-8: an old font's, where most words with letters beyond ASCII can be read by its table. */
export function wordingOfBytes(bytes: Buffer): FileFault {
  const counts = { vietnamese: 0, tcvn3: 0, vni: 0, foreign: 0 };
  const words = bytes
    .toString('latin1')
    .split(NOT_IN_WORDS)
    .filter((word) => BEYOND_ASCII.test(word));
  for (const word of words) counts[wordKind(word)] += 1;
  const { vietnamese, tcvn3, vni, foreign } = counts;
  if (Math.max(tcvn3, vni) <= foreign + vietnamese / 2) return 'encoding-unknown';
  return vni > tcvn3 ? 'encoding-vni' : 'encoding-tcvn3';
}
