import type { AgendaItemKind } from '../../domain/agenda/agenda.ts';
import type { Ballot, MANNERS } from '../../domain/ballots/ballot.ts';
import type { ConferenceDetails } from '../../domain/conference/conference.ts';
import type { SpeechKind } from '../../domain/floor/rules.ts';
import type { REPORT_POINT_KINDS } from '../../domain/records/report-point.ts';

import type { RegisterOutcome } from '../speech-register.ts';

/** What is filled in by hand: a fact that nobody entered is never made up. */
export const DOTS = '……';

const grouped = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 6 });
/** 4.012 */
export const number = (count: number): string => grouped.format(count);
/** Official papers write 07, so that no figure can be put before it. */
export const counted = (count: number): string => (count > 0 && count < 10 ? `0${count}` : number(count));
/** 66,7 %: one decimal, and none where there is none. */
export const percent = (part: number, whole: number): string => `${number(Math.round((part * 1_000) / whole) / 10)} %`;

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
export const roman = (place: number): string => ROMAN[place - 1] ?? String(place);

export const formWords: Readonly<Record<ConferenceDetails['form'], string>> = {
  inPerson: 'trực tiếp',
  online: 'trực tuyến',
  hybrid: 'trực tiếp kết hợp trực tuyến',
};

/** How an item is told: who, and what was done. */
export const doneWords: Readonly<Record<AgendaItemKind, string>> = {
  settling: 'điều hành phần ổn định tổ chức',
  flagSalute: 'điều hành lễ chào cờ',
  introduction: 'tuyên bố lý do, giới thiệu đại biểu',
  opening: 'phát biểu khai mạc hội nghị',
  report: 'trình bày báo cáo',
  newDocuments: 'triển khai, quán triệt văn bản',
  video: 'giới thiệu phóng sự',
  papers: 'điều hành phần trình bày tham luận',
  discussion: 'điều hành phần thảo luận',
  answers: 'giải đáp, làm rõ các ý kiến',
  awards: 'trao tặng các hình thức khen thưởng',
  directiveSpeech: 'phát biểu chỉ đạo hội nghị',
  acknowledgement: 'phát biểu tiếp thu ý kiến chỉ đạo',
  conclusion: 'phát biểu kết luận hội nghị',
  closing: 'phát biểu bế mạc hội nghị',
  recess: 'thông báo giờ nghỉ',
};

export const speechKindWords: Readonly<Record<SpeechKind, string>> = {
  procedural: 'Ý kiến về điều hành',
  question: 'Câu hỏi',
  reply: 'Trả lời',
  paper: 'Tham luận',
  opinion: 'Ý kiến phát biểu',
};

export const pointWords: Readonly<Record<(typeof REPORT_POINT_KINDS)[number], string>> = {
  result: 'Kết quả đạt được',
  limitation: 'Hạn chế, khó khăn',
  plan: 'Phương hướng, nhiệm vụ',
  topic: 'Nội dung trao đổi, thảo luận',
  consensus: 'Ý kiến thống nhất',
};

export const mannerWords: Readonly<Record<(typeof MANNERS)[number], string>> = {
  hands: 'giơ tay, đếm tại từng điểm cầu',
  open: 'công khai, bằng điện thoại của đại biểu',
  secret: 'biểu quyết kín, bằng điện thoại của đại biểu',
};

export const baseWords: Readonly<Record<Ballot['base'], string>> = {
  expected: 'số đại biểu được triệu tập',
  present: 'số đại biểu có mặt',
  cast: 'số đại biểu đã biểu quyết',
};

export const paperWords = {
  comrade: 'đồng chí',
  secret: 'Nội dung mật: ghi biên bản riêng.',
  draft: 'DỰ THẢO',
  rehearsal: 'TỔNG DUYỆT',
} as const;

