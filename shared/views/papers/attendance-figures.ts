import { foldForSearch } from '../../base/vietnamese.ts';
import { attendanceOf } from '../../domain/attendance/attendance.ts';
import {
  absentIn,
  type Figure,
  figureOfMarks,
  isNoFigure,
  noFigure,
  presentIn,
  type Tally,
  withFigure,
} from '../../domain/attendance/figure.ts';
import type { BridgeId } from '../../domain/ids.ts';
import type { ConferenceState } from '../../domain/state.ts';
import { counted, DOTS, minutesWords as words } from './words.ts';

/** The three parts in which minutes count people. */
export type Attending = 'official' | 'invited' | 'press';

/** Categories are words of the summoning office: what they begin with or hold says to which part they belong. */
export function attendingAs(category: string): Attending {
  const folded = foldForSearch(category);
  if (/(^|\s)(bao chi|phong vien|nha bao)(\s|$)/u.test(folded)) return 'press';
  return /(^|\s)(khach moi|dai bieu moi|duoc moi)(\s|$|,)/u.test(folded) || folded.startsWith('moi ')
    ? 'invited'
    : 'official';
}

export const figureAs = ({ byCategory }: Tally, as: Attending): Figure =>
  Object.entries(byCategory)
    .filter(([category]) => attendingAs(category) === as)
    .reduce((sum, [, figure]) => withFigure(sum, figure), noFigure);

/** "Triệu tập: 72 đại biểu; có mặt: 70 …": nobody counted anything where all is zero, and that is not zero people. */
export function figureText(figure: Figure): string {
  if (isNoFigure(figure)) return `${words.summoned(DOTS, DOTS, DOTS)}.`;
  const absent = absentIn(figure);
  const whole = words.summoned(counted(figure.expected), counted(presentIn(figure)), counted(absent));
  return absent === 0 ? `${whole}.` : `${whole} (${reasonsText(figure)}).`;
}

const reasonsText = ({ absentExcused, absentUnexcused }: Figure): string =>
  words.absentOf(counted(absentExcused), counted(absentUnexcused));

interface NamedCategory {
  readonly category: string;
  readonly figure: Figure;
}

/** As the bridge reported them; a category that came without numbers says who was there all the same. */
export function categoriesAt({ attendance }: ConferenceState, bridgeId: BridgeId): readonly NamedCategory[] {
  const { report, named } = attendanceOf(attendance, bridgeId);
  if (report !== null) return report.categories.map(({ category, ...figure }) => ({ category, figure }));
  return Object.entries(named)
    .map(([category, marks]) => ({ category, figure: figureOfMarks(marks) }))
    .filter(({ figure }) => !isNoFigure(figure));
}

/** "Lãnh đạo các phòng chuyên môn (có mặt 05/06)", or the bare name. */
export function categoryText({ category, figure }: NamedCategory): string {
  if (isNoFigure(figure)) return category;
  const present = counted(presentIn(figure));
  return `${category} (${words.presentOf(figure.expected === 0 ? present : `${present}/${counted(figure.expected)}`)})`;
}
