import { foldForSearch } from '../base/vietnamese.ts';

/**
 * The 34 provinces and cities as tiles: neighbours stand beside each other and the whole has the country's shape. The
 * special zones of the islands belong to their provinces.
 */
export interface Unit {
  /** As in shared/lists/provinces-34.ts. */
  readonly name: string;
  /** At most ten characters: what a tile holds. */
  readonly short: string;
  readonly row: number;
  readonly column: number;
  /** The provinces until 30 June 2025 that became part of it, and other ways to write its name. */
  readonly also: readonly string[];
}

const unit = (row: number, column: number, name: string, ...also: readonly string[]): Unit => ({
  name,
  short: SHORTENED.get(name) ?? name,
  row,
  column,
  also,
});

const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['Tuyên Quang', 'Tuyên Q.'],
  ['Thái Nguyên', 'Thái Ng.'],
  ['TP. Hồ Chí Minh', 'TP. HCM'],
]);

export const UNITS: readonly Unit[] = [
  unit(0, 0, 'Lai Châu'),
  unit(0, 1, 'Lào Cai', 'Yên Bái'),
  unit(0, 2, 'Tuyên Quang', 'Hà Giang'),
  unit(0, 3, 'Cao Bằng'),
  unit(1, 0, 'Điện Biên'),
  unit(1, 1, 'Sơn La'),
  unit(1, 2, 'Phú Thọ', 'Vĩnh Phúc', 'Hòa Bình'),
  unit(1, 3, 'Thái Nguyên', 'Bắc Kạn', 'Bắc Cạn'),
  unit(1, 4, 'Lạng Sơn'),
  unit(2, 2, 'Hà Nội'),
  unit(2, 3, 'Bắc Ninh', 'Bắc Giang'),
  unit(2, 4, 'Quảng Ninh'),
  unit(3, 1, 'Thanh Hóa'),
  unit(3, 2, 'Ninh Bình', 'Hà Nam', 'Nam Định'),
  unit(3, 3, 'Hưng Yên', 'Thái Bình'),
  unit(3, 4, 'Hải Phòng', 'Hải Dương'),
  unit(4, 1, 'Nghệ An'),
  unit(4, 2, 'Hà Tĩnh'),
  unit(5, 2, 'Quảng Trị', 'Quảng Bình'),
  unit(5, 3, 'Huế', 'Thừa Thiên Huế', 'TT Huế'),
  unit(6, 3, 'Đà Nẵng', 'Quảng Nam'),
  unit(6, 4, 'Quảng Ngãi', 'Kon Tum'),
  unit(7, 4, 'Gia Lai', 'Bình Định'),
  unit(8, 4, 'Đắk Lắk', 'Đắc Lắc', 'Phú Yên'),
  unit(9, 1, 'Tây Ninh', 'Long An'),
  unit(9, 2, 'Đồng Nai', 'Bình Phước'),
  unit(9, 3, 'Lâm Đồng', 'Đắk Nông', 'Đắc Nông', 'Bình Thuận'),
  unit(9, 4, 'Khánh Hòa', 'Ninh Thuận'),
  unit(10, 0, 'An Giang', 'Kiên Giang'),
  unit(10, 1, 'Đồng Tháp', 'Tiền Giang'),
  unit(10, 2, 'TP. Hồ Chí Minh', 'Hồ Chí Minh', 'TPHCM', 'HCM', 'Bình Dương', 'Bà Rịa - Vũng Tàu', 'Bà Rịa Vũng Tàu'),
  unit(11, 0, 'Cà Mau', 'Bạc Liêu'),
  unit(11, 1, 'Cần Thơ', 'Hậu Giang', 'Sóc Trăng'),
  unit(11, 2, 'Vĩnh Long', 'Bến Tre', 'Trà Vinh'),
];

export const MAP_ROWS = 12;
export const MAP_COLUMNS = 5;

/** Archipelagos that no map of the country leaves out; what is counted there is in the tile of the province. */
export const ISLANDS: readonly {
  readonly name: string;
  readonly of: string;
  readonly row: number;
  readonly column: number;
}[] = [
  { name: 'Hoàng Sa', of: 'Đà Nẵng', row: 5, column: 4 },
  { name: 'Trường Sa', of: 'Khánh Hòa', row: 10, column: 4 },
];

/** Letters and figures alone, in words: hyphens, dots and brackets are written in many ways. */
const plain = (words: string): string =>
  foldForSearch(words)
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

const BY_NAME: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((one) => [one.name, ...one.also].map((name) => [plain(name), one] as const)),
);

/** What stands before the name of a province in the name of its bridge: "… Tỉnh ủy", "… tỉnh", "… thành phố". */
const BEFORE_NAME = /^(?:.* )?(?:tinh uy|thanh uy|thanh pho|tinh|tp) (.+)$/u;

/** The unit to which a bridge belongs by its name; null for what belongs to none, such as a ministry. */
export function unitOf({ name, shortName }: { readonly name: string; readonly shortName: string }): Unit | null {
  const own = plain(name).replace(/^diem cau /u, '');
  return BY_NAME.get(plain(shortName)) ?? BY_NAME.get(own) ?? unitAfter(own) ?? unitAfter(plain(shortName));
}

/** The last such word decides: "Ban Tổ chức Tỉnh ủy An Giang", "Thành ủy Thành phố Hồ Chí Minh". */
function unitAfter(words: string): Unit | null {
  const rest = BEFORE_NAME.exec(words)?.[1];
  if (rest === undefined) return null;
  return BY_NAME.get(rest) ?? null;
}
