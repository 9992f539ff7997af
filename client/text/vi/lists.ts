import type { FileFault, ImportField, ImportList, RowFault } from '../../../shared/protocol/list-import.ts';

type Params = Readonly<Record<string, string | number>>;

interface Counts {
  readonly added: string;
  readonly changed: string;
  readonly refused: string;
}

const fields: Readonly<Record<ImportField, string>> = {
  number: 'Số đại biểu',
  fullName: 'Họ và tên',
  positions: 'Chức vụ',
  category: 'Thành phần',
  homeUnit: 'Đơn vị',
  delegation: 'Đoàn',
  bridge: 'Điểm cầu',
  role: 'Vai trò',
  seat: 'Chỗ ngồi',
  name: 'Tên điểm cầu',
  shortName: 'Tên ngắn',
  parent: 'Điểm cầu cấp trên',
  region: 'Khu vực',
  room: 'Phòng họp',
  chair: 'Chủ trì tại điểm cầu',
  chairPositions: 'Chức vụ người chủ trì',
  technician: 'Cán bộ kỹ thuật',
  phone: 'Điện thoại',
  start: 'Bắt đầu',
  end: 'Kết thúc',
  duration: 'Thời lượng (phút)',
  title: 'Nội dung',
  presenter: 'Người trình bày',
  kind: 'Loại',
};

const readerDied: Readonly<Record<string, string>> & { readonly other: string } = {
  'too-much-memory': 'Tệp quá nặng để đọc, chưa có gì được ghi. Đề nghị lưu thành tệp CSV hoặc chia thành nhiều tệp.',
  'took-too-long': 'Đọc tệp quá lâu nên đã dừng, chưa có gì được ghi. Đề nghị chia thành nhiều tệp.',
  other: 'Việc đọc tệp bị ngắt giữa chừng, chưa có gì được ghi. Đề nghị nhập lại tệp.',
};

/** Why the whole file is not taken, and the way out. */
const fileFaults: Readonly<Record<FileFault, (params: Params) => string>> = {
  'file-empty': () => 'Tệp không có dòng nào. Đề nghị kiểm tra lại tệp rồi chọn lại.',
  'file-too-large': ({ limit }) =>
    `Tệp quá lớn${limit === undefined ? '' : ` (tối đa ${limit})`}. Đề nghị lưu thành tệp CSV hoặc chia thành nhiều tệp.`,
  'file-not-a-table': () => 'Tệp không phải là bảng tính. Đề nghị chọn tệp Excel (.xlsx) hoặc CSV.',
  'file-type-mismatch': () =>
    'Nội dung tệp không đúng với đuôi tên tệp. Đề nghị mở bằng Excel, chọn Lưu thành (Save As) “Excel Workbook (.xlsx)” rồi nhập lại.',
  'zip-bomb': () =>
    'Tệp nén giải ra quá lớn nên không đọc. Đề nghị sao chép bảng sang một tệp Excel mới, hoặc lưu thành CSV.',
  'too-many-columns': ({ limit }) =>
    `Bảng có quá nhiều cột${limit === undefined ? '' : ` (tối đa ${limit})`}. Đề nghị chỉ giữ các cột cần nhập.`,
  'too-many-rows': ({ limit }) =>
    `Bảng có quá nhiều dòng${limit === undefined ? '' : ` (tối đa ${limit})`}. Đề nghị lưu thành tệp CSV hoặc chia thành nhiều tệp.`,
  'cell-too-long': ({ row, column }) =>
    `Có ô quá dài${row === undefined ? '' : ` ở dòng ${row}`}${column === undefined ? '' : `, cột ${column}`}. Đề nghị rút gọn hoặc xóa ô đó trong tệp.`,
  'encoding-tcvn3': () =>
    'Tệp dùng bảng mã TCVN3 (phông .VnTime). Đề nghị chuyển sang Unicode bằng công cụ chuyển mã của Unikey (Ctrl+Shift+F6), lưu lại rồi nhập.',
  'encoding-vni': () =>
    'Tệp dùng bảng mã VNI (phông VNI-Times). Đề nghị chuyển sang Unicode bằng công cụ chuyển mã của Unikey (Ctrl+Shift+F6), lưu lại rồi nhập.',
  'encoding-unknown': () =>
    'Không nhận ra bảng mã của tệp. Đề nghị mở bằng Excel và lưu thành “CSV UTF-8” hoặc “Excel Workbook (.xlsx)”.',
  'old-excel': () =>
    'Tệp Excel đời cũ (.xls). Đề nghị mở bằng Excel, chọn Lưu thành (Save As) “Excel Workbook (.xlsx)” rồi nhập lại.',
  'encrypted-excel': () => 'Tệp có mật khẩu. Đề nghị mở tệp, bỏ mật khẩu, lưu lại rồi nhập.',
  'file-damaged': () => 'Tệp bị hỏng hoặc chưa tải về hết. Đề nghị mở bằng Excel, lưu lại rồi nhập; hoặc xin lại tệp.',
  'no-header': () =>
    'Không tìm thấy dòng tên cột. Đề nghị ghi tên các cột ở một dòng phía trên danh sách như tệp mẫu, hoặc chỉ ra từng cột nếu tệp gọi bằng tên khác.',
  'column-missing': ({ missing }) =>
    `Thiếu cột bắt buộc${missing === undefined ? '' : `: ${missing}`}. Đề nghị thêm cột vào tệp, hoặc chỉ ra cột đó nếu tệp gọi bằng tên khác.`,
  'too-many-changes': ({ limit }) =>
    `Tệp thay đổi quá nhiều đại biểu đã có${limit === undefined ? '' : ` (tối đa ${limit} mỗi lần)`}. Đề nghị chia thành nhiều tệp.`,
  'reader-died': ({ cause }) => readerDied[cause ?? ''] ?? readerDied.other,
  'server-restarted': () => 'Máy chủ vừa khởi động lại, chưa có gì được ghi. Đề nghị nhập lại tệp.',
};

