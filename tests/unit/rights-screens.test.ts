import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Where a screen differs by who sits there and no right is asked: the way back, the word for who speaks, whose log. */
const NOT_A_RIGHT: readonly string[] = [
  'client/parts/print-desk.tsx',
  'client/parts/recording/recording-decision.tsx',
  'client/parts/talkback/log-words.ts',
  'client/parts/talkback/technical-log.tsx',
  'client/screens/agenda/agenda-print.tsx',
  'client/screens/console/sheet/seat-fields.tsx',
  'client/screens/library/library-screen.tsx',
  'client/screens/minutes/minutes-top.tsx',
  'client/screens/roll/roll-screen.tsx',
];

/** A comparison of the seat with a named one. */
const comparesSeat = (source: string): boolean => /\bseat\s*[!=]==\s*'|'\s*[!=]==\s*[\w.()]*\bseat\b/.test(source);

test('[RGT15] screens ask the tables of rights; who sits there is compared for words and ways alone', () => {
  const files = readdirSync('client', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const found = files.filter((file) => comparesSeat(readFileSync(file, 'utf8')));
  expect(found.toSorted()).toEqual(NOT_A_RIGHT);
  // The control: such a line would be found.
  expect(comparesSeat("if (seat !== 'secretariat') return null;")).toBe(true);
});