export const minutesWords = {
  title: 'BIÊN BẢN',
  time: 'Thời gian',
  startTime: 'Thời gian bắt đầu',
  place: 'Địa điểm',
  content: 'Nội dung',
  chair: 'Người chủ trì',
  stateChair: 'Chủ trì (chủ tọa)',
  coChair: 'đồng chủ trì',
  recorder: 'Người ghi biên bản',
  stateRecorder: 'Thư ký (người ghi biên bản)',
  documents: 'Tài liệu sử dụng',
  others: 'Thông tin khác',
  organiser: 'Cơ quan tổ chức',
  form: 'Hình thức',
  reviewed: 'Kỳ đánh giá',
  planned: 'Kỳ triển khai',
  directing: 'Dự và chỉ đạo',
  moderating: 'Điều hành thảo luận',
  announcer: 'Dẫn chương trình',
  begins: (when: string) => `Bắt đầu lúc ${when}`,
  clockOpen: `${DOTS} giờ ${DOTS} phút`,
  bridges: (count: string) => `${count} điểm cầu`,
  subBridges: (count: string) => `${count} điểm cầu nhánh`,
  and: 'và',
  inAppendix: 'danh sách tại Phụ lục I',
  attendance: 'Thành phần',
  stateAttendance: 'Thành phần tham dự',
  official: 'Đại biểu chính thức',
  invited: 'Đại biểu mời',
  press: 'Báo chí',
  leaders: 'Lãnh đạo dự hội nghị',
  summoned: (expected: string, present: string, absent: string) =>
    `Triệu tập: ${expected} đại biểu; có mặt: ${present} đại biểu; vắng mặt: ${absent} đại biểu`,
  absentOf: (excused: string, unexcused: string) => `có lý do: ${excused}, không có lý do: ${unexcused}`,
  presentOf: (count: string) => `có mặt ${count}`,
  unspoken: (count: string) => `Chưa được điểm danh: ${count} đại biểu.`,
  unreported: (count: string) => `Chưa báo cáo quân số: ${count} điểm cầu.`,
  absentees: 'Đại biểu vắng mặt',
  absenteesInAppendix: (count: string) => `Danh sách ${count} đại biểu vắng mặt: tại phụ lục kèm theo.`,
  noReason: 'không nêu lý do',
  somebody: 'một đại biểu',
  bridgeChairs: 'Chủ trì điểm cầu',
  hallChairs: 'Chủ trì',
  attending: 'Dự tại điểm cầu',
  categories: 'Thành phần',
  andOthers: (count: string) => `và ${count} đại biểu khác`,
  excused: 'không dự',
  notReported: 'chưa báo cáo quân số',
  proceedings: 'Diễn biến',
  stateProceedings: 'Nội dung (theo diễn biến hội nghị)',
  fromTo: (from: string, to: string) => `từ ${from} đến ${to}`,
  since: (from: string) => `từ ${from}`,
  onDay: (day: string) => `ngày ${day}`,
  spoken: (count: string) => `${count} ý kiến phát biểu trực tiếp`,
  written: (count: string) => `${count} tham luận gửi bằng văn bản`,
  asked: (count: string) => `${count} câu hỏi, ý kiến trả lời`,
  heard: (what: string) => `Hội nghị có ${what}.`,
  writtenList: 'Tham luận gửi bằng văn bản',
  interposed: (whose: string) => `hỏi xen trong khi ${whose} phát biểu`,
  calledBack: 'phát biểu tiếp',
  onSubject: 'Chủ đề',
  summary: 'Nội dung',
  attached: 'Tài liệu kèm theo',
  shown: 'Tài liệu trình bày',
  cited: 'Văn bản được triển khai, quán triệt, viện dẫn',
  otherSpeeches: 'Các ý kiến phát biểu khác',
  findings: 'Các nội dung được báo cáo, thảo luận',
  awards: 'Khen thưởng',
  ballots: 'Biểu quyết',
  proposals: 'Kiến nghị, đề xuất',
  proposalsTo: (addressee: string) => `Kiến nghị với ${addressee}`,
  proposedBy: 'Đơn vị kiến nghị',
  conclusion: 'Kết luận',
  concluded: 'kết luận hội nghị',
  assigned: 'giao nhiệm vụ',
  tasks: 'Nhiệm vụ được giao',
  assignees: 'Thực hiện',
  deadline: 'Thời hạn',
  ended: (clock: string, day: string) => `Hội nghị kết thúc lúc ${clock}, ${day}`,
  endOpen: `Hội nghị kết thúc lúc ${DOTS} giờ ${DOTS} phút, ngày ${DOTS} tháng ${DOTS} năm ${DOTS}`,
  recorderSigns: 'NGƯỜI GHI BIÊN BẢN',
  chairSigns: 'CHỦ TRÌ HỘI NGHỊ',
  stateRecorderSigns: 'THƯ KÝ',
  stateChairSigns: 'CHỦ TỌA',
} as const;

