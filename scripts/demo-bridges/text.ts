/** What the simulated bridges say on the console, in the hall, and on the record. */
export const demoLines = {
  usage: 'Cách dùng: npm run demo:bridges -- 8   (số điểm cầu, từ 1; thêm chữ central để có cả điểm cầu trung tâm)',
  unreachable: (origin: string): string =>
    `Không nối được tới ${origin}: chạy npm start ở cửa sổ khác trước, với cùng PORT và DATA_DIR.`,
  refused: (what: string): string => `Máy chủ không chấp nhận (${what}): kiểm tra PORT và DATA_DIR rồi chạy lại.`,
  noConference: 'Chưa có hội nghị nào có điểm cầu: tạo hội nghị và các điểm cầu trước, hoặc chạy với DEMO=on.',
  fewer: (wanted: number, found: number): string => `Hội nghị chỉ có ${found} điểm cầu (đã yêu cầu ${wanted}).`,
  waitingForMedia: 'LiveKit chưa sẵn sàng: các điểm cầu đã vào, hình và tiếng sẽ có khi LiveKit chạy.',
  joined: (bridge: string): string => `${bridge}\tđã vào, đang gửi hình`,
  revoked: (bridge: string): string => `${bridge}\tđường dẫn đã bị thu hồi, dừng lại`,
  stopHint: 'Bấm Ctrl-C để dừng.',
  stopping: 'Đang cho các điểm cầu ra khỏi phòng…',
  stopped: 'Đã dừng.',
  secretariatLabel: 'Điểm cầu mẫu (demo:bridges)',
  invitationLabel: (bridge: string): string => `${bridge} (mẫu)`,
} as const;

export const demoWords = {
  delegates: 'Đại biểu',
  absenceNote: 'Vắng có lý do: đi công tác, ốm',
  speaker: 'Đại diện lãnh đạo điểm cầu',
  subjects: [
    'Kinh nghiệm bố trí cán bộ sau sắp xếp đơn vị hành chính',
    'Kiến nghị về biên chế của cơ quan tham mưu cấp huyện',
    'Khó khăn trong quản lý đảng viên đi làm ăn xa',
    'Cách làm chuyển sinh hoạt đảng trực tuyến ở cơ sở',
    'Đề nghị hướng dẫn thêm về đánh giá, xếp loại cuối năm',
  ],
} as const;
