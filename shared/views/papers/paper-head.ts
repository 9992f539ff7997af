import type { PaperHeadLines } from './paper.ts';
import type { PaperScope } from './paper-scope.ts';
import { calendarDay, longDay } from './paper-time.ts';
import { DOTS, paperWords as words } from './words.ts';

/** The type's sign in the number of a paper: biên bản, thông báo. */
type NumberedType = 'BB' | 'TB';

/** Số 05-BB/BTCTW of a Party body, Số: 05/BB-SNV of a state body; what is not known yet is left to be filled in. */
function numberLine({ head, profile }: PaperScope, type: NumberedType): string {
  // The head keeps the number of the minutes; each type of paper is counted by itself.
  const number = type === 'BB' ? (head.number ?? DOTS) : DOTS;
  const sign = head.sign ?? DOTS;
  return profile === 'party' ? `Số ${number}-${type}/${sign}` : `Số: ${number}/${type}-${sign}`;
}

/** Hà Nội, ngày 05 tháng 02 năm 2026. */
function placeDate({ head, state, ended, day }: PaperScope): string {
  const at = state.records.minutes.signed?.at ?? ended;
  return `${head.place ?? DOTS}, ${longDay(at === null ? day : calendarDay(at))}`;
}

/** The form of state minutes has no place and date in its head; in the Party's the guides differ, and a setting says. */
export function minutesHead(scope: PaperScope): PaperHeadLines {
  const { head, profile } = scope;
  const withPlaceDate = profile === 'party' && head.withPlaceDate;
  return {
    parentBody: head.parentBody,
    issuer: head.issuer,
    number: numberLine(scope, 'BB'),
    placeDate: withPlaceDate ? placeDate(scope) : null,
    mark: markOf(scope),
  };
}

/** A notice goes out on a day that nobody knows when it is written. */
export function noticeHead(scope: PaperScope): PaperHeadLines {
  const { head, day } = scope;
  return {
    parentBody: head.parentBody,
    issuer: head.issuer,
    number: numberLine(scope, 'TB'),
    placeDate: `${head.place ?? DOTS}, ngày ${DOTS} tháng ${DOTS} năm ${day.year}`,
    mark: markOf(scope),
  };
}

const isRehearsal = ({ state }: PaperScope): boolean => state.conference.rehearsalOf !== null;

/** What was only rehearsed is never taken for what was held. */
function markOf(scope: PaperScope): string | null {
  if (isRehearsal(scope)) return words.rehearsal;
  return scope.draft ? words.draft : null;
}

/** A working paper bears whose it is, and no number. */
export const plainHeadLines = (scope: PaperScope): PaperHeadLines => ({
  parentBody: scope.head.parentBody,
  issuer: scope.head.issuer,
  number: null,
  placeDate: null,
  mark: isRehearsal(scope) ? words.rehearsal : null,
});
