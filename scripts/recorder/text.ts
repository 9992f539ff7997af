/** What the recorder's script says on the console of its machine. */
export const recorderLines = {
  usage: 'Cách dùng: npm run recorder -- <đường dẫn vị trí ghi hình>. Ban Thư ký cấp đường dẫn này.',
  noChromium: 'Không tìm thấy Chromium: đề nghị cài đặt, hoặc đặt biến CHROMIUM là đường dẫn của trình duyệt.',
  opened: (pid: number): string => `Đã mở trang ghi hình trong Chromium (pid ${pid}). Bấm Ctrl C để dừng.`,
  again: (seconds: number): string => `Trình duyệt đã dừng hoặc chưa mở được trang. Mở lại sau ${seconds} giây.`,
} as const;
