import type { CheckInWay } from '../../../shared/domain/attendance/delegate.ts';
import type { RejectionCode } from '../../../shared/domain/rejection.ts';
import { type Sentence, sentencesByCode } from '../sentences-by-code.ts';
import { timeOfDay } from '../time-of-day.ts';

const WAYS: Readonly<Record<CheckInWay, string>> = {
  list: 'theo danh sách',
  badge: 'bằng thẻ đại biểu',
  phone: 'bằng mã trên điện thoại',
  code: 'bằng mã gõ tay',
  report: 'theo báo cáo của điểm cầu',
};
const ways = new Map<unknown, string>(Object.entries(WAYS));

/** What was refused and what to do next, a sentence each. */
const byCode: Readonly<Record<RejectionCode, Sentence>> = {
  malformed: 'Nội dung gửi đi chưa hợp lệ. Đề nghị kiểm tra lại các mục đã nhập.',
  'too-large': 'Nội dung gửi đi quá dài. Đề nghị rút gọn hoặc chia nhỏ.',
  'too-many-commands': 'Thao tác quá nhanh. Đề nghị chờ vài giây rồi làm lại.',
  'not-permitted': ({ elsewhere }) =>
    elsewhere === undefined
      ? 'Vị trí này không có quyền thực hiện thao tác. Đề nghị liên hệ Ban Thư ký.'
      : `Người này còn trong ${elsewhere} hội nghị khác cùng chuỗi trên máy chủ. Đề nghị Ban Thư ký phụ trách các hội nghị xóa một lần ở tất cả.`,
  'conference-unknown': 'Không tìm thấy hội nghị. Đề nghị mở lại từ trang đầu.',
  'conference-exists': 'Hội nghị này đã được lập. Đề nghị mở lại từ trang đầu.',
  'wrong-phase': 'Thao tác này chưa thực hiện được hoặc không còn thực hiện được ở giai đoạn này của hội nghị.',
  'bridge-unknown': 'Điểm cầu không còn trong danh sách. Đề nghị chọn lại.',
  'bridge-in-use': ({ bridge = '' }) =>
    `${bridge === '' ? 'Điểm cầu' : bridge} đang có điểm cầu nhánh, đại biểu hoặc lượt phát biểu nên chưa xóa được.`,
  'bridge-has-delegates': ({ bridge, count }) =>
    `${bridge ?? 'Điểm cầu'} còn ${count ?? ''} đại biểu trong danh sách. Đề nghị chuyển các đại biểu sang điểm cầu khác trước.`,
  'central-bridge-exists': 'Hội nghị đã có điểm cầu trung tâm. Mỗi hội nghị chỉ có một.',
  'central-bridge-missing': 'Chưa có điểm cầu trung tâm. Đề nghị thêm trước khi khai mạc.',
  'too-many-bridges': ({ max }) => `Vượt quá số điểm cầu cho phép (${max ?? ''}).`,
  'link-as-before': 'Trạng thái đường truyền không thay đổi.',
  'delegate-unknown': 'Đại biểu không còn trong danh sách của điểm cầu này. Đề nghị tìm lại.',
  'mark-as-before': 'Đại biểu đã được điểm danh như vậy.',
  'already-present': ({ since, way }) =>
    [
      'Đại biểu đã được điểm danh',
      ...(typeof since === 'number' && since > 0 ? [`lúc ${timeOfDay(since)}`] : []),
      ways.get(way) ?? '',
    ]
      .join(' ')
      .trim()
      .concat('.'),
  'wrong-bridge': ({ bridge }) =>
    `Đại biểu dự tại ${bridge ?? 'điểm cầu khác'}, không phải điểm cầu này. Đề nghị hướng dẫn sang đúng điểm cầu hoặc báo Ban Thư ký chuyển.`,
  'not-there': 'Đại biểu chưa được điểm danh có mặt. Đề nghị điểm danh trước.',
  'has-substitute': 'Đã có người dự thay đại biểu này. Đề nghị xóa người dự thay trước.',
  'category-twice': 'Một thành phần được nhập hai lần. Đề nghị gộp lại.',
  'too-many-categories': ({ max }) =>
    `Vượt quá số thành phần cho phép (${max ?? ''}). Đề nghị ghi thống nhất tên thành phần.`,
  'too-many-delegations': ({ max }) =>
    `Vượt quá số đoàn cho phép (${max ?? ''}). Đề nghị xem lại cột nào trong tệp là đoàn.`,
  'report-changed': 'Báo cáo của điểm cầu vừa được người khác cập nhật. Đề nghị xem lại rồi gửi.',
  'import-unknown': 'Không còn tệp này: đã hủy, quá hạn hoặc máy chủ vừa khởi động lại. Đề nghị nhập lại tệp.',
  'import-applied': 'Tệp này đã được ghi vào danh sách.',
  'import-undone': 'Lần nhập này đã được hoàn tác. Đề nghị nhập lại tệp nếu cần.',
  'roll-call-running': 'Đang điểm danh điểm cầu. Đề nghị kết thúc lượt điểm danh đó trước.',
  'roll-call-over': 'Lượt điểm danh điểm cầu đã kết thúc. Đề nghị bắt đầu lượt mới.',
  'roll-changed': 'Điểm cầu đang gọi vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  'item-unknown': 'Mục chương trình không còn. Đề nghị chọn lại.',
  'item-not-waiting': 'Chỉ thực hiện được với mục chưa bắt đầu.',
  'item-not-live': 'Mục này chưa bắt đầu hoặc đã xong.',
  'agenda-changed': 'Chương trình vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  'too-many-items': ({ max }) => `Danh sách đã đủ số dòng cho phép (${max ?? ''}).`,
  'speech-unknown': 'Lượt phát biểu không còn. Đề nghị chọn lại.',
  'speech-not-waiting': 'Lượt phát biểu này không còn trong danh sách chờ.',
  'speech-not-on-floor': 'Điểm cầu này hiện không phát biểu.',
  'speech-not-called': 'Điểm cầu này chưa được mời phát biểu.',
  'already-waiting': 'Người này đã có một lượt cùng loại đang chờ. Đề nghị rút lượt cũ trước.',
  'queue-full': ({ max }) => `Danh sách phát biểu đã đủ ${max ?? ''} lượt.`,
  'queue-changed': 'Thứ tự phát biểu vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  'floor-changed': ({ bridge }) =>
    bridge === undefined
      ? 'Lượt phát biểu vừa thay đổi. Đề nghị xem lại rồi thực hiện.'
      : `${bridge} vừa được mời phát biểu. Đề nghị xem lại rồi thực hiện.`,
  'floor-occupied': 'Đang có điểm cầu phát biểu. Đề nghị kết thúc lượt phát biểu trước.',
  'source-unknown': 'Nguồn hình không còn. Đề nghị chọn nguồn khác.',
  'program-changed': 'Hình đang phát vừa thay đổi. Đề nghị xem lại rồi thực hiện.',
  unconfirmed: 'Cần xác nhận trước khi thực hiện. Đề nghị bấm lại.',
  'item-in-use': 'Còn lượt phát biểu chờ ở mục này. Đề nghị rút hoặc chuyển các lượt đó trước.',
  'item-over': 'Mục này đã xong hoặc đã bỏ qua nên không đổi được thời gian.',
  'item-untimed': 'Tiêu đề nhóm và ghi chú không có thời gian nên không bắt đầu được.',
  'row-kind-fixed': 'Không đổi được loại dòng. Đề nghị thêm dòng mới rồi xóa dòng cũ.',
  'end-before-start': ({ title }) => `“${title ?? ''}” có giờ kết thúc trước giờ bắt đầu. Đề nghị sửa lại.`,
  'deadline-passed': ({ title }) => `“${title ?? ''}” phải kết thúc vào một giờ đã qua. Đề nghị đặt lại giờ.`,
  'end-passed': 'Giờ này đã qua. Đề nghị chọn giờ muộn hơn.',
  'speech-not-speaking': 'Điểm cầu này chưa bắt đầu phát biểu hoặc đang tạm dừng.',
  'speech-not-paused': 'Lượt phát biểu này không tạm dừng.',
  'speech-not-spoken': 'Chỉ mời lại được người đã phát biểu xong.',
  'question-on-floor': 'Đang có câu hỏi xen giữa. Đề nghị kết thúc câu hỏi trước.',
  'line-not-lost': 'Đường truyền của điểm cầu chưa mất đủ lâu.',
  'no-understudy': 'Chưa có người phát biểu thay.',
  'too-late': 'Đã quá 10 giây nên không hoàn tác được. Đề nghị đăng ký lại.',
  'too-many-waiting': ({ max }) => `Điểm cầu đã có ${max ?? ''} lượt đang chờ. Đề nghị rút bớt trước.`,
  'asking-not-offered': 'Phần này do Điều hành mời, không nhận đăng ký từ điểm cầu.',
  'list-closed': 'Danh sách đăng ký phát biểu đã đóng.',
  'bridge-absent': 'Điểm cầu chưa kết nối nên chưa đăng ký được.',
  'category-unknown': 'Loại đề nghị này không còn. Đề nghị chọn lại.',
  'desk-empty': 'Chưa có tài liệu trên bàn trình chiếu. Đề nghị chọn tài liệu trước.',
  'document-unknown': 'Tài liệu không còn trên máy chủ. Đề nghị chọn tài liệu khác.',
  'document-on-air': 'Tài liệu đang phát. Đề nghị chuyển sang hình khác trước.',
  'document-not-on-desk': 'Tài liệu này không còn trên bàn trình chiếu.',
  'page-changed': 'Trang trình chiếu vừa được người khác chuyển. Đề nghị xem lại rồi thực hiện.',
  'page-unknown': ({ pages }) => `Tài liệu chỉ có ${pages ?? ''} trang.`,
  'no-media-there': 'Điểm cầu này chỉ theo dõi, không có đường hình và tiếng riêng.',
  'no-line-check': 'Điểm cầu này không có lượt thử đường truyền đang mở.',
  'line-check-running': 'Đang thử đường truyền với điểm cầu này.',
  'check-not-flawless': 'Chưa đủ hai bên xác nhận tốt cả tám nội dung. Đề nghị hỏi tiếp, hoặc chọn “Đạt, có lưu ý”.',
  'remark-missing': 'Đề nghị ghi rõ điều cần lưu ý.',
  'bridge-twice': 'Một điểm cầu được xếp vào hai nhóm thử. Đề nghị bỏ bớt một.',
  'too-many-messages': ({ max }) => `Đã đủ ${max ?? ''} tin nhắn cho hội nghị này. Đề nghị gọi điện thoại.`,
  'message-unknown': 'Tin nhắn này không còn.',
  'call-running': 'Đang có cuộc gọi với điểm cầu này.',
  'call-over': 'Cuộc gọi đã kết thúc.',
  'heard-by-all':
    'Micrô hội trường đang phát toàn hội nghị nên không nói riêng tại máy này được. Đề nghị nhận cuộc gọi trên điện thoại của cán bộ kỹ thuật.',
  'recording-not-decided': 'Chủ trì chưa cho phép ghi hình. Đề nghị xin ý kiến chủ trì trước.',
  'recording-running': 'Đang ghi hình. Đề nghị dừng ghi trước.',
  'recording-unknown': 'Bản ghi này không còn.',
  classified: 'Đang trong nội dung mật: chỉ còn đồng hồ chương trình hoạt động.',
  'defect-unknown': 'Điểm cần khắc phục không còn.',
  'minutes-signed': ({ version }) =>
    `Biên bản (bản ${version ?? ''}) đã ký nên không sửa được. Đề nghị mở lại biên bản và ghi lý do trước.`,
  'paper-head-missing': 'Chưa có phần đầu văn bản. Đề nghị nhập cơ quan ban hành trước khi ký.',
  'note-changed': 'Phần ghi này vừa được người khác sửa. Đề nghị đọc lại rồi ghi tiếp; nội dung đang gõ vẫn còn.',
  'proposal-unknown': 'Kiến nghị không còn trong danh sách. Đề nghị chọn lại.',
  'proposal-owner-fixed': 'Không chuyển kiến nghị sang điểm cầu khác được. Đề nghị xóa và ghi lại.',
  'proposal-leads-group': 'Kiến nghị này đang đại diện cho một nhóm trùng. Đề nghị tách nhóm trước.',
  'proposal-is-duplicate': 'Kiến nghị được chọn đã thuộc một nhóm khác. Đề nghị chọn kiến nghị đại diện của nhóm đó.',
  'task-unknown': 'Nhiệm vụ không còn trong danh sách. Đề nghị chọn lại.',
  'award-unknown': 'Phần thưởng không còn trong danh sách. Đề nghị chọn lại.',
  'award-presented': 'Phần thưởng đã trao nên không xóa được.',
  'more-names-than-count': ({ count }) =>
    `Số tên nhập vào nhiều hơn số tập thể (${count ?? ''}). Đề nghị kiểm tra lại.`,
  'point-unknown': 'Nội dung này không còn trong danh sách. Đề nghị chọn lại.',
  'incident-unknown': 'Sự cố không còn trong danh sách. Đề nghị chọn lại.',
  'not-yet': 'Thời điểm nhập vào chưa đến. Đề nghị kiểm tra lại giờ.',
  'citation-unknown': 'Văn bản không còn trong danh sách. Đề nghị chọn lại.',
  'document-released': 'Tài liệu đã phát hành. Đề nghị thu hồi trước khi sửa.',
  'document-secret': ({ titles }) =>
    titles === undefined
      ? 'Tài liệu có độ mật không phát hành trên hệ thống này. Đề nghị phát bản giấy theo quy định.'
      : `Nhật ký trong hồ sơ còn ghi tên của ${titles} tài liệu có độ mật. Đề nghị đánh dấu đã đọc lưu ý này rồi xuất lại.`,
  'other-bridges-paper': 'Tài liệu này của điểm cầu khác. Đề nghị chọn tài liệu của điểm cầu phát biểu.',
  'ballot-unknown': 'Nội dung biểu quyết không còn. Đề nghị chọn lại.',
  'ballot-not-prepared': 'Nội dung này đã đưa ra biểu quyết nên không sửa hoặc xóa được.',
  'ballot-not-open': 'Biểu quyết chưa mở hoặc đã kết thúc.',
  'ballot-not-closed': 'Biểu quyết chưa kết thúc. Đề nghị kết thúc trước khi công bố.',
  'ballot-open': ({ voted }) =>
    voted === undefined
      ? 'Đang có biểu quyết chưa kết thúc. Đề nghị kết thúc hoặc hủy biểu quyết trước.'
      : 'Đã có phiếu trong biểu quyết chưa kết thúc nên chưa đổi hoặc xóa người trong danh sách được. Đề nghị kết thúc hoặc hủy biểu quyết trước.',
  'quorum-not-reached': ({ present, needed }) =>
    `Chưa đủ số đại biểu để biểu quyết: có mặt ${present ?? ''}, cần ${needed ?? ''}.`,
  'other-manner': 'Biểu quyết này theo hình thức khác.',
  'option-unknown': 'Không có phương án này. Đề nghị tải lại trang rồi chọn.',
  'more-hands-than-people': ({ hands, present }) =>
    present === 0
      ? 'Điểm cầu chưa báo số đại biểu có mặt. Đề nghị báo số đại biểu trước, sau đó gửi số giơ tay.'
      : `Số biểu quyết (${hands ?? ''}) nhiều hơn số có mặt tại điểm cầu (${present ?? ''}). Đề nghị đếm lại hoặc cập nhật điểm danh.`,
  'already-voted': 'Đại biểu đã biểu quyết nội dung này. Mỗi đại biểu biểu quyết một lần.',
  'answers-differ': ({ told, kept }) =>
    `Số phiếu kín còn lưu (${kept ?? ''}) khác số đã ghi nhận (${told ?? ''}). Đề nghị hủy và tổ chức biểu quyết lại.`,
  'rehearsal-running': 'Đang có một buổi tổng duyệt. Đề nghị kết thúc buổi đó trước.',
  'nothing-to-change': 'Không có gì thay đổi.',
  'journal-unavailable': 'Máy chủ tạm thời không ghi được. Đề nghị thử lại và báo cán bộ kỹ thuật.',
  'journal-damaged':
    'Nhật ký của hội nghị không còn nguyên vẹn: màn hình vẫn xem được, không nhận thao tác. Đề nghị báo ngay cán bộ kỹ thuật.',
  'protocol-outdated': 'Trang này đã cũ so với máy chủ. Đề nghị tải lại trang.',
};

