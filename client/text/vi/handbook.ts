/** The words of the handbook, a page of its own: they travel with it and not with the other screens. */
import type {
  HandbookBallot,
  HandbookDocument,
  HandbookNotice,
  HandbookResult,
} from '../../../shared/protocol/handbook.ts';
import { timeOfDay } from '../time-of-day.ts';

const phases = {
  draft: 'Đang dự thảo',
  preparing: 'Đang chuẩn bị',
  live: 'Đang diễn ra',
  adjourned: 'Tạm dừng',
  closed: 'Đã bế mạc',
  archived: 'Đã lưu trữ',
};

const kinds: Readonly<Record<HandbookDocument['kind'], string>> = {
  slides: 'PDF',
  clip: 'Phim',
  image: 'Ảnh',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
};

const bases: Readonly<Record<HandbookResult['base'], string>> = {
  expected: 'số đại biểu được triệu tập',
  present: 'số đại biểu có mặt',
  cast: 'số đại biểu đã biểu quyết',
};

const manners: Readonly<Record<HandbookBallot['manner'], string>> = {
  hands: 'Giơ tay tại hội trường',
  open: 'Biểu quyết công khai trên điện thoại',
  secret: 'Biểu quyết kín trên điện thoại',
};

function notice(said: HandbookNotice): string {
  switch (said.kind) {
    case 'rehearsal':
      return 'Tổng duyệt: đây chưa phải hội nghị chính thức.';
    case 'adjourned':
      return 'Hội nghị đang tạm dừng.';
    case 'recess':
      return `${said.title}: dự kiến đến ${timeOfDay(said.until)}.`;
    case 'delay':
      return `Chương trình lùi ${said.minutes} phút.`;
  }
}

const date = (iso: string): string => {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return `${day}/${month}/${year}`;
};

const decimal = (value: number, digits: number): string =>
  value.toLocaleString('vi-VN', { maximumFractionDigits: digits });

