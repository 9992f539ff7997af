import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import type { BridgeInput } from '../../shared/domain/bridges/commands.ts';
import type { ConferenceDetails } from '../../shared/domain/conference/conference.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import type { ListedBridge } from '../../shared/lists/listed-bridge.ts';
import { PROVINCES_63 } from '../../shared/lists/provinces-63.ts';

/**
 * The sector's quarterly briefing of 30 September 2021 as the press told it: its title, its halls and the
 * seven units that spoke. People stand by title only. Room names and subjects are plausible, not reported.
 */
export const DETAILS: ConferenceDetails = {
  title:
    'Hội nghị giao ban trực tuyến đánh giá tình hình, kết quả công tác tổ chức xây dựng Đảng quý III; triển khai nhiệm vụ công tác quý IV năm 2021',
  kind: 'periodicBriefing',
  level: 'nationalSector',
  form: 'online',
  periodReviewed: 'Quý III/2021',
  periodPlanned: 'Quý IV/2021',
  date: '2021-09-30',
  organiser: 'Ban Tổ chức Trung ương',
};

const titled = (...positions: readonly string[]): PersonInput => ({ fullName: null, positions: [...positions] });

export const HEAD = titled('Ủy viên Bộ Chính trị', 'Bí thư Trung ương Đảng', 'Trưởng Ban Tổ chức Trung ương');
export const DEPUTY = titled('Ủy viên Trung ương Đảng', 'Phó Trưởng Ban Thường trực Ban Tổ chức Trung ương');
export const LEADERS = titled('Lãnh đạo Ban Tổ chức Trung ương');

/** Cities under the Centre have a Thành ủy, provinces a Tỉnh ủy. */
export const committeeOf = ({ name, shortName }: ListedBridge): string =>
  `${/Điểm cầu tỉnh/u.test(name) ? 'Tỉnh ủy' : 'Thành ủy'} ${shortName.replace(/^TP\. /u, 'Thành phố ')}`;

export const CENTRAL: BridgeInput = {
  name: 'Điểm cầu Ban Tổ chức Trung ương',
  shortName: 'Ban Tổ chức TW',
  central: true,
  parentId: null,
  region: null,
  room: 'Hội trường Ban Tổ chức Trung ương',
  chairs: [HEAD, DEPUTY],
  technician: null,
};

const provinceBridge = (listed: ListedBridge): BridgeInput => ({
  ...listed,
  central: false,
  parentId: null,
  room: `Phòng họp trực tuyến Ban Tổ chức ${committeeOf(listed)}`,
  chairs: [titled('Ủy viên Ban Thường vụ', `Trưởng Ban Tổ chức ${committeeOf(listed)}`)],
  technician: null,
});

/** The army's bridge stands first behind the central one, then the 63 provinces and cities of that year. */
export const REMOTE: readonly BridgeInput[] = [
  {
    name: 'Điểm cầu Quân ủy Trung ương',
    shortName: 'Quân ủy TW',
    central: false,
    parentId: null,
    region: null,
    room: null,
    chairs: [titled('Đại diện lãnh đạo Quân ủy Trung ương')],
    technician: null,
  },
  ...PROVINCES_63.map(provinceBridge),
];

/** The seven units that spoke, in the order of the report; the topics are those it names. */
export const SPEAKERS: readonly { readonly bridge: string; readonly subject: string }[] = [
  { bridge: 'Hà Nội', subject: 'Công tác tổ chức xây dựng Đảng trong phòng, chống dịch COVID-19' },
  { bridge: 'TP. Hồ Chí Minh', subject: 'Sinh hoạt cấp ủy, chi bộ bằng hình thức trực tuyến trong dịch' },
  { bridge: 'Quảng Bình', subject: 'Sắp xếp, kiện toàn bộ máy sau đại hội và sau bầu cử' },
  { bridge: 'An Giang', subject: 'Chương trình hành động thực hiện Nghị quyết Đại hội XIII' },
  { bridge: 'Bắc Giang', subject: 'Triển khai, cụ thể hóa, sơ kết, tổng kết các chủ trương, nghị quyết, quy định' },
  { bridge: 'Hậu Giang', subject: 'Kiện toàn chức danh lãnh đạo sau bầu cử nhiệm kỳ 2021-2026' },
  { bridge: 'Quân ủy TW', subject: 'Công tác sĩ quan biệt phái' },
];

const delegate = (category: string, homeUnit: string, ...positions: readonly string[]): DelegateInput => ({
  ...titled(...positions),
  category,
  homeUnit,
  delegation: homeUnit,
  role: null,
  seat: null,
  number: null,
});

export const CENTRAL_DELEGATES: readonly DelegateInput[] = [
  delegate('Chủ trì', 'Ban Tổ chức Trung ương', ...HEAD.positions),
  delegate('Chủ trì', 'Ban Tổ chức Trung ương', ...DEPUTY.positions),
  delegate('Đại biểu mời', 'Bộ Nội vụ', 'Đại diện lãnh đạo Bộ Nội vụ'),
  delegate(
    'Đại biểu mời',
    'Ủy ban Thường vụ Quốc hội',
    'Đại diện lãnh đạo Ban Công tác đại biểu thuộc Ủy ban Thường vụ Quốc hội',
  ),
  delegate('Đại biểu mời', 'Văn phòng Trung ương Đảng', 'Đại diện lãnh đạo Văn phòng Trung ương'),
  delegate('Đại biểu mời', 'Ủy ban Kiểm tra Trung ương', 'Đại diện lãnh đạo Ủy ban Kiểm tra Trung ương'),
  delegate('Đại biểu chính thức', 'Ban Tổ chức Trung ương', 'Lãnh đạo vụ, cục, đơn vị thuộc Ban Tổ chức Trung ương'),
];

/** Those whom the report names by office at a provincial bridge. */
export const provinceDelegates = (listed: ListedBridge): readonly DelegateInput[] => {
  const committee = committeeOf(listed);
  const official = (...positions: readonly string[]) => delegate('Đại biểu chính thức', committee, ...positions);
  return [
    official('Ủy viên Ban Thường vụ', `Trưởng Ban Tổ chức ${committee}`),
    official(`Phó Trưởng Ban Tổ chức ${committee}`),
    delegate('Đại biểu mời', `Sở Nội vụ ${listed.shortName}`, 'Giám đốc Sở Nội vụ'),
    official(`Trưởng phòng thuộc Ban Tổ chức ${committee}`),
  ];
};
