import type { FloorMode, SpeechKind } from '../../../shared/domain/floor/rules.ts';

/** What a mode means in the hall, a sentence each. */
const modes: Readonly<Record<FloorMode, { readonly name: string; readonly means: string }>> = {
  request: { name: 'Xin phát biểu', means: 'Điểm cầu bấm xin phát biểu; điều hành nhận, xếp thứ tự và mời từng lượt.' },
  operatorOnly: {
    name: 'Điều hành mời',
    means: 'Điểm cầu không có nút xin phát biểu; điều hành ghi và mời từng lượt.',
  },
  open: {
    name: 'Tự do có giới hạn',
    means:
      'Điểm cầu xin là được phát biểu ngay khi còn chỗ; hết chỗ thì chờ theo thứ tự. Sau khi áp dụng, các lượt đầu danh sách được mời ngay nếu còn chỗ.',
  },
  override: {
    name: 'Nhường lời',
    means: 'Điểm cầu xin là được phát biểu ngay; khi hết chỗ, lượt đã phát biểu lâu nhất dừng lại.',
  },
};

const kinds: Readonly<Record<SpeechKind, string>> = {
  procedural: 'Về điều hành',
  question: 'Câu hỏi xen giữa',
  reply: 'Trả lời',
  paper: 'Tham luận',
  opinion: 'Ý kiến',
};

interface Correction {
  readonly name: string;
  readonly minutes: string;
}

/** How halls come to the floor, what time they have, and who takes a seat over. */
export const rulesText = {
  tab: 'Phát biểu',
  kinds,
  region: { label: 'Khu vực', hint: 'Để tính thời gian phát biểu theo khu vực. Có thể để trống.' },
  form: {
    heading: 'Cách phát biểu',
    mode: 'Chế độ',
    modes,
    seats: 'Số lượt phát biểu cùng lúc',
    seatsHint: 'Từ 1 đến 6. Chỉ dùng cho chế độ tự do và nhường lời.',
    presentOnly: 'Chỉ điểm cầu đang kết nối mới xin phát biểu được',
    times: 'Thời gian mỗi lượt',
    timesHint: 'Số phút, hoặc phút:giây. Ví dụ 7 hoặc 2:30.',
    categories: 'Loại ý kiến về điều hành',
    categoriesHint:
      'Mỗi dòng một loại, loại cần ưu tiên nhất ở trên cùng; tối đa 8 loại. Để trống nếu không phân loại.',
    budget: 'Quỹ thời gian phát biểu',
    holders: { none: 'Không tính', bridge: 'Mỗi điểm cầu', region: 'Mỗi khu vực' },
    granted: 'Số phút được giao',
    grantedHint: 'Tham luận và ý kiến được trừ vào quỹ; câu hỏi, trả lời và ý kiến về điều hành không trừ.',
    apply: 'Áp dụng',
    applied: 'Đã áp dụng cách phát biểu.',
    problems: {
      seats: 'Số lượt cùng lúc phải từ 1 đến 6.',
      time: (kind: string) => `Thời gian của “${kind}” cần ghi bằng phút, ví dụ 7 hoặc 2:30.`,
      categories: 'Tối đa 8 loại, mỗi loại không quá 80 ký tự và không trùng nhau.',
      granted: 'Cần ghi số phút được giao của quỹ, ví dụ 15.',
    },
  },
  list: {
    heading: 'Thời gian riêng của từng mục',
    item: 'Mục chương trình',
    general: 'Ngoài các mục (danh sách chung)',
    none: 'Chương trình chưa có mục tham luận, thảo luận hoặc giải đáp. Thêm mục để đặt thời gian riêng.',
    hint: 'Để trống: theo thời gian chung ở trên.',
    apply: 'Áp dụng cho mục này',
    applied: (title: string) => `Đã đặt thời gian riêng cho “${title}”.`,
  },
  ledger: {
    heading: 'Sổ thời gian phát biểu',
    none: 'Chưa có điểm cầu nào. Thời gian phát biểu của các điểm cầu sẽ hiện ở đây.',
    columns: {
      bridge: 'Điểm cầu',
      region: 'Khu vực',
      used: 'Đã dùng',
      corrected: 'Điều chỉnh',
      left: 'Còn lại',
      act: 'Thao tác',
    },
    noRegion: 'Chưa ghi khu vực',
    noBudget: 'không tính',
    overdrawn: (length: string) => `vượt ${length}`,
    find: 'Tìm trong sổ',
    more: (count: number) => `Còn ${count} dòng: gõ để tìm.`,
    noneFound: 'Không có dòng nào khớp.',
    correct: 'Điều chỉnh',
    correctNamed: (name: string) => `Điều chỉnh thời gian của ${name}`,
    direction: 'Cách điều chỉnh',
    directions: { add: 'Thêm thời gian', take: 'Bớt thời gian' },
    length: 'Số phút',
    bridge: 'Ghi cho điểm cầu',
    reason: 'Lý do (bắt buộc, ghi vào biên bản)',
    save: 'Ghi điều chỉnh',
    saved: ({ name, minutes }: Correction) => `Đã điều chỉnh ${minutes} phút cho ${name}.`,
    problem: 'Cần ghi số phút (ví dụ 2 hoặc 1:30) và lý do.',
  },
  deputies: {
    heading: 'Mã dự bị',
    lead: 'Người dự bị nhập mã ở trang đầu để tiếp quản vị trí khi máy của người đang làm bị hỏng. Mã dùng một lần, trong 24 giờ.',
    seat: 'Vị trí',
    label: 'Cấp cho ai',
    mint: 'Cấp mã dự bị',
    usual: (seat: string) => `Dự bị: ${seat}`,
    minted: (label: string) => `Mã cấp cho “${label}”. Chỉ hiện một lần: đọc hoặc chép ngay cho đúng người.`,
    code: 'Mã dự bị',
    how: 'Nhập ở trang đầu, mục “Tiếp quản bằng mã dự bị”.',
    done: 'Đã chép, ẩn mã',
    ofCode: 'mã dự bị',
    unusedUntil: (when: string) => `chưa dùng, hết hạn ${when}`,
    expired: 'đã hết hạn, chưa dùng',
    usedAt: (when: string) => `đã dùng ${when}`,
    revokeName: (label: string) => `Thu hồi mã dự bị của ${label}`,
    taken: (seat: string, time: string) => `Người dự bị đã tiếp quản vị trí ${seat} lúc ${time}.`,
  },
};