/** Why one row is not taken, and what to do with it in the file. */
const rowFaults: Readonly<Record<RowFault, string>> = {
  'value-missing': 'Còn trống. Đề nghị ghi vào ô này.',
  'value-too-long': 'Quá dài. Đề nghị rút gọn.',
  'value-unreadable': 'Không đọc được. Đề nghị ghi lại ô này.',
  'legacy-letters': 'Chữ thuộc bảng mã cũ (TCVN3, VNI). Đề nghị gõ lại bằng Unicode.',
  formula: 'Ô là công thức. Đề nghị sao chép rồi dán lại dưới dạng giá trị.',
  'bridge-unknown': 'Hội nghị chưa có điểm cầu này. Đề nghị thêm điểm cầu, hoặc sửa tên như trong danh sách điểm cầu.',
  'bridge-ambiguous': 'Nhiều điểm cầu có tên này. Đề nghị ghi tên đầy đủ của điểm cầu.',
  'parent-unknown': 'Không có điểm cầu cấp trên này trong tệp và trong hội nghị. Đề nghị thêm vào tệp hoặc sửa tên.',
  'name-twice': 'Tên này đã có ở dòng khác của tệp. Đề nghị bỏ một dòng hoặc ghi cho khác nhau.',
  'role-unknown': 'Không rõ vai trò. Đề nghị ghi Chủ trì, Đồng chủ trì, Trưởng đoàn hoặc Thư ký, hoặc để trống.',
  'time-unreadable': 'Không đọc được thời gian. Đề nghị ghi như 14:00, thời lượng ghi số phút.',
  'too-many-categories': 'Quá nhiều thành phần khác nhau. Đề nghị ghi thống nhất tên thành phần.',
};

