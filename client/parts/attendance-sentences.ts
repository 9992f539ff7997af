import { type AttendanceFigures, isComplete, type ReadinessFigures } from '../../shared/views/attendance-lines.ts';
import type { Text } from '../text/vietnamese.ts';

/** Whose words: those of the screen, or the Vietnamese ones for what is read out in the hall and given to the press. */
export type LineWords = Text['rollCall']['lines'];

/** "Triệu tập 4.050 đại biểu, có mặt 4.012, vắng 31 (có lý do 25), chưa điểm danh 7; 2 điểm cầu chưa báo cáo." */
export function attendanceSentence(words: LineWords, figures: AttendanceFigures): string {
  const { summoned, present, unspoken, silentBridges } = figures;
  const people = [
    ...(summoned === 0
      ? [words.presentAlone(present)]
      : [words.summoned(summoned), words.present(present), ...absence(words, figures)]),
    ...(unspoken === 0 ? [] : [words.unspoken(unspoken)]),
  ].join(', ');
  return asSentence(silentBridges === 0 ? people : `${people}; ${words.silentBridges(silentBridges)}`);
}

function absence(words: LineWords, figures: AttendanceFigures): readonly string[] {
  const { absent, excused } = figures;
  if (absent > 0) return [excused === 0 ? words.absent(absent) : words.absentExcused(absent, excused)];
  return isComplete(figures) ? [words.nobodyAbsent] : [];
}

/** "2.121 điểm cầu, 148.012 đại biểu (chưa kể 5 điểm cầu chưa báo cáo)": those that have reported, and no others. */
export function pressLine(words: LineWords, { bridges, present, silentBridges }: AttendanceFigures): string {
  const line = words.press(bridges, present);
  return silentBridges === 0 ? line : `${line} (${words.pressWithout(silentBridges)})`;
}

/** "40/40 điểm cầu của …, 2.081/2.085 điểm cầu cấp xã, 4 điểm cầu chưa kết nối (có lý do)." */
export function readinessSentence(words: LineWords, { tiers, missing, excused }: ReadinessFigures): string {
  const counted = tiers.map(({ ready, total, name }) => words.tier(ready, total, name));
  return asSentence([...counted, ...(missing === 0 ? [] : [missingPart(words, missing, excused)])].join(', '));
}

/** That they gave a reason is said of all only when all have. */
function missingPart(words: LineWords, missing: number, excused: number | null): string {
  if (excused === null || excused === 0) return words.missing(missing);
  return excused === missing ? words.missingExcused(missing) : words.missingSomeExcused(missing, excused);
}

const asSentence = (words: string): string => `${words.charAt(0).toLocaleUpperCase('vi')}${words.slice(1)}.`;
