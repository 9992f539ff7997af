import type { PaperKind, Provenance } from '../../shared/views/papers/paper.ts';

const hanoiTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const hanoiDay = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** Enough of the hash to tell two papers apart by eye; the whole of it goes with the file. */
const SHORT_HASH = 12;

/** What the renderers themselves write on a paper, beside its text. */
export const paperWords = {
  /** At the foot of every page: which version it is, and of which data. */
  provenance: ({ version, madeAt, position, hash, draft }: Provenance): string =>
    [
      ...(draft ? ['Dự thảo'] : []),
      `Phiên bản ${version}`,
      `lập lúc ${hanoiTime.format(madeAt)} ngày ${hanoiDay.format(madeAt)}`,
      `dữ liệu đến sự kiện ${position}, mã ${hash.slice(0, SHORT_HASH)}`,
    ].join(' · '),
  unverified: 'thể thức của Đảng: chưa thẩm định',
  listSign: '- ',
  fileNames: {
    minutes: 'Biên bản',
    conclusionNotice: 'Thông báo kết luận',
    news: 'Tin hội nghị',
    programme: 'Chương trình',
    speakers: 'Danh sách phát biểu',
    rollSheets: 'Phiếu điểm danh',
    followUp: 'Theo dõi nhiệm vụ, kiến nghị',
    afterAction: 'Rút kinh nghiệm kỹ thuật',
  } satisfies Record<PaperKind, string>,
} as const;
