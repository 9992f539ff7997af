import type { RejectionCode } from '../../../shared/domain/rejection.ts';

type Params = Readonly<Record<string, string | number>>;
type Sentence = string | ((params: Params) => string);

/** What was refused and what to do next, a sentence each. A code without a sentence does not compile. */
const BY_CODE: Readonly<Record<RejectionCode, Sentence>> = {
  malformed: 'Nội dung gửi đi chưa hợp lệ. Đề nghị kiểm tra lại các mục đã nhập.',
  'too-large': 'Nội dung gửi đi quá dài. Đề nghị rút gọn hoặc chia nhỏ.',
  'too-many-commands': 'Thao tác quá nhanh. Đề nghị chờ vài giây rồi làm lại.',
  'not-permitted': 'Vị trí này không có quyền thực hiện thao tác. Đề nghị liên hệ Ban Thư ký.',
  'conference-unknown': 'Không tìm thấy hội nghị. Đề nghị mở lại từ trang đầu.',
  'conference-exists': 'Hội nghị này đã được lập. Đề nghị mở lại từ trang đầu.',
  'wrong-phase': 'Thao tác không áp dụng ở giai đoạn này của hội nghị.',
  'bridge-unknown': 'Điểm cầu không còn trong danh sách. Đề nghị chọn lại.',
  'bridge-in-use': 'Điểm cầu đang có điểm cầu nhánh, đại biểu hoặc lượt phát biểu nên chưa xóa được.',
  'central-bridge-exists': 'Hội nghị đã có điểm cầu trung tâm. Mỗi hội nghị chỉ có một.',
  'central-bridge-missing': 'Chưa có điểm cầu trung tâm. Đề nghị thêm trước khi khai mạc.',
  'too-many-bridges': ({ max }) => `Vượt quá số điểm cầu cho phép (${max ?? ''}).`,
  'link-as-before': 'Trạng thái đường truyền không thay đổi.',
  'delegate-unknown': 'Đại biểu không còn trong danh sách của điểm cầu này. Đề nghị tìm lại.',
  'mark-as-before': 'Đại biểu đã được điểm danh như vậy.',
  'category-twice': 'Một thành phần được nhập hai lần. Đề nghị gộp lại.',
  'item-unknown': 'Mục chương trình không còn. Đề nghị chọn lại.',
  'item-not-waiting': 'Chỉ thực hiện được với mục chưa bắt đầu.',
  'item-not-live': 'Mục này không đang diễn ra.',
  'item-live': 'Mục này đang diễn ra.',
  'agenda-changed': 'Chương trình vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  'too-many-items': ({ max }) => `Chương trình đã đủ số mục cho phép (${max ?? ''}).`,
  'speech-unknown': 'Lượt phát biểu không còn. Đề nghị chọn lại.',
  'speech-not-waiting': 'Lượt phát biểu này không còn chờ.',
  'speech-not-on-floor': 'Điểm cầu này không đang phát biểu.',
  'speech-not-called': 'Điểm cầu này chưa được mời phát biểu.',
  'already-waiting': 'Điểm cầu đã có một lượt đang chờ. Đề nghị rút lượt cũ trước.',
  'queue-full': ({ max }) => `Danh sách phát biểu đã đủ ${max ?? ''} lượt.`,
  'queue-changed': 'Thứ tự phát biểu vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  'floor-changed': ({ bridge }) =>
    bridge === undefined
      ? 'Lượt phát biểu vừa thay đổi. Đề nghị xem lại rồi thực hiện.'
      : `${bridge} vừa được mời phát biểu. Đề nghị xem lại rồi thực hiện.`,
  'floor-occupied': 'Đang có điểm cầu phát biểu. Đề nghị kết thúc lượt phát biểu trước.',
  'source-unknown': 'Nguồn hình không còn. Đề nghị chọn nguồn khác.',
  'program-changed': 'Hình đang phát vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  'nothing-to-change': 'Không có gì thay đổi.',
  'journal-unavailable': 'Máy chủ tạm thời không ghi được. Đề nghị thử lại và báo cán bộ kỹ thuật.',
  'protocol-outdated': 'Trang này đã cũ so với máy chủ. Đề nghị tải lại trang.',
};

/** Answers of the pages beside the commands: signing in, media, addresses. */
const OTHERS: ReadonlyMap<string, string> = new Map([
  ['signed-out', 'Phiên làm việc đã kết thúc. Đề nghị mở lại đường dẫn được cấp.'],
  ['link-invalid', 'Đường dẫn không đúng, đã hết hạn hoặc đã bị thu hồi.'],
  ['too-many-tries', 'Thử quá nhiều lần. Đề nghị chờ 15 phút rồi thử lại.'],
  ['media-unavailable', 'Hình và tiếng chưa sẵn sàng.'],
  ['unknown-address', 'Không có địa chỉ này.'],
  ['foreign-origin', 'Yêu cầu không đến từ trang của máy chủ này. Đề nghị mở lại từ đường dẫn được cấp.'],
  ['internal', 'Máy chủ gặp lỗi. Đề nghị thử lại và báo cán bộ kỹ thuật.'],
]);
/** A code that only a newer server knows. */
const UNKNOWN = 'Máy chủ từ chối thao tác. Đề nghị tải lại trang rồi thử lại.';

const isRejection = (code: string): code is RejectionCode => Object.hasOwn(BY_CODE, code);

export const refusalsText = {
  sentence(code: string, params: Params = {}): string {
    if (!isRejection(code)) return OTHERS.get(code) ?? UNKNOWN;
    const sentence = BY_CODE[code];
    return typeof sentence === 'string' ? sentence : sentence(params);
  },
};
