import type { BallotInput } from '../../shared/domain/ballots/ballot.ts';
import type { TaskState } from '../../shared/domain/records/task.ts';

/** Words of the page in the archive: it is kept with official files, so they are Vietnamese. */
export const indexWords = {
  subtitle: (organiser: string, day: string): string => `${organiser}, ngày ${day}`,
  note: 'Trang này mở được không cần máy chủ. Kiểm tra hồ sơ không bị sửa: npm run verify -- THƯ-MỤC.',
  rehearsal: 'TỔNG DUYỆT',
  nothing: 'Không có.',
  timeline: 'Diễn biến hội nghị',
  legend: 'Khung nét đứt: theo kế hoạch. Thanh đặc: thực tế.',
  planned: (times: string): string => `Kế hoạch ${times}`,
  actual: (times: string): string => `thực tế ${times}`,
  unknown: 'không có',
  skipped: 'không tiến hành',
  attendance: 'Đại biểu theo điểm cầu',
  attendanceColumns: [
    'Điểm cầu',
    'Cấp',
    'Trong danh sách',
    'Triệu tập',
    'Dự trực tiếp',
    'Dự trực tuyến',
    'Vắng có lý do',
    'Vắng không lý do',
  ],
  tasks: 'Nhiệm vụ',
  taskColumns: ['Nội dung', 'Đơn vị thực hiện', 'Thời hạn', 'Tình trạng', 'Ghi chú', 'Chuyển từ'],
  taskStates: {
    open: 'Chưa thực hiện',
    underway: 'Đang thực hiện',
    done: 'Hoàn thành',
    dropped: 'Thôi thực hiện',
  } satisfies Record<TaskState, string>,
  carriedFrom: (title: string, day: string): string => `${title}, ngày ${day}`,
  quarter: (quarter: number, year: number): string => `Quý ${['I', 'II', 'III', 'IV'][quarter - 1] ?? ''}/${year}`,
  year: (year: number): string => `Năm ${year}`,
  ballots: 'Biểu quyết',
  ballotColumns: ['Nội dung', 'Hình thức', 'Kết quả'],
  manners: { hands: 'Giơ tay', open: 'Điện thoại, công khai', secret: 'Điện thoại, kín' } satisfies Record<
    BallotInput['manner'],
    string
  >,
  annulled: (reason: string | null): string => (reason === null ? 'Đã hủy' : `Đã hủy: ${reason}`),
  notHeld: 'Không tiến hành',
  cast: (answers: number): string => `tổng số ${answers}`,
  documents: 'Tài liệu',
  documentColumns: ['Tài liệu', 'Của', 'Mã SHA-256'],
  secretDocument: 'Tài liệu mật',
  leftOut: 'không đưa vào hồ sơ',
  centre: 'Điểm cầu trung tâm',
} as const;
