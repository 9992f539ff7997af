import type { LeftOut, Manifest } from '../../server/archive/archive-format.ts';

const LEFT_OUT: Readonly<Record<LeftOut['kind'], string>> = { document: 'tài liệu', recording: 'bản ghi hình' };
const REASONS: Readonly<Record<LeftOut['reason'], string>> = {
  secret: 'có độ mật',
  'not-chosen': 'không chọn khi xuất',
  missing: 'máy chủ không còn tệp',
};

const leftOutLine = ({ kind, id, reason }: LeftOut): string =>
  `  không có trong hồ sơ: ${LEFT_OUT[kind]} ${id} (${REASONS[reason]})`;

/** What the scripts for archives say on a console. */
export const archiveLines = {
  verifyUsage: 'Cách dùng: npm run verify [-- THƯ-MỤC-HỒ-SƠ-HOẶC-BẢN-SAO] [--key VÂN-TAY]',
  importUsage: 'Cách dùng: npm run import -- THƯ-MỤC-HỒ-SƠ (đặt DATA_DIR như khi chạy máy chủ, máy chủ đang tắt)',
  notWhole: (sentence: string): string => `KHÔNG ĐẠT. ${sentence}`,
  whole: (manifest: Manifest, fingerprint: string): string =>
    [
      `ĐẠT. ${manifest.conference.title}, ngày ${manifest.conference.date.split('-').toReversed().join('/')}.`,
      `  ${manifest.journal.seq} dòng nhật ký, ${manifest.delegates} đại biểu, ${manifest.files.length} tệp: không tệp nào, dòng nào bị sửa.`,
      `  Mã đầu chuỗi: ${manifest.journal.head}`,
      `  Mã trạng thái: ${manifest.state}`,
      `  Vân tay khóa: ${fingerprint}`,
      ...manifest.leftOut.map(leftOutLine),
    ].join('\n'),
  compareKey: '  Hãy so vân tay khóa với vân tay máy chủ đã công bố, hoặc chạy lại với --key VÂN-TAY.',
  inUse: (dataDir: string): string => `Máy chủ đang chạy trên ${dataDir}: tắt máy chủ rồi nhập lại.`,
  known: (title: string): string => `Đã có hội nghị này trong thư mục dữ liệu, không nhập đè: ${title}`,
  imported: (title: string, dataDir: string): string => `Đã nhập vào ${dataDir}: ${title}`,
} as const;
