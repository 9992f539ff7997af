import type { ConferenceDetails } from '../../../shared/domain/conference/conference.ts';

const kinds: Readonly<Record<ConferenceDetails['kind'], string>> = {
  yearEndReview: 'Tổng kết năm',
  halfYearReview: 'Sơ kết 6 tháng',
  periodicBriefing: 'Giao ban',
  dissemination: 'Quán triệt, triển khai',
  congress: 'Đại hội',
  other: 'Khác',
};

const levels: Readonly<Record<ConferenceDetails['level'], string>> = {
  nationalSector: 'Toàn quốc, toàn ngành',
  centralAgency: 'Cơ quan Trung ương',
  province: 'Cấp tỉnh',
};

const forms: Readonly<Record<ConferenceDetails['form'], string>> = {
  inPerson: 'Trực tiếp',
  online: 'Trực tuyến',
  hybrid: 'Trực tiếp kết hợp trực tuyến',
};

export const startText = {
  kinds,
  levels,
  forms,
  heading: 'Hội nghị',
  tagline: 'Điều hành hội nghị nhiều điểm cầu',
  loading: 'Đang tải…',
  unreachable: 'Không liên lạc được với máy chủ. Trang sẽ tự thử lại.',
  signedInAs: (seat: string, label: string) => (label === '' || label === seat ? seat : `${seat}: ${label}`),
  signOut: 'Đăng xuất',
  noConferences: 'Chưa có hội nghị nào. Hội nghị được lập sẽ hiện ở đây.',
  noConferencesForSeat: 'Chưa có hội nghị nào dành cho vị trí này. Đề nghị liên hệ Ban Thư ký.',
  bridges: (count: string) => `${count} điểm cầu`,
  onDay: (day: string) => `Ngày ${day}`,
  open: {
    console: 'Mở bàn điều hành',
    chair: 'Mở màn hình chủ trì',
    announcer: 'Mở màn hình người dẫn',
    director: 'Mở màn hình đạo diễn',
    lines: 'Mở bảng đường truyền',
    recorder: 'Mở máy ghi hình',
    minutes: 'Mở biên bản',
    library: 'Mở tài liệu hội nghị',
    phone: 'Mở điện thoại kỹ thuật',
    camera: 'Mở camera phụ',
    present: 'Mở máy trình chiếu',
    board: 'Mở bảng điểm danh',
    clock: 'Mở đồng hồ phát biểu',
    bridge: 'Mở màn hình điểm cầu',
    roll: 'Mở điểm danh đại biểu',
    kiosk: 'Mở máy điểm danh',
    wall: 'Mở màn hình hội trường',
    programme: 'Xem chương trình',
  },
  openNamed: (action: string, title: string) => `${action}: ${title}`,
  rehearsals: 'Tổng duyệt',
  rehearsalNumber: (count: number) => `Buổi ${count}`,
  ofRehearsal: (title: string) => `tổng duyệt ${title}`,

  deputy: {
    heading: 'Tiếp quản bằng mã dự bị',
    lead: 'Dành cho người được Ban Thư ký cấp mã để thay vị trí điều hành, chủ trì, người dẫn hoặc thư ký.',
    code: 'Mã dự bị',
    hint: '10 chữ và số; không phân biệt chữ hoa, chữ thường, dấu gạch hay dấu cách.',
    enter: 'Tiếp quản',
    entering: 'Đang kiểm tra…',
    shape: 'Mã gồm đúng 10 chữ và số. Đề nghị xem lại mã đã ghi.',
    invalid: 'Mã không đúng, đã dùng, đã hết hạn hoặc đã bị thu hồi. Đề nghị xin mã mới của Ban Thư ký.',
    locked: (minutes: number) => `Thử sai quá nhiều lần nên tạm khóa. Đề nghị chờ ${minutes} phút rồi thử lại.`,
    offline: 'Không liên lạc được với máy chủ. Đề nghị kiểm tra đường truyền rồi thử lại.',
  },

  create: 'Lập hội nghị',
  createTitle: 'Lập hội nghị mới',
  creating: 'Đang lập…',
  fields: {
    title: 'Tên hội nghị',
    kind: 'Loại hội nghị',
    level: 'Cấp',
    form: 'Hình thức',
    date: 'Ngày tổ chức',
    organiser: 'Cơ quan tổ chức',
    periodReviewed: 'Kỳ đánh giá',
    periodPlanned: 'Kỳ triển khai',
  },
  hints: {
    title: 'Ghi đầy đủ như trong giấy mời.',
    periodReviewed: 'Ví dụ: quý III/2021. Để trống nếu không có.',
    periodPlanned: 'Ví dụ: quý IV/2021. Để trống nếu không có.',
  },
  problems: {
    title: 'Cần ghi tên hội nghị, tối đa 400 ký tự.',
    organiser: 'Cần ghi cơ quan tổ chức, tối đa 200 ký tự.',
    date: 'Cần chọn ngày tổ chức.',
    period: 'Tối đa 60 ký tự.',
  },

  noSeat: {
    title: 'Đồng chí chưa đăng nhập',
    lead: 'Mỗi vị trí vào hội nghị bằng một đường dẫn riêng, không dùng mật khẩu.',
    ways: [
      { who: 'Đại biểu, cán bộ điểm cầu', how: 'mở đường dẫn do Ban Thư ký hội nghị gửi.' },
      { who: 'Điều hành, Ban Thư ký', how: 'xin đường dẫn của người quản trị máy chủ.' },
      { who: 'Người quản trị máy chủ', how: 'lấy đường dẫn trên màn hình khi khởi động, hoặc chạy lệnh:' },
    ],
    command: 'npm run invite',
    keep: 'Đường dẫn thay cho mật khẩu: không chuyển cho người khác.',
  },
  trustLink: 'Trình duyệt báo kết nối không an toàn? Xem cách cài chứng thư của máy chủ.',
  media: 'Hình và tiếng',

  join: {
    working: 'Đang đăng nhập…',
    failed: 'Không đăng nhập được',
    noToken: 'Đường dẫn thiếu mã đăng nhập. Đề nghị sao chép đủ cả phần sau dấu #.',
    offline: 'Không liên lạc được với máy chủ. Đề nghị kiểm tra đường truyền rồi thử lại.',
    next: 'Xin đường dẫn mới của Ban Thư ký hội nghị, hoặc của người quản trị máy chủ (lệnh npm run invite).',
    retry: 'Thử lại',
    home: 'Về trang đầu',
  },

  trust: {
    title: 'Cài chứng thư của máy chủ',
    lead: 'Máy chủ tự cấp chứng thư của mình. Cài một lần trên mỗi máy; sau đó trình duyệt không cảnh báo nữa và cho phép dùng camera, micrô.',
    download: 'Tải chứng thư',
    fingerprint: 'Mã kiểm tra (SHA-256)',
    fingerprintHint: 'Đối chiếu với mã hiện trên màn hình máy chủ. Hai mã phải giống hệt nhau; nếu khác, không cài.',
    noCertificate: 'Máy chủ đang dùng chứng thư của cơ quan hoặc chỉ phục vụ trên chính máy này, không cần cài thêm.',
    steps: [
      {
        device: 'Windows',
        list: [
          'Bấm “Tải chứng thư” ở trên, mở tệp diem-cau-ca.crt vừa tải.',
          'Bấm “Install Certificate…” (Cài chứng thư), chọn “Local Machine” nếu có quyền quản trị, hoặc “Current User”.',
          'Chọn “Place all certificates in the following store”, bấm “Browse…”, chọn “Trusted Root Certification Authorities”.',
          'Bấm “Next”, “Finish”, rồi xác nhận. Đóng hẳn trình duyệt và mở lại.',
        ],
      },
      {
        device: 'iPhone, iPad',
        list: [
          'Mở trang này bằng Safari, bấm “Tải chứng thư”, chọn “Cho phép”.',
          'Vào Cài đặt, bấm “Đã tải về hồ sơ”, bấm “Cài đặt” và nhập mật mã máy.',
          'Vào Cài đặt, Cài đặt chung, Giới thiệu, Cài đặt tin cậy chứng nhận.',
          'Bật công tắc của chứng thư vừa cài, rồi mở lại trang hội nghị.',
        ],
      },
      {
        device: 'Android',
        list: [
          'Bấm “Tải chứng thư” và lưu tệp về máy.',
          'Vào Cài đặt, Bảo mật, Mã hóa và thông tin xác thực, Cài đặt chứng chỉ, Chứng chỉ CA. Tên mục có thể khác đôi chút tùy hãng.',
          'Bấm “Vẫn cài đặt”, chọn tệp vừa tải.',
          'Mở lại trang hội nghị bằng Chrome.',
        ],
      },
    ],
  },
};