const home = {
  lead: 'Nhập tệp Excel (.xlsx) hoặc CSV. Xem trước rồi mới ghi; ghi rồi vẫn hoàn tác được.',
  choose: 'Chọn tệp…',
  chooseNamed: (list: string) => `Chọn tệp ${list} để nhập`,
  drop: 'hoặc kéo tệp vào đây',
  template: 'Tải tệp mẫu',
  templateFile: (list: string) => `Mẫu ${list}.csv`,
  bridgesFile: 'Điểm cầu cần thêm.csv',
  templateNamed: (list: string) => `Tải tệp mẫu ${list}`,
  exportAs: 'Xuất:',
  exportNamed: (paper: string, kind: string) => `Xuất ${paper} ra tệp ${kind}`,
  kinds: { xlsx: 'Excel', csv: 'CSV' },
  more: 'Xuất số liệu điểm danh',
  readOnly: 'Việc nhập danh sách do Ban Thư ký thực hiện.',
  underway: 'Tệp đang xử lý',
  noAnswer: 'Chưa hỏi được máy chủ về các tệp đang xử lý; sẽ tự hỏi lại.',
  imported: 'Các lần đã nhập',
  none: 'Các tệp đã nhập sẽ hiện ở đây, kèm nút hoàn tác.',
  open: 'Xem',
  openNamed: (name: string) => `Xem tệp ${name}`,
  imports: (list: string, time: string) => `${list} · ${time}`,
  undone: 'đã hoàn tác',
  undoNamed: (name: string) => `Hoàn tác lần nhập tệp ${name}`,
  isUndone: (name: string) => `Đã hoàn tác lần nhập tệp ${name}.`,
};

const wizard = {
  back: 'Về danh sách',
  title: (list: string, name: string) => `Nhập tệp “${name}” vào: ${list}`,
  steps: { read: '1. Đọc tệp', look: '2. Xem trước', write: '3. Ghi' },
  stepsLabel: 'Các bước',
  sending: 'Đang gửi tệp lên máy chủ',
  sent: (sent: string, whole: string) => `${sent} / ${whole}`,
  sentWhole: 'Đã gửi xong, máy chủ đang nhận tệp…',
  reading: 'Đang đọc tệp',
  read: (rows: string, sent: string, whole: string) => `${rows} dòng · ${sent} / ${whole}`,
  waiting: 'Chuẩn bị đọc; máy chủ đọc lần lượt từng tệp',
  readingHint: 'Có thể đóng cửa sổ này; việc đọc vẫn tiếp tục. Chưa có gì được ghi.',
  sendingHint: 'Đề nghị giữ trang này mở đến khi gửi xong. Chưa có gì được ghi.',
  stop: 'Hủy',
  stopNamed: (name: string) => `Hủy tệp ${name}`,
  stopped: (name: string) => `Đã hủy tệp ${name}. Không có gì được ghi.`,
  applying: 'Đang ghi vào danh sách…',
  gone: 'Không còn tệp này: đã hủy, quá hạn hoặc máy chủ vừa khởi động lại. Đề nghị nhập lại tệp.',
  failed: 'Chưa nhập được tệp này',
  remove: 'Bỏ tệp này',
  another: 'Chọn tệp khác…',
  states: {
    ready: 'chờ xem và ghi',
    applying: 'đang ghi',
    applied: 'đã ghi',
    failed: 'chưa nhập được',
    cancelled: 'đã hủy',
  },
};

