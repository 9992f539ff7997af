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

const SENDS = /\b(?:useIssue|useAct|useSay|useDirect|useSend)\(\)|\bpostCommand\(/;
const SWITCHED_OFF = /\b(?:useCommandsOff|SubmitLine|CommandForm|useDesk)\b/;

/** They send and have nothing of their own to press: who asks them is switched off, or it is a key or a way back. */
const NO_PRESS: Readonly<Record<string, string>> = {
  'parts/archive/people-kept.tsx': 'over HTTP, on the page of conferences, which has no line',
  'parts/lines/swap-press.tsx': 'the way back in a notice',
  'parts/talkback/centre-call.ts': 'sends by itself when the panel is left',
  'screens/bridge/delegate-line.tsx': 'the way back in a notice',
  'screens/bridge/talk/help-press.tsx': 'a key beside a CommandButton',
  'screens/bridge/use-report.ts': 'headcount-form.tsx has the press',
  'screens/console/action-button.tsx': 'a CommandButton, and the way back in a notice',
  'screens/console/queue-list.tsx': 'keys of a list',
  'screens/console/requests-block.tsx': 'keys of a list',
  'screens/console/roll-call/readiness-dialog.tsx': 'a CommandButton, and the way back in a notice',
  'screens/console/roll-call/use-roll-run.ts': 'roll-call-panel.tsx has the presses',
  'screens/console/sheet/delegates-section.tsx': 'keys of a list',
  'screens/console/use-act.ts': 'asked by others',
  'screens/console/use-agenda-acts.ts': 'keys of a list, and IconButton',
  'screens/console/use-call-again-later.ts': 'unanswered-call.tsx has the press',
  'screens/console/use-queue-acts.ts': 'keys of a list, and IconButton',
  'screens/lines/use-open-check.ts': 'due-list.tsx and bridge-panel.tsx have the presses',
  'screens/minutes/follow-up/remove-press.tsx': 'a CommandButton, and the way back in a notice',
  'screens/minutes/follow-up/use-ungroup.ts': 'the way back in a notice',
  'screens/minutes/notes/notes-provider.tsx': 'sends by itself what is typed, and again',
  'screens/present/handed-slides.tsx': 'keys beside CommandButtons',
  'screens/start/create-conference.tsx': 'over HTTP, before there is a conference',
  'sync/send-command.ts': 'asked by others',
};

test('[STO15] whatever sends a command is switched off with the line and the journal, or has no press of its own', () => {
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
  const sourceOf = (name: string): string => readFileSync(join('client', name), 'utf8');
  const open = files.filter((name) => SENDS.test(sourceOf(name)) && !SWITCHED_OFF.test(sourceOf(name)));
  expect(open.toSorted()).toEqual(Object.keys(NO_PRESS).toSorted());
});
