import { delegateIds } from '../../../server/store/delegate-ids.ts';
import { type FileRow, type StagedRow, stageRow } from '../../../server/store/staged-row.ts';
import { type BridgeId, bridgeIdSchema } from '../../../shared/domain/ids.ts';

/** As many people as one bridge of the largest conference had on average. */
export const PER_BRIDGE = 61;
const BRIDGES_PER_PROVINCE = 912;

const list = (text: string): readonly string[] => text.split(',');
const FAMILIES = list(
  'Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Trần,Trần,Lê,Lê,Phạm,Hoàng,Huỳnh,Phan,Vũ,Võ,Đặng,Bùi,Đỗ,Hồ,Ngô,Dương,Lý',
);
const MIDDLES = list('Văn,Thị,Ngọc,Đức,Minh,Hữu,Quang,Thanh,Xuân,Hồng,Thị Thu,Thị Ngọc');
const GIVEN = list(
  'An,Anh,Ánh,Bình,Cường,Dũng,Dung,Đạt,Giang,Hà,Hải,Hạnh,Hiếu,Hòa,Hoàng,Hùng,Hương,Khánh,Lan,Linh,Long,Mai,Minh,Nam,Nga,Phong,Phúc,Phương,Quân,Quang,Sơn,Tâm,Thành,Thảo,Thắng,Thủy,Trang,Trung,Tuấn,Tùng,Việt,Vinh,Yến',
);
const POSTS = list(
  'Bí thư Đảng ủy,Phó Bí thư Thường trực Đảng ủy,Chủ tịch Ủy ban nhân dân,Phó Chủ tịch Hội đồng nhân dân,Chủ tịch Ủy ban Mặt trận Tổ quốc,Ủy viên Ban Thường vụ Đảng ủy,Trưởng Ban Xây dựng Đảng,Bí thư chi bộ,Công chức Văn phòng',
);
const PROVINCES = list(
  'An Giang,Bắc Ninh,Cà Mau,Cao Bằng,Đắk Lắk,Điện Biên,Đồng Nai,Đồng Tháp,Gia Lai,Hà Tĩnh,Hưng Yên,Khánh Hòa,Lai Châu,Lạng Sơn,Lào Cai,Lâm Đồng,Nghệ An,Ninh Bình,Phú Thọ,Quảng Ngãi,Quảng Ninh,Quảng Trị,Sơn La,Tây Ninh,Thái Nguyên,Thanh Hóa,Tuyên Quang,Vĩnh Long,Cần Thơ,Đà Nẵng,Hà Nội,Hải Phòng,Huế,Hồ Chí Minh',
);
const PLACES = list(
  'Tân,Bình,Phú,Long,Mỹ,Hòa,An,Thạnh,Vĩnh,Thới,Đông,Tây,Nam,Bắc,Xuân,Lộc,Sơn,Lâm,Hải,Châu,Thành,Trung',
);
const CATEGORIES = list('Đại biểu chính thức,Đại biểu dự,Khách mời');

export const benchBridge = (index: number): BridgeId => bridgeIdSchema.parse(`bench-bridge-${index}`);

/** The same people at every call: rows as a reader of a file would stage them. */
export function peopleSource(startedAt: number): (from: number, count: number) => readonly StagedRow[] {
  const people = peopleRows(startedAt);
  return (from, count) => people(from, count).map(stageRow);
}

export function peopleRows(startedAt: number): (from: number, count: number) => readonly FileRow[] {
  const nextId = delegateIds(startedAt);
  let seed = 7;
  const one = (of: readonly string[]): string => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return of[Math.floor((seed / 4_294_967_296) * of.length)] ?? '';
  };
  return (from, count) =>
    Array.from({ length: count }, (_, index) => {
      const bridge = Math.floor((from + index) / PER_BRIDGE);
      const province = PROVINCES[Math.floor(bridge / BRIDGES_PER_PROVINCE) % PROVINCES.length] ?? '';
      const commune = `${bridge % 3 === 0 ? 'phường' : 'xã'} ${PLACES[bridge % 22] ?? ''} ${PLACES[(bridge * 7) % 19] ?? ''}`;
      return {
        row: from + index + 2,
        delegateId: nextId(),
        bridgeId: benchBridge(bridge),
        delegate: {
          fullName: `${one(FAMILIES)} ${one(MIDDLES)} ${one(GIVEN)}`,
          positions: [`${one(POSTS)} ${commune}`],
          category: one(CATEGORIES),
          homeUnit: `Đảng ủy ${commune}, ${province}`,
          delegation: `Đoàn đại biểu ${province}`,
          role: null,
          seat: null,
          number: null,
        },
      };
    });
}