export const handbookText = {
  name: 'Sổ tay hội nghị',
  language: { code: 'vi', own: 'Tiếng Việt' },
  date,
  phases,
  loading: 'Đang mở sổ tay.',
  tabs: {
    label: 'Các phần của sổ tay',
    programme: 'Chương trình',
    documents: 'Tài liệu',
    ballots: 'Biểu quyết',
    own: 'Của tôi',
  },
  kept: (at: number) => `Đang xem bản lưu lúc ${timeOfDay(at)}. Sổ tay tự cập nhật khi có mạng.`,
  notice,
  classified: (since: number, until: number | null) =>
    `Đang họp kín từ ${timeOfDay(since)}${until === null ? '' : `, dự kiến đến ${timeOfDay(until)}`}. Trong thời gian này sổ tay không hiển thị và không lưu nội dung.`,
  now: {
    label: 'Đang diễn ra',
    since: (at: number) => `từ ${timeOfDay(at)}`,
    late: (minutes: number) => (minutes > 0 ? `chậm ${minutes} phút` : `sớm ${-minutes} phút`),
    upcoming: (at: number) => `Sắp tới, khoảng ${timeOfDay(at)}`,
    over: 'Hội nghị đã bế mạc.',
    idle: 'Chưa có nội dung nào đang diễn ra.',
    speaking: 'Đang phát biểu',
    called: 'Được mời phát biểu',
    paused: 'Tạm dừng phát biểu',
    question: 'Đang hỏi',
    nobody: 'Hiện chưa có đại biểu phát biểu.',
    next: (at: number) => `Tiếp theo, khoảng ${timeOfDay(at)}`,
  },
  programme: {
    none: 'Chương trình sẽ hiện ở đây khi Ban Thư ký lập xong.',
    status: { waiting: '', live: 'Đang diễn ra', finished: 'Đã xong', skipped: 'Không thực hiện' },
    actual: (from: number, to: number) => `${timeOfDay(from)}–${timeOfDay(to)}`,
    expected: (from: number, to: number) => `dự kiến ${timeOfDay(from)}–${timeOfDay(to)}`,
    until: (to: number) => `dự kiến đến ${timeOfDay(to)}`,
  },
  documents: {
    none: 'Tài liệu sẽ hiện ở đây khi Ban Thư ký phát hành.',
    kinds,
    pages: (pages: number) => `${pages} trang`,
    size: (bytes: number) =>
      bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${decimal(bytes / 1_000_000, 1)} MB`,
    open: 'Mở',
    openNamed: (title: string) => `Mở tài liệu ${title}`,
    download: 'Tải tệp',
    back: 'Về danh sách tài liệu',
    page: (page: number, pages: number) => `Trang ${page} / ${pages}`,
    before: 'Trang trước',
    after: 'Trang sau',
    picture: (title: string, page: number) => `${title}, trang ${page}`,
    loading: 'Đang tải trang.',
    watermark: 'Có in tên người đọc',
    needsNetwork: 'Tài liệu này không lưu trên máy: cần mạng để mở.',
    offline: 'Trang này chưa được lưu: cần mạng để mở.',
    refused: 'Tài liệu không còn được phát hành. Đề nghị mở lại danh sách.',
    busy: 'Nhiều người đang mở tài liệu. Đề nghị thử lại sau ít giây.',
    failed: 'Chưa tải được. Đề nghị thử lại.',
  },
  ballots: {
    none: 'Nội dung biểu quyết sẽ hiện ở đây khi chủ trì mở.',
    manners,
    stages: {
      open: 'Đang biểu quyết',
      closed: 'Đã kết thúc, chờ công bố',
      published: 'Kết quả',
      annulled: 'Đã hủy',
    },
    secret: 'Biểu quyết kín: hệ thống không lưu liên hệ giữa đại biểu và câu trả lời.',
    hands: 'Đề nghị giơ tay tại hội trường khi được mời.',
    needsBadge: 'Cần mở sổ tay bằng mã trên thẻ đại biểu để biểu quyết.',
    notPresent: 'Chưa điểm danh: đề nghị điểm danh tại cửa hội trường trước, khi đó biểu quyết mới được ghi nhận.',
    choose: 'Đề nghị chọn một phương án.',
    chosen: (option: string) => `Đã chọn: ${option}`,
    send: (option: string) => `Gửi biểu quyết: ${option}`,
    again: 'Chọn lại',
    sending: 'Đang gửi.',
    voted: 'Đã biểu quyết',
    done: 'Đã ghi nhận biểu quyết.',
    resend: 'Gửi lại',
    unsent: 'Chưa gửi được vì mất mạng. Đề nghị gửi lại khi có mạng.',
    count: (count: number, of: number) =>
      `${count.toLocaleString('vi-VN')}${of === 0 ? '' : ` (${decimal((count * 100) / of, 1)}%)`}`,
    base: (of: number, base: HandbookResult['base']) => `100% là ${of.toLocaleString('vi-VN')}: ${bases[base]}.`,
    passed: 'Được thông qua',
    notPassed: 'Không được thông qua',
  },
  own: {
    delegate: 'Đại biểu',
    seat: 'Chỗ ngồi',
    bridge: 'Điểm cầu',
    room: 'Hội trường',
    unit: 'Đơn vị',
    delegation: 'Đoàn',
    present: 'Đã điểm danh có mặt',
    notPresent: 'Chưa điểm danh',
    qr: 'Mã thẻ đại biểu',
    how: 'Đưa mã này vào máy đọc ở cửa hội trường.',
    seatOnly: 'Sổ tay đang mở bằng liên kết theo dõi. Quét mã trên thẻ đại biểu để xem chỗ ngồi và biểu quyết.',
    loading: 'Đang tải thông tin đại biểu.',
  },
  feedback: {
    title: 'Góp ý với Ban Thư ký',
    label: 'Nội dung góp ý',
    left: (left: number) => `Còn ${left} lượt góp ý. Góp ý được ghi cùng tên đại biểu.`,
    none: 'Đã hết lượt góp ý. Đề nghị gặp Ban Thư ký.',
    send: 'Gửi góp ý',
    sending: 'Đang gửi.',
    done: 'Ban Thư ký đã nhận góp ý.',
    empty: 'Đề nghị viết nội dung trước khi gửi.',
    unsent: 'Chưa gửi được vì mất mạng. Nội dung vẫn còn ở trên, đề nghị gửi lại khi có mạng.',
  },
  entry: {
    title: 'Mở sổ tay',
    how: 'Quét mã trên thẻ đại biểu, hoặc gõ mã in dưới hình.',
    label: 'Mã trên thẻ',
    open: 'Mở sổ tay',
    unknown: 'Mã này không có trong danh sách của hội nghị. Đề nghị kiểm tra lại hoặc hỏi bàn đón tiếp.',
    wrong: 'Mã gồm ít nhất 8 chữ và số. Đề nghị gõ lại.',
    nowhere: 'Địa chỉ này chưa đủ. Đề nghị quét lại mã trên thẻ đại biểu.',
    offline: 'Chưa kết nối được. Sổ tay tự mở khi có mạng.',
    forgotten: 'Hội nghị đã kết thúc. Nội dung lưu trên máy này đã được xóa.',
  },
  changes: {
    speaking: (who: string, bridge: string) => `${who} đang phát biểu tại ${bridge}.`,
    live: (title: string) => `Đang diễn ra: ${title}.`,
    ballot: (question: string) => `Mở biểu quyết: ${question}`,
    result: (question: string) => `Đã công bố kết quả: ${question}`,
    document: (title: string) => `Có tài liệu mới: ${title}.`,
  },
  refusals: {
    'already-voted': 'Thẻ này đã biểu quyết nội dung này.',
    'ballot-not-open': 'Biểu quyết đã kết thúc hoặc chưa mở.',
    'ballot-unknown': 'Biểu quyết này không còn. Đề nghị xem lại danh sách.',
    'not-there': 'Thẻ này chưa được điểm danh có mặt. Đề nghị điểm danh ở cửa hội trường trước.',
    'other-manner': 'Nội dung này biểu quyết bằng giơ tay tại hội trường.',
    'option-unknown': 'Phương án không còn. Đề nghị chọn lại.',
    'delegate-unknown': 'Thẻ này không còn trong danh sách. Đề nghị gặp Ban Thư ký.',
    'too-many-items': 'Đã hết lượt góp ý. Đề nghị gặp Ban Thư ký.',
    'too-many-tries': 'Thao tác quá nhanh. Đề nghị chờ một phút.',
    classified: 'Đang họp kín: sổ tay tạm ngừng nhận.',
    'wrong-phase': 'Hội nghị chưa mở hoặc đã kết thúc phần này.',
    'journal-unavailable': 'Máy chủ chưa ghi được. Đề nghị gửi lại sau ít giây.',
    other: 'Chưa gửi được. Đề nghị thử lại hoặc gặp Ban Thư ký.',
  },
} as const;
