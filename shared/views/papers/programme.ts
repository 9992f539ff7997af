import type { AgendaItem } from '../../domain/agenda/agenda.ts';
import { announcedTimes, type PlannedTimes } from '../../domain/agenda/planned.ts';
import { placeText } from './opening-lines.ts';
import { plainHeadLines } from './paper-head.ts';
import { field } from './paper-parts.ts';
import type { PaperScope } from './paper-scope.ts';
import { tableOf } from './paper-table.ts';
import type { PaperText } from './paper-text.ts';
import { calendarDay, clockDigits, dayOfIso, isSameDay, longDay } from './paper-time.ts';
import { capital, titled } from './people-words.ts';
import { programmeWords as words } from './words-of-sheets.ts';

/** The programme as it is announced: what was taken out is not printed. */
export function programmePaper(scope: PaperScope): PaperText {
  const { conference } = scope.state;
  return {
    head: plainHeadLines(scope),
    title: words.title,
    subject: conference.title,
    blocks: [
      field(words.day, `${longDay(dayOfIso(conference.date)).replace(/^ngày /u, '')}.`),
      field(words.place, placeText(scope)),
      tableOf(
        [
          [words.time, 2, 'center'],
          [words.content, 7],
          [words.presenter, 5],
        ],
        rowsOf(scope),
        words.none,
      ),
    ],
    signatures: null,
    recipients: [],
    appendices: [],
  };
}

function rowsOf(scope: PaperScope): readonly (readonly string[])[] {
  const times = new Map(announcedTimes(scope.state.agenda).map((one) => [one.item.itemId, one]));
  let day = dayOfIso(scope.state.conference.date);
  return scope.state.agenda.items
    .filter(({ progress }) => progress.status !== 'skipped')
    .flatMap((item): readonly (readonly string[])[] => {
      const planned = times.get(item.itemId);
      if (planned === undefined) return [['', item.plan.title, '']];
      const itemDay = calendarDay(planned.start);
      const row = rowOf(item, planned, scope);
      if (isSameDay(itemDay, day)) return [row];
      day = itemDay;
      return [['', capital(longDay(itemDay)), ''], row];
    });
}

function rowOf(item: AgendaItem, { start, end }: PlannedTimes, { profile }: PaperScope): readonly string[] {
  const who = item.presenter === null ? '' : capital(titled(item.presenter, profile));
  return [`${clockDigits(start)} - ${clockDigits(end)}`, item.plan.title, who];
}
