import type { RowFault } from '../../shared/protocol/list-import.ts';
import { cleanCell } from './clean-cell.ts';
import { type Wording, wordingOf } from './legacy-letters.ts';

export interface ReadCell {
  /** As people see it, composed; '' for a blank and for a dash that says so. */
  readonly text: string;
  readonly wording: Wording;
  readonly fault: RowFault | null;
}

const BLANK: ReadCell = { text: '', wording: 'plain', fault: null };
const DASH = /^[-–—_.…]+$/u;
/** What a spreadsheet writes where it could not compute. */
const FAILED = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/u;

/** Numbers, codes and seats for the most part: nothing to be cleaned and nothing to be doubted. */
const PLAIN = /^[0-9A-Za-z](?:[!-~]| (?! |$))*$/;

export function readCell(raw: string): ReadCell {
  if (raw === '') return BLANK;
  if (PLAIN.test(raw)) return { text: raw, wording: 'plain', fault: null };
  const wording = wordingOf(raw);
  const text = cleanCell(raw);
  const blank = text === '' || DASH.test(text);
  return { text: blank ? '' : text, wording, fault: blank ? null : faultOf(raw, text, wording) };
}

function faultOf(raw: string, text: string, wording: Wording): RowFault | null {
  if (wording !== 'plain' && wording !== 'vietnamese') return 'legacy-letters';
  if (raw.trimStart().startsWith('=')) return 'formula';
  return text.startsWith('#') && FAILED.test(text) ? 'value-unreadable' : null;
}

const KEPT_AT_MOST = 50_000;

/** Remembers what a text gave: in a list most units, categories and posts come again and again. */
export function remembering<T>(make: (raw: string) => T): (raw: string) => T {
  const kept = new Map<string, T>();
  return (raw) => {
    const before = kept.get(raw);
    if (before !== undefined) return before;
    const made = make(raw);
    if (kept.size >= KEPT_AT_MOST) kept.clear();
    kept.set(raw, made);
    return made;
  };
}
