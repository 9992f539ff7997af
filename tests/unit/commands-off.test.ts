import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** A mark that says how the line is and switches nothing off; the hook knows of the line and of the journal. */
const MARKS = [
  'screens/announcer/announcer-bar.tsx',
  'screens/bridge/delegate-roll.tsx',
  'screens/chair/chair-screen.tsx',
  'screens/phone/phone-screen.tsx',
];
const HOOK = 'sync/use-commands-off.ts';

test('[STO10] why no command can be sent is asked in one place: no press knows of the line and not of the journal', () => {
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const sourceOf = (name: string): string => readFileSync(join('client', name), 'utf8');
  const reading = files.filter((name) => !name.startsWith('text/') && sourceOf(name).includes('common.offlineReason'));
  expect(reading.toSorted()).toEqual([...MARKS, HOOK]);
  // Nor does a mark switch anything off by the line alone.
  expect(MARKS.filter((name) => /disabled=\{!?(?:isO|o)(?:nline|ffline)/.test(sourceOf(name)))).toEqual([]);
  expect(sourceOf(HOOK)).toContain('useJournalState');
});
