import { minutesAppendices } from './appendices.ts';
import { attendancePart } from './attendance-part.ts';
import { conclusionBlocks } from './conclusion-part.ts';
import {
  chairLine,
  contentLine,
  documentLines,
  otherFacts,
  placeText,
  recorderLine,
  timeText,
} from './opening-lines.ts';
import type { Block } from './paper.ts';
import { minutesHead } from './paper-head.ts';
import { bold, field, heading, paragraph } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { minutesSignatures } from './paper-signatures.ts';
import type { PaperText } from './paper-text.ts';
import { calendarDay, clockWords, longDay } from './paper-time.ts';
import { proceedings } from './proceedings.ts';
import { minutesWords as words } from './words.ts';

export function minutesPaper(scope: PaperScope): PaperText {
  return {
    head: minutesHead(scope),
    title: words.title,
    subject: scope.state.conference.title,
    blocks: scope.profile === 'party' ? partyBlocks(scope) : stateBlocks(scope),
    signatures: minutesSignatures(scope),
    recipients: scope.head.recipients,
    appendices: minutesAppendices(scope),
  };
}

/** Fields in the order of Hướng dẫn 16-HD/VPTW. */
const partyBlocks = (scope: PaperScope): readonly Block[] => [
  field(words.time, timeText(scope)),
  field(words.place, placeText(scope)),
  contentLine(scope),
  chairLine(scope),
  recorderLine(scope),
  ...documentLines(scope),
  ...otherFacts(scope),
  heading(1, `1. ${words.attendance}`),
  ...attendancePart(scope, '1.'),
  heading(1, `2. ${words.proceedings}`),
  ...proceedings(scope, '2.'),
  heading(1, `3. ${words.conclusion}`),
  ...conclusionBlocks(scope),
  paragraph(`${endText(scope)}.`),
];

/** Fields in the order of mẫu 1.9, Nghị định 30/2020/NĐ-CP; the form has no field for the rest, which follows them. */
const stateBlocks = (scope: PaperScope): readonly Block[] => [
  field(words.startTime, timeText(scope)),
  field(words.place, placeText(scope)),
  paragraph(bold(`${words.stateAttendance}:`)),
  ...attendancePart(scope, ''),
  chairLine(scope),
  recorderLine(scope),
  ...documentLines(scope),
  ...otherFacts(scope),
  paragraph(bold(`${words.stateProceedings}:`)),
  ...proceedings(scope, ''),
  paragraph(bold(`${words.conclusion}:`)),
  ...conclusionBlocks(scope),
  // The sign by which a state paper says that nothing follows.
  paragraph(`${endText(scope)}./.`),
];

const endText = ({ ended }: PaperScope): string =>
  ended === null ? words.endOpen : words.ended(clockWords(ended), longDay(calendarDay(ended)));
