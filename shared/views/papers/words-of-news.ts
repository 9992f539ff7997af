import type { AgendaItemKind } from '../../domain/agenda/agenda.ts';

/** An item of which nobody said who presented it. */
const heard: Readonly<Partial<Record<AgendaItemKind, { readonly deed: string; readonly noun: string }>>> = {
  report: { deed: 'Hội nghị nghe báo cáo', noun: 'báo cáo' },
  newDocuments: { deed: 'Hội nghị nghe triển khai, quán triệt văn bản', noun: 'triển khai, quán triệt' },
  video: { deed: 'Hội nghị xem phóng sự', noun: 'phóng sự' },
  papers: { deed: 'Hội nghị nghe các tham luận', noun: 'tham luận' },
  discussion: { deed: 'Hội nghị thảo luận', noun: 'thảo luận' },
  answers: { deed: 'Hội nghị nghe giải đáp các ý kiến', noun: 'giải đáp' },
};

export const newsWords = {
  title: 'TIN HỘI NGHỊ',
  titled: (title: string) => `hội nghị “${title}”`,
  parts: { morning: 'Sáng', afternoon: 'Chiều', evening: 'Tối' },
  onDay: (day: string) => `Ngày ${day}`,
  at: (place: string) => `tại ${place}`,
  held: (organiser: string, title: string, form: string) => `${organiser} tổ chức ${title} theo hình thức ${form}.`,
  comrades: 'các đồng chí',
  directs: 'dự và chỉ đạo hội nghị',
  chairs: 'chủ trì hội nghị',
  chairTogether: 'đồng chủ trì hội nghị',
  moderates: 'điều hành phần thảo luận',
  attended: (count: string) => `Dự hội nghị có ${count} đại biểu`,
  atBridges: (count: string) => `tại ${count} điểm cầu`,
  connected: (count: string) => `Hội nghị được kết nối từ điểm cầu trung tâm đến ${count} điểm cầu.`,
  periods: (reviewed: string, planned: string) =>
    `Hội nghị đánh giá kết quả công tác ${reviewed}, triển khai nhiệm vụ ${planned}.`,
  reviewed: (period: string) => `Hội nghị đánh giá kết quả công tác ${period}.`,
  planned: (period: string) => `Hội nghị triển khai nhiệm vụ ${period}.`,
  atBridge: (bridge: string) => `Tại ${bridge}`,
  bridgeChairs: 'chủ trì điểm cầu',
  attending: 'cùng dự có',
  alsoAttending: 'Dự hội nghị có',
  categories: 'thành phần dự gồm',
  delegates: (count: string) => `có ${count} đại biểu dự tại điểm cầu.`,
  heard,
  spoke: (counts: string) => `Hội nghị có ${counts}`,
  spokeOf: 'gồm ý kiến của',
  written: 'Tham luận gửi bằng văn bản',
  topics: 'Các ý kiến tập trung vào',
  consensus: 'Hội nghị ghi nhận',
  results: 'Các kết quả được báo cáo tại hội nghị:',
  limitations: 'Các hạn chế, khó khăn được nêu tại hội nghị:',
  plans: 'Phương hướng, nhiệm vụ được nêu tại hội nghị:',
  cited: 'Các văn bản được triển khai, quán triệt, viện dẫn tại hội nghị:',
  passed: (question: string, option: string) => `Hội nghị biểu quyết “${question}”: “${option}” được thông qua.`,
  failed: (question: string, option: string) => `Hội nghị biểu quyết “${question}”: “${option}” không được thông qua.`,
} as const;

export const noticeWords = {
  title: 'THÔNG BÁO',
  subject: (title: string) => `Kết luận tại ${title}`,
  subjectOf: (who: string) => `Kết luận của ${who}`,
  at: (title: string) => `tại ${title}`,
  after: (counts: string) => `Sau khi nghe báo cáo và ${counts}`,
  afterReport: 'Sau khi nghe báo cáo và thảo luận',
  concludes: 'kết luận như sau:',
  conference: 'hội nghị',
  ends: (issuer: string) => `${issuer} thông báo để các cơ quan, đơn vị biết, thực hiện`,
} as const;
