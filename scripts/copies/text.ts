import type { CopyFaultCode, CopyManifest } from '../../server/backup/copy-format.ts';
import type { CopyStep } from '../../server/backup/make-copy.ts';
import type { Lost } from '../../server/backup/restore-copy.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const when = (at: number): string => clock.format(at);
const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 ** 2)).toLocaleString('vi-VN')} MB`;

const conferenceLine = ({ title, lines, lastAt }: CopyManifest['conferences'][number]): string =>
  `  ${title}: ${lines.toLocaleString('vi-VN')} dòng nhật ký, dòng cuối lúc ${when(lastAt)}`;

const DAMAGES: Readonly<Record<JournalDamage['kind'], string>> = {
  file: 'tệp journal.sqlite hỏng',
  unreadable: 'có dòng không đọc được',
  'changed-line': 'có dòng bị sửa',
  'cut-tail': 'phần cuối bị cắt',
  rewritten: 'nhật ký bị viết lại so với lúc niêm',
  anchors: 'tệp anchors bị sửa',
};

const damageLine = ({ conference, kind, line }: JournalDamage): string =>
  `  ${conference === null ? '' : `hội nghị ${conference}: `}${DAMAGES[kind]}${line === null ? '' : `, dòng ${line}`}`;

/** What the scripts for copies of the data folder say on a console. */
export const copyLines = {
  backupUsage: 'Cách dùng: npm run backup [-- THƯ-MỤC] [--recordings]',
  restoreUsage: 'Cách dùng: npm run restore -- BẢN-SAO [--to THƯ-MỤC-DỮ-LIỆU] [--anchors TỆP-NIÊM-CŨ]',
  step: (step: CopyStep): string => {
    switch (step.kind) {
      case 'journal':
        return `Đang sao nhật ký (${megabytes(step.bytes)})…`;
      case 'files':
        return `Đang sao tài liệu: ${step.done}/${step.of} tệp…`;
      default:
        return 'Đang kiểm tra bản sao…';
    }
  },
  made: (path: string, { files, conferences, recordings }: CopyManifest, ms: number): string =>
    [
      `ĐÃ SAO LƯU vào ${path} trong ${(ms / 1_000).toFixed(1).replace('.', ',')} giây, đã đọc lại và kiểm tra.`,
      `  ${files.length} tệp, ${megabytes(files.reduce((sum, { bytes }) => sum + bytes, 0))}; ${recordings ? 'có' : 'không có'} bản ghi hình.`,
      ...conferences.map(conferenceLine),
      '  Trong bản sao có khóa ký và khóa TLS: hãy cất như cất thư mục dữ liệu, trên một ổ đĩa khác, tốt nhất là mã hóa.',
      '  Khôi phục bằng: npm run restore -- BẢN-SAO --to THƯ-MỤC-TRỐNG',
    ].join('\n'),
  restoreStep: {
    verifying: 'Đang kiểm tra bản sao…',
    copying: 'Đang chép…',
    'verifying-again': 'Đang kiểm tra lại sau khi chép…',
  },
  restored: (dataDir: string, { madeAt, conferences, recordings }: CopyManifest): string =>
    [
      `ĐÃ KHÔI PHỤC vào ${dataDir} từ bản sao lúc ${when(madeAt)}.`,
      ...conferences.map(conferenceLine),
      ...(recordings ? [] : ['  Bản sao này không có bản ghi hình.']),
      '  Đường dẫn vào bị thu hồi sau lúc sao lưu nay có hiệu lực trở lại: hãy thu hồi lại.',
      `  Bước tiếp theo: đặt DATA_DIR=${dataDir} rồi chạy npm start.`,
    ].join('\n'),
  nothingLost: '  So với tệp niêm của máy chủ cũ: không thiếu dòng nào đã niêm.',
  lost: (lost: readonly Lost[]): string =>
    [
      'CHÚ Ý: máy chủ cũ đã ghi tiếp sau bản sao này. Không có trong bản khôi phục, ít nhất:',
      ...lost.map(({ title, lines, until }) => `  ${title}: ${lines} dòng, đến lúc ${when(until)}`),
    ].join('\n'),
  journalWhole: (dataDir: string, conferences: CopyManifest['conferences'], anchored: number): string =>
    [
      `ĐẠT. Nhật ký trong ${dataDir}: không dòng nào bị sửa, khớp ${anchored} lần niêm.`,
      ...conferences.map(conferenceLine),
    ].join('\n'),
  journalDamaged: (dataDir: string, damages: readonly JournalDamage[]): string =>
    [
      `KHÔNG ĐẠT. Nhật ký trong ${dataDir}:`,
      ...damages.map(damageLine),
      '  Hãy giữ nguyên thư mục làm chứng cứ và khôi phục từ bản sao lưu: npm run restore.',
    ].join('\n'),
  copyWhole: ({ madeAt, conferences, files }: CopyManifest, fingerprint: string): string =>
    [
      `ĐẠT. Bản sao lưu lúc ${when(madeAt)}, ${files.length} tệp: không tệp nào, dòng nào bị sửa.`,
      ...conferences.map(conferenceLine),
      `  Vân tay khóa: ${fingerprint}`,
    ].join('\n'),
  faults: {
    'no-journal': (folder: string) => `Không có nhật ký nào trong ${folder}: hãy đặt DATA_DIR như khi chạy máy chủ.`,
    'no-room': (needed: string) => `Nơi sao lưu không đủ chỗ: cần ít nhất ${needed} MB. Hãy chọn ổ đĩa khác.`,
    'journal-not-copied': (reason: string) => `Không sao được nhật ký: ${reason}. Bản sao dở đã được xóa; hãy thử lại.`,
    stopped: () => 'Đã dừng theo yêu cầu; không để lại phần dở dang.',
    'not-a-copy': (folder: string) => `Không phải bản sao lưu: ${folder}`,
    'newer-copy': () => 'Bản sao do phần mềm mới hơn tạo ra: hãy cài bản phần mềm đó rồi khôi phục.',
    'not-signed': (file: string) => `Bản sao đã bị sửa: ${file} không khớp chữ ký. Hãy dùng bản sao khác.`,
    'file-missing': (file: string) => `Bản sao thiếu tệp ${file}. Hãy dùng bản sao khác.`,
    'file-changed': (file: string) => `Bản sao đã bị sửa hoặc hỏng ở tệp ${file}. Hãy dùng bản sao khác.`,
    'file-strange': (file: string) => `Trong bản sao có tệp lạ: ${file}. Hãy dùng bản sao khác.`,
    'journal-damaged': (damage: string) => `Nhật ký không còn nguyên vẹn: ${damage}. Hãy dùng bản sao khác.`,
    'in-use': (folder: string) =>
      `Máy chủ đang chạy trên ${folder}: hãy tắt máy chủ, hoặc khôi phục vào thư mục khác bằng --to.`,
    'not-empty': (folder: string) =>
      `${folder} không trống, không ghi đè lên dữ liệu: hãy khôi phục vào thư mục trống bằng --to, hoặc đổi tên thư mục cũ trước.`,
  } satisfies Readonly<Record<CopyFaultCode, (about: string) => string>>,
} as const;
