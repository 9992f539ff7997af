/** How a title is broken on the banner of a hall: lines of about the same width, and never inside a word. */

/** Words of two syllables that conference titles are made of; a space inside one is no place to break. */
const WORDS =
  'HỘI NGHỊ|GIAO BAN|TRỰC TUYẾN|TRỰC TIẾP|TOÀN QUỐC|TỔNG KẾT|SƠ KẾT|QUÁN TRIỆT|TRIỂN KHAI|THỰC HIỆN|ĐÁNH GIÁ|TÌNH HÌNH|' +
  'KẾT QUẢ|CÔNG TÁC|TỔ CHỨC|XÂY DỰNG|NHIỆM VỤ|TRỌNG TÂM|TRUNG ƯƠNG|CHÍNH TRỊ|CHÍNH PHỦ|NGHỊ QUYẾT|CHỈ THỊ|QUY ĐỊNH|' +
  'KẾT LUẬN|CÁN BỘ|ĐẢNG VIÊN|CHI BỘ|ĐẢNG BỘ|CẤP ỦY|THƯỜNG VỤ|NHIỆM KỲ|ĐẠI HỘI|KẾT HỢP|PHÁT ĐỘNG|HỌC TẬP|TỈNH ỦY|THÀNH ỦY';
const TOGETHER: ReadonlySet<string> = new Set(WORDS.split('|'));

/** Small words and numbers that hang on the word before: QUÝ III, NĂM 2021, THÁNG 9. */
const HANGS = /^(?:\d+|[IVX]+)[;,.]?$/u;

/** How much wider the widest line may become for a break that reads better. */
const AFTER_PUNCTUATION = 0.93;

type Measure = (words: string) => number;

const bare = (word: string): string => word.replace(/[;,.:]$/u, '');

/** Whether a line may end between these two syllables of a title in capitals. */
export const mayBreakBetween = (before: string, after: string): boolean =>
  !HANGS.test(after) && (before !== bare(before) || !TOGETHER.has(`${before} ${bare(after)}`));

/** The title in so many lines (fewer when it has fewer words), the widest as narrow as it can be. */
export function bannerLines(title: string, lines: number, measure: Measure): readonly string[] {
  const words = title.split(/\s+/u).filter((word) => word !== '');
  if (lines <= 1 || words.length < 2) return [words.join(' ')];
  let best: readonly string[] = [words.join(' ')];
  let bestWidth = Number.POSITIVE_INFINITY;
  for (let i = 1; i < words.length; i++) {
    const before = words[i - 1] ?? '';
    if (!mayBreakBetween(before, words[i] ?? '')) continue;
    const first = words.slice(0, i).join(' ');
    const candidate = [first, ...bannerLines(words.slice(i).join(' '), lines - 1, measure)];
    const weight = /[;,.:]$/u.test(before) ? AFTER_PUNCTUATION : 1;
    const width = Math.max(...candidate.map(measure)) * weight;
    if (width < bestWidth) [best, bestWidth] = [candidate, width];
  }
  return best;
}