const preview = {
  heading: 'Xem trước: chưa có gì được ghi',
  figures: { added: 'Thêm mới', changed: 'Thay đổi', unchanged: 'Giữ nguyên', refused: 'Không nhận' },
  label: 'Nội dung của tệp',
  tabs: {
    added: (count: string) => `Thêm mới (${count})`,
    changed: (count: string) => `Thay đổi (${count})`,
    refused: (count: string) => `Không nhận (${count})`,
    columns: 'Các cột của tệp',
  },
  heads: {
    sheet: 'Trang tính',
    row: 'Dòng',
    name: 'Tên',
    facts: 'Nội dung',
    field: 'Mục',
    before: 'Đang ghi',
    after: 'Sẽ ghi',
    column: 'Cột',
    value: 'Giá trị',
    reason: 'Lý do',
  },
  blank: 'trống',
  wholeRow: 'cả dòng',
  firstOf: (shown: string, all: string) => `${shown} dòng đầu trong ${all}`,
  noneAdded: 'Không có dòng nào để thêm.',
  noneChanged: 'Không có dòng nào thay đổi.',
  noneRefused: 'Mọi dòng đều nhận được.',
  refusedHint: 'Các dòng này sẽ không được ghi. Sửa trong tệp rồi nhập lại; dòng đã ghi không bị ghi lần thứ hai.',
  download: 'Tải tất cả dòng không nhận (CSV)',
  unknownBridges: (count: string) => `${count} tên điểm cầu trong tệp chưa có trong hội nghị`,
  unknownBridge: (name: string, rows: string) => `${name} (${rows} dòng)`,
  andMore: (count: string) => `và ${count} tên khác`,
  unknownWayOut:
    'Thêm các điểm cầu này rồi đọc lại; hoặc sửa tên trong tệp như trong danh sách điểm cầu, rồi nhập lại.',
  bridgesTemplate: 'Tải các tên này thành tệp điểm cầu',
  readAgain: 'Đọc lại tệp',
  newCategories: (count: string) => `${count} thành phần mới: `,
  newCategoriesHint: 'Nếu là cách ghi khác của một thành phần đã có, đề nghị sửa trong tệp.',
  apply: (rows: string) => `Ghi ${rows} dòng vào danh sách`,
  nothing: 'Tệp không có gì mới so với danh sách.',
  nothingTaken: 'Không dòng nào nhận được. Đề nghị xem lý do, sửa tệp hoặc các cột rồi đọc lại.',
};

const columns = {
  hint: 'Máy chủ hiểu các cột như dưới đây. Nếu chưa đúng, chọn lại rồi bấm “Đọc lại với các cột này”.',
  called: 'Cột trong tệp',
  sample: 'Ví dụ',
  means: 'Được hiểu là',
  unused: 'Không dùng',
  choose: (called: string) => `Cột “${called}” là`,
  sheet: (name: string, row: string, rows: string) =>
    `Trang tính “${name}”: tên cột ở dòng ${row}, ${rows} dòng danh sách`,
  leftOut: (name: string) => `Trang tính “${name}”: không thấy dòng tên cột nên bỏ qua`,
  table: (row: string, rows: string) => `Tên cột ở dòng ${row}, ${rows} dòng danh sách`,
  act: 'Đọc lại với các cột này',
  asBefore: 'Chưa đổi cột nào',
};

const done = {
  heading: 'Đã ghi vào danh sách',
  undoneHeading: 'Đã hoàn tác: danh sách trở lại như trước khi nhập',
  counts: ({ added, changed }: Pick<Counts, 'added' | 'changed'>) => `Thêm mới ${added}, thay đổi ${changed}.`,
  refused: (count: string) => `${count} dòng không nhận chưa được ghi.`,
  undo: 'Hoàn tác',
  undoHint: 'Hoàn tác được đến khi bế mạc, ở đây hoặc ở mục “Các lần đã nhập”.',
  finish: 'Xong',
};

const news = {
  ready: ({ name, added, changed, refused }: Counts & { readonly name: string }) =>
    `Đã đọc xong tệp ${name}: thêm mới ${added}, thay đổi ${changed}, không nhận ${refused}.`,
  applied: (name: string) => `Đã ghi tệp ${name} vào danh sách.`,
  failed: (name: string, sentence: string) => `Chưa nhập được tệp ${name}. ${sentence}`,
};

const lists: Readonly<Record<ImportList, string>> = {
  delegates: 'Đại biểu',
  bridges: 'Điểm cầu',
  agenda: 'Chương trình',
};

/** Lists that come as files and go as files. */
export const listsText = {
  tab: 'Danh sách',
  lists,
  papers: {
    delegates: 'danh sách đại biểu',
    bridges: 'danh sách điểm cầu',
    agenda: 'chương trình',
    attendance: 'điểm danh theo điểm cầu',
    delegations: 'điểm danh theo đoàn',
    'check-ins': 'các lượt điểm danh',
  },
  fields,
  or: ' hoặc ',
  fileFaults,
  rowFaults,
  home,
  wizard,
  preview,
  columns,
  done,
  news,
  palette: {
    sheet: 'Danh sách: nhập, xuất tệp Excel, CSV',
    also: 'đại biểu điểm cầu chương trình',
  },
};