export const refusalsText = {
  sentence: sentencesByCode({
    byCode,
    others: {
      'signed-out': 'Phiên làm việc đã kết thúc. Đề nghị mở lại đường dẫn được cấp.',
      'link-invalid': 'Đường dẫn không đúng, đã hết hạn hoặc đã bị thu hồi.',
      'too-many-tries': 'Thử quá nhiều lần. Đề nghị chờ 15 phút rồi thử lại.',
      'media-unavailable': 'Hình và tiếng chưa sẵn sàng.',
      'too-many-devices': ({ max = '' }) =>
        `Điểm cầu đã có ${max} máy vào hình, tiếng. Đề nghị đóng trang ở máy không dùng, chờ một phút rồi thử lại.`,
      'unknown-address': 'Không có địa chỉ này.',
      'foreign-origin': 'Yêu cầu không đến từ trang của máy chủ này. Đề nghị mở lại từ đường dẫn được cấp.',
      'too-many-imports': ({ max = '' }) =>
        `Đã có ${max === '' ? 'nhiều' : max} tệp chờ ghi hoặc chờ chỉ lại cột. Đề nghị ghi hoặc bỏ bớt ở mục “Tệp đang xử lý” rồi nhập tiếp.`,
      'import-not-ready': 'Tệp chưa đọc xong hoặc đang được ghi. Đề nghị chờ rồi thực hiện.',
      'too-long-for-xlsx': 'Danh sách quá dài đối với tệp Excel. Đề nghị xuất ra tệp CSV.',
      'badge-unknown': 'Không có thẻ đại biểu này. Đề nghị kiểm tra lại mã.',
      internal: 'Máy chủ gặp lỗi. Đề nghị thử lại và báo cán bộ kỹ thuật.',
    },
    unknown: 'Máy chủ từ chối thao tác. Đề nghị tải lại trang rồi thử lại.',
  }),
};
