import type { Seat } from '../../../shared/domain/actor.ts';
import type { Phase } from '../../../shared/domain/conference/conference.ts';

/** In whole minutes once it is some of them. */
function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  return seconds < 120 ? `${seconds} giây` : `${Math.round(seconds / 60)} phút`;
}

interface Words {
  readonly title: string;
  readonly sentence: string | null;
  readonly action: string | null;
}

/** A day of the calendar, the month from 1. */
export interface PlainDate {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

const opening = {
  loading: { title: 'Đang tải hội nghị…', sentence: null, action: null },
  signedOut: {
    title: 'Chưa đăng nhập',
    sentence: 'Phiên làm việc đã kết thúc hoặc đường dẫn đã bị thu hồi. Đề nghị mở lại đường dẫn được cấp.',
    action: 'Về trang đầu',
  },
  unknown: {
    title: 'Không có hội nghị này',
    sentence: 'Hội nghị không tồn tại hoặc vị trí của đồng chí không được mở hội nghị này.',
    action: 'Về trang đầu',
  },
  otherSeat: {
    title: 'Máy này vừa đăng nhập bằng đường dẫn khác',
    sentence: 'Màn hình này thuộc về lần đăng nhập trước. Tải lại để tiếp tục với đường dẫn vừa mở.',
    action: 'Tải lại',
  },
} as const satisfies Record<string, Words>;

const phases: Readonly<Record<Phase, string>> = {
  uncreated: 'Chưa lập',
  draft: 'Dự thảo',
  preparing: 'Đang chuẩn bị',
  live: 'Đang diễn ra',
  adjourned: 'Tạm nghỉ',
  closed: 'Đã bế mạc',
  archived: 'Đã lưu trữ',
};

const seats: Readonly<Record<Seat, string>> = {
  secretariat: 'Thư ký',
  moderator: 'Điều hành',
  chair: 'Chủ trì',
  announcer: 'Người dẫn',
  director: 'Đạo diễn',
  technician: 'Kỹ thuật',
  recorder: 'Máy ghi hình',
  secretary: 'Người ghi biên bản',
  operator: 'Cán bộ điểm cầu',
  kiosk: 'Máy điểm danh ở cửa',
  wall: 'Màn hình hội trường',
  viewer: 'Người theo dõi',
};

export const commonText = {
  dateExample: 'Ngày/tháng/năm, ví dụ 30/9/2021',
  product: 'Điểm Cầu',
  /** The name of the language in itself: it stands on the switch while another one is on the screen. */
  /** Whose custom the figures follow: 4.012. */
  figures: 'vi-VN',
  date: ({ day, month, year }: PlainDate) => `${day}/${month}/${year}`,
  opening,
  phases,
  seats,
  newBuild: { sentence: 'Có bản mới của chương trình; sẽ tự tải lại khi thuận tiện.', reload: 'Tải lại ngay' },
  pageFailed: {
    title: 'Màn hình này gặp lỗi',
    sentence: 'Hội nghị vẫn tiếp tục, không có gì bị mất. Tải lại để dùng tiếp.',
    reload: 'Tải lại',
  },
  pageUnknown: {
    title: 'Không có trang này',
    sentence: 'Đề nghị kiểm tra lại đường dẫn.',
    home: 'Về trang đầu',
  },
  sending: 'Đang gửi…',
  offlineReason: 'Mất đường truyền, đang nối lại',
  journal: {
    label: 'Tình trạng ghi nhật ký',
    refusing: {
      word: 'Tạm ngừng nhận thao tác',
      sentence: 'Máy chủ chưa ghi được vào đĩa. Hình, tiếng và đồng hồ vẫn chạy. Đề nghị báo cán bộ kỹ thuật và chờ.',
      reason: 'Máy chủ chưa ghi được, đang thử lại',
    },
    damaged: {
      word: 'Chỉ xem, không nhận thao tác',
      sentence: 'Nhật ký hội nghị không còn nguyên vẹn. Hình và tiếng vẫn chạy. Đề nghị báo ngay cán bộ kỹ thuật.',
      reason: 'Chỉ xem: nhật ký không nguyên vẹn',
    },
  },
  clockWasSet: (byMs: number) =>
    `Đồng hồ của máy chủ vừa bị chỉnh ${byMs > 0 ? 'tiến' : 'lùi'} ${lengthOf(byMs)}. Đồng hồ hội nghị và lượt phát biểu không đổi. Đề nghị cán bộ kỹ thuật kiểm tra giờ của máy chủ.`,
  notSent: 'Chưa gửi được: mất đường truyền. Đề nghị làm lại khi đã nối lại.',
  noAnswer: 'Chưa rõ kết quả: máy chủ không trả lời. Đề nghị xem lại màn hình trước khi làm lại.',
  undo: 'Hoàn tác',
  close: 'Đóng',
  cancel: 'Hủy',
  save: 'Lưu',
  retry: 'Thử lại',
  onTime: 'đúng giờ',
  late: (length: string) => `chậm ${length}`,
  early: (length: string) => `sớm ${length}`,
  minutes: (count: number) => `${count} phút`,
  /** Below a button that sends when it has been held long enough. */
  holdHow: 'Giữ nút đến khi đầy',
  hours: (count: number) => `${count} giờ`,
};
