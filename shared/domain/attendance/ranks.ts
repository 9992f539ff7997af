import { z } from 'zod';
import { foldForSearch } from '../../base/vietnamese.ts';
import { line } from '../text.ts';

/** A rung of the ladder of protocol: whoever holds a post that begins like this stands here; a lower rank goes first. */
export const rungSchema = z.strictObject({ title: line(120), rank: z.int().min(0).max(1_000) });
export type Rung = z.infer<typeof rungSchema>;

export const rungsSchema = z.array(rungSchema).min(1).max(100);

const UNRANKED = 1_000;

/** The rank of a person: the lowest of their posts. "Nguyên" comes right after the living of the same rung. */
export function rankOf(rungs: readonly Rung[], positions: readonly string[]): number {
  return Math.min(UNRANKED, ...positions.map((position) => rankOfPosition(rungs, foldForSearch(position))));
}

/** The longest title that the post begins with decides, so that a deputy is not taken for the head. */
function rankOfPosition(rungs: readonly Rung[], position: string): number {
  const former = position.startsWith('nguyen ');
  const post = former ? position.slice('nguyen '.length) : position;
  const best = longestFirst(rungs).find(
    ({ title }) => post === title || post.startsWith(`${title} `) || post.startsWith(`${title},`),
  );
  return best === undefined ? UNRANKED : best.rank + (former ? 1 : 0);
}

const folded = new WeakMap<readonly Rung[], readonly Rung[]>();

/** Asked for every post of every row: a ladder is folded and sorted once. */
function longestFirst(rungs: readonly Rung[]): readonly Rung[] {
  const known = folded.get(rungs);
  if (known !== undefined) return known;
  const titles = rungs.map(({ title, rank }) => ({ title: foldForSearch(title), rank }));
  const sorted = titles.toSorted((a, b) => b.title.length - a.title.length);
  folded.set(rungs, sorted);
  return sorted;
}

/** The ladder until the secretariat adopts its own (after Quy định 368-QĐ/TW; a proposal, not law). */
export const PROTOCOL_LADDER: readonly Rung[] = [
  { title: 'Tổng Bí thư', rank: 10 },
  { title: 'Chủ tịch nước', rank: 11 },
  { title: 'Thủ tướng', rank: 12 },
  { title: 'Chủ tịch Quốc hội', rank: 13 },
  { title: 'Thường trực Ban Bí thư', rank: 14 },
  { title: 'Ủy viên Bộ Chính trị', rank: 20 },
  { title: 'Bí thư Trung ương Đảng', rank: 25 },
  { title: 'Ủy viên Ban Bí thư', rank: 25 },
  { title: 'Phó Chủ tịch nước', rank: 30 },
  { title: 'Phó Thủ tướng', rank: 30 },
  { title: 'Phó Chủ tịch Quốc hội', rank: 30 },
  { title: 'Ủy viên Trung ương Đảng', rank: 40 },
  { title: 'Ủy viên dự khuyết Trung ương Đảng', rank: 45 },
  { title: 'Phó Trưởng Ban', rank: 80 },
  { title: 'Phó Trưởng Ban Tổ chức Trung ương', rank: 50 },
  { title: 'Thứ trưởng', rank: 50 },
  { title: 'Bí thư Tỉnh ủy', rank: 55 },
  { title: 'Bí thư Thành ủy', rank: 55 },
  { title: 'Phó Bí thư Tỉnh ủy', rank: 60 },
  { title: 'Phó Bí thư Thành ủy', rank: 60 },
  { title: 'Ủy viên Ban Thường vụ Tỉnh ủy', rank: 65 },
  { title: 'Ủy viên Ban Thường vụ Thành ủy', rank: 65 },
  { title: 'Trưởng Ban', rank: 70 },
  { title: 'Tỉnh ủy viên', rank: 75 },
  { title: 'Thành ủy viên', rank: 75 },
  { title: 'Giám đốc Sở', rank: 75 },
  { title: 'Phó Giám đốc Sở', rank: 80 },
  { title: 'Bí thư Đảng ủy', rank: 85 },
  { title: 'Phó Bí thư Đảng ủy', rank: 87 },
];
