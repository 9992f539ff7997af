import { type Decided, emit, refuse, unconfirmed } from '../decision.ts';
import { personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { attendanceOf, MAX_CATEGORIES, reportFigure } from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';
import { presentIn } from './figure.ts';
import { tooManyCategories } from './new-row.ts';
import { placeOf } from './place.ts';

/** A report is a revision: the latest counts, the earlier ones stay readable. */
export function decideReport(
  state: ConferenceState,
  command: Extract<AttendanceCommand, { type: 'reportHeadcount' }>,
  { now: at, newId }: Moment,
): Decided {
  const { bridgeId, categories, note, signedBy, expectedRevision, accepting } = command;
  if (new Set(categories.map(({ category }) => category)).size < categories.length) return refuse('category-twice');
  if (tooManyCategories(state, categories)) return refuse('too-many-categories', { max: MAX_CATEGORIES });
  const revision = attendanceOf(state.attendance, bridgeId).report?.revision ?? 0;
  if (revision !== expectedRevision) return refuse('report-changed', { revision });
  const over = [reportFigure({ categories }), ...categories].find((one) => presentIn(one) > one.expected);
  if (over !== undefined && !accepting.includes('more-than-expected')) {
    return unconfirmed('more-than-expected', { present: presentIn(over), expected: over.expected });
  }
  return emit({
    type: 'headcountReported',
    at,
    ...placeOf(state.bridges, bridgeId),
    revision: revision + 1,
    categories,
    signedBy: signedBy === null ? null : withPersonId(signedBy, personIdSchema.parse(newId())),
    note,
  });
}
