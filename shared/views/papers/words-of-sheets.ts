import type { INCIDENT_MATTERS } from '../../domain/records/incident.ts';
import type { Proposal, ProposalStatus } from '../../domain/records/proposal.ts';
import type { TaskState } from '../../domain/records/task.ts';

export const programmeWords = {
  title: 'CHƯƠNG TRÌNH',
  time: 'Thời gian',
  content: 'Nội dung',
  presenter: 'Người thực hiện',
  day: 'Ngày',
  place: 'Địa điểm',
  none: 'Chưa có nội dung nào trong chương trình.',
} as const;

export const speakersWords = {
  title: 'DANH SÁCH PHÁT BIỂU',
  general: 'Danh sách chung của hội nghị',
  place: 'STT',
  bridge: 'Điểm cầu',
  speaker: 'Người phát biểu',
  kind: 'Hình thức',
  subject: 'Chủ đề',
  length: 'Thời lượng',
  state: 'Tình trạng',
  minutes: (count: number) => `${count} phút`,
  none: 'Chưa có đăng ký phát biểu.',
} as const;

export const rollWords = {
  title: 'PHIẾU ĐIỂM DANH',
  chairs: 'Chủ trì điểm cầu',
  place: 'STT',
  name: 'Họ và tên',
  positions: 'Chức vụ',
  homeUnit: 'Đơn vị',
  category: 'Thành phần',
  present: 'Có mặt',
  signature: 'Ký tên',
  expected: 'Triệu tập',
  absent: 'Vắng mặt',
  remark: 'Ghi chú',
  mark: 'x',
  partly: (listed: string, all: string) =>
    `Phiếu ghi ${listed} trong số ${all} đại biểu của điểm cầu; danh sách đầy đủ xuất từ bảng đại biểu.`,
  noList: 'Điểm cầu báo cáo theo số lượng, không có danh sách đại biểu.',
  branches: (count: string) => `Phiếu lập cho các điểm cầu cấp trên; ${count} điểm cầu nhánh lập phiếu riêng.`,
  taker: 'Người điểm danh (ký, ghi rõ họ tên)',
} as const;

const taskStates: Readonly<Record<TaskState, string>> = {
  open: 'chưa thực hiện',
  underway: 'đang thực hiện',
  done: 'đã hoàn thành',
  dropped: 'không thực hiện',
};

const proposalStatuses: Readonly<Record<ProposalStatus, string>> = {
  registered: 'đã ghi nhận',
  accepted: 'đã tiếp nhận',
  forwarded: 'đã chuyển',
  answered: 'đã trả lời',
  returned: 'đã trả lại',
};

const competences: Readonly<Record<NonNullable<Proposal['competence']>, string>> = {
  within: 'đúng thẩm quyền',
  outside: 'không đúng thẩm quyền',
};

export const followUpWords = {
  title: 'BẢNG THEO DÕI NHIỆM VỤ, KIẾN NGHỊ',
  until: 'Tính đến',
  tasks: 'I. Nhiệm vụ được giao',
  proposals: 'II. Kiến nghị, đề xuất',
  noTasks: 'Chưa có nhiệm vụ nào được ghi.',
  noProposals: 'Chưa có kiến nghị nào được ghi.',
  counts: (all: string, done: string, late: string) =>
    `Tổng số ${all} nhiệm vụ; đã hoàn thành: ${done}; quá hạn: ${late}.`,
  place: 'STT',
  task: 'Nhiệm vụ',
  assigner: 'Người giao',
  assignees: 'Đơn vị thực hiện',
  deadline: 'Thời hạn',
  state: 'Tình trạng',
  remark: 'Ghi chú',
  late: 'quá hạn',
  carried: (title: string, day: string) => `Chuyển từ ${title} (${day})`,
  proposal: 'Kiến nghị',
  units: 'Đơn vị kiến nghị',
  addressee: 'Nơi nhận',
  competence: 'Thẩm quyền',
  answer: 'Trả lời',
  unchecked: 'chưa xem xét',
  taskStates,
  proposalStatuses,
  competences,
} as const;

const matters: Readonly<Record<(typeof INCIDENT_MATTERS)[number], string>> = {
  picture: 'Hình ảnh',
  sound: 'Âm thanh',
  line: 'Đường truyền',
  power: 'Nguồn điện',
  document: 'Tài liệu',
  other: 'Khác',
};

export const afterActionWords = {
  title: 'BÁO CÁO SỰ CỐ VÀ ĐƯỜNG TRUYỀN',
  incidents: 'I. Sự cố',
  losses: 'II. Mất kết nối theo điểm cầu',
  defects: 'III. Tồn tại phát hiện khi tổng duyệt',
  counts: (all: string, mended: string) => `Đã ghi ${all} sự cố; đã khắc phục: ${mended}.`,
  noIncidents: 'Không ghi nhận sự cố nào.',
  noLosses: 'Không có điểm cầu nào mất kết nối.',
  lossCounts: (bridges: string, losses: string) => `${bridges} điểm cầu mất kết nối, tổng cộng ${losses} lần.`,
  place: 'STT',
  since: 'Thời điểm',
  bridge: 'Điểm cầu',
  matter: 'Sự cố',
  owner: 'Người xử lý',
  repair: 'Thời gian khắc phục',
  effect: 'Ảnh hưởng',
  remedy: 'Biện pháp',
  times: 'Số lần mất kết nối',
  everywhere: 'Trung tâm hoặc toàn hệ thống',
  minutes: (count: string) => `${count} phút`,
  open: 'chưa khắc phục',
  mended: 'đã khắc phục',
  matters,
} as const;
