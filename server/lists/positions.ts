import { cleanLines } from './clean-cell.ts';

/** How a post begins. What follows a comma and begins otherwise is more of the same: "Mặt trận Tổ quốc, các đoàn thể". */
const POST = new RegExp(
  `^(?:(?:nguyên|quyền|q\\.)\\s+)?(?:${[
    'ủy viên|uỷ viên|uv[a-zđ]*\\b|bí thư|phó|pct\\b|pbt\\b|trưởng|chủ tịch|chủ nhiệm|chủ tọa|giám đốc|chánh|thường trực|thứ trưởng',
    'bộ trưởng|thống đốc|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|chi cục trưởng|đại biểu|thành viên|thư ký|chuyên viên',
    'tổng (?:bí thư|giám đốc|kiểm toán|thư ký|biên tập|thanh tra|cục trưởng|tham mưu|tư lệnh)|thủ tướng|tư lệnh|chính ủy|chính uỷ',
    'tỉnh (?:ủy|uỷ) viên|thành (?:ủy|uỷ) viên|đảng (?:ủy|uỷ) viên|huyện (?:ủy|uỷ) viên|quận (?:ủy|uỷ) viên|chi (?:ủy|uỷ) viên',
    'trợ lý|đội trưởng|chỉ huy trưởng|kế toán trưởng|đại tướng|thượng tướng|trung tướng|thiếu tướng|đại tá|thượng tá|trung tá|thiếu tá',
    'giáo sư|phó giáo sư|tiến sĩ|cố vấn|đặc phái viên|đại sứ|điều phối viên|kiểm tra viên|hội thẩm|thẩm phán|kiểm sát viên|nhân viên',
  ].join('|')})(?=$|[\\s.,])`,
  'iu',
);
const BULLET = /^(?:[-–—•*+·]|\d{1,2}[.)])\s*/u;
const FORMER_OF_ALL = /^nguyên:\s*/iu;

/** The posts of one cell, in its order. */
export function positionsIn(cell: string): readonly string[] {
  return cleanLines(cell)
    .reduce(joinedLines, [])
    .flatMap((line) => line.split(';').flatMap(byComma))
    .map((post) => post.replace(/^[\s,]+|[\s,]+$/gu, ''))
    .filter((post) => /[\p{L}\p{N}]/u.test(post));
}

/** A line that begins no post is the rest of the line before, which was too long for its cell. */
function joinedLines(lines: readonly string[], line: string): readonly string[] {
  const bare = line.replace(BULLET, '').replace(FORMER_OF_ALL, 'nguyên ');
  const before = lines.at(-1);
  const begins = before === undefined || bare !== line || POST.test(bare) || before.endsWith(';');
  return begins ? [...lines, bare] : [...lines.slice(0, -1), `${before} ${bare}`];
}

function byComma(told: string): readonly string[] {
  const posts: string[] = [];
  for (const part of told.split(',')) {
    const begun = posts.length;
    if (begun === 0 || POST.test(part.trim())) posts.push(part);
    else posts[begun - 1] = `${posts[begun - 1] ?? ''},${part}`;
  }
  return posts.map((post) => post.trim().replace(/\s+/gu, ' '));
}