/** On behalf of a collective, for its head: the two profiles write them apart. */
export const signingWords = {
  party: { onBehalf: 'T/M', forHead: 'K/T' },
  state: { onBehalf: 'TM.', forHead: 'KT.' },
} as const;

export const awardWords = {
  onBehalf: 'thay mặt',
  presents: 'trao',
  to: 'cho',
  conference: 'Hội nghị',
  collectives: (count: string) => `${count} tập thể`,
} as const;

export const ballotWords = {
  question: 'Biểu quyết',
  manner: 'Hình thức',
  electorate: (expected: string, present: string) => `triệu tập ${expected} đại biểu, có mặt ${present} đại biểu`,
  base: (what: string, people: string) => `100 % là ${what}: ${people} đại biểu.`,
  without: 'Không biểu quyết',
  passed: (option: string, over: string) => `Kết quả: “${option}” đạt trên ${over} %, được thông qua.`,
  failed: (option: string, over: string) => `Kết quả: “${option}” không đạt trên ${over} %, không được thông qua.`,
  annulled: 'Cuộc biểu quyết này đã được hủy',
  running: 'Đang biểu quyết.',
} as const;

export const deadlineWords = {
  quarter: (quarter: string, year: number) => `quý ${quarter}/${year}`,
  year: (year: number) => `năm ${year}`,
} as const;

export const citationWords = {
  number: 'số',
  of: 'của',
  day: 'ngày',
  about: (title: string) => `về “${title}”`,
} as const;

const outcomes: Readonly<Record<RegisterOutcome, string>> = {
  spoken: 'đã phát biểu',
  unheard: 'được mời, chưa phát biểu',
  onFloor: 'đang phát biểu',
  waiting: 'chờ phát biểu',
  handedInWriting: 'gửi bằng văn bản',
  withdrawn: 'xin rút',
  declined: 'không được chấp nhận',
  lapsed: 'không đến lượt',
};

export const appendixWords = {
  appendix: (place: string, title: string) => `PHỤ LỤC ${place}. ${title}`,
  attendance: 'Thành phần dự theo điểm cầu',
  absences: 'Danh sách đại biểu vắng mặt',
  register: 'Danh sách ý kiến phát biểu, tham luận',
  snapshots: 'Ảnh tư liệu các điểm cầu',
  place: 'STT',
  bridge: 'Điểm cầu',
  room: 'Phòng họp, địa điểm',
  chairs: 'Chủ trì điểm cầu',
  expected: 'Triệu tập',
  present: 'Có mặt',
  absent: 'Vắng mặt',
  remark: 'Ghi chú',
  sum: 'Tổng cộng',
  silent: 'chưa báo cáo quân số',
  branch: (count: string) => `gồm ${count} điểm cầu`,
  reported: (told: string, all: string) => `${told}/${all} điểm cầu đã báo cáo`,
  speaker: 'Người phát biểu',
  kind: 'Hình thức',
  subject: 'Chủ đề',
  begins: 'Bắt đầu',
  ends: 'Kết thúc',
  spoken: 'Thời gian nói',
  outcome: 'Kết quả',
  nothing: 'Không có.',
  outcomes,
} as const;
