interface Held {
  readonly start: string;
  readonly end: string;
}

export const rehearsalText = {
  tab: 'Tổng duyệt',
  mark: {
    word: 'TỔNG DUYỆT',
    label: 'Đang ở buổi tổng duyệt',
    sentence: 'Không ghi vào biên bản hội nghị.',
    over: 'Buổi tổng duyệt đã kết thúc.',
    opened: 'Hội nghị đã khai mạc: đề nghị về hội nghị ngay.',
    back: 'Về hội nghị',
  },
  offer: {
    label: 'Đang có buổi tổng duyệt',
    sentence: 'Đang tổng duyệt hội nghị này.',
    enter: 'Vào tổng duyệt',
  },
  defect: {
    report: 'Ghi điểm cần khắc phục',
    title: 'Ghi điểm cần khắc phục',
    sentence: 'Điều cần khắc phục',
    hint: 'Một câu, ví dụ: micrô ở bục phát biểu nhỏ tiếng.',
    where: 'Ở đâu',
    everywhere: 'Chung, hoặc điểm cầu trung tâm',
    save: 'Ghi lại',
    saved: 'Đã ghi điểm cần khắc phục.',
    problem: 'Cần ghi điều cần khắc phục, tối đa 600 ký tự.',
  },
  sheet: {
    lead: 'Tổng duyệt dùng đúng chương trình, điểm cầu và tham luận của hội nghị, trên biên bản riêng và đồng hồ riêng. Hội nghị thật không bị ghi gì.',
    clock: 'Đồng hồ của buổi tổng duyệt',
    fromPlan: (when: string) => `Bắt đầu từ giờ đầu chương trình (${when})`,
    fromNow: 'Theo giờ hiện tại',
    start: 'Bắt đầu tổng duyệt',
    starting: 'Đang lập…',
    started: 'Đã lập buổi tổng duyệt. Các màn hình hội trường tự chuyển sang sau vài giây.',
    running: 'Đang có buổi tổng duyệt. Mở buổi đó, bấm “Kết thúc…”, rồi mới bắt đầu buổi khác.',
    secretariatOnly: 'Chỉ Ban Thư ký bắt đầu được tổng duyệt.',
    tooLate: 'Hội nghị đã bế mạc nên không tổng duyệt nữa.',
    held: 'Các buổi tổng duyệt',
    none: 'Chưa có buổi tổng duyệt nào. Các buổi đã làm và điểm cần khắc phục sẽ hiện ở đây.',
    open: 'Mở buổi tổng duyệt',
    openNamed: (when: string) => `Mở buổi tổng duyệt ${when}`,
    from: (start: string) => `Bắt đầu ${start}, đang diễn ra`,
    span: ({ start, end }: Held) => `Bắt đầu ${start}, kết thúc ${end}`,
    loading: 'Đang tải điểm cần khắc phục…',
    failed: 'Chưa tải được điểm cần khắc phục. Trang sẽ tự thử lại.',
    defects: 'Điểm cần khắc phục',
    count: (open: number, all: number) => `${all} điểm cần khắc phục, còn ${open}`,
    noDefects: 'Không có điểm cần khắc phục.',
    noDefectsYet: 'Chưa ghi điểm nào. Bấm “Ghi điểm cần khắc phục” trên dải TỔNG DUYỆT ở đầu màn hình.',
    foundAt: (when: string) => `ghi lúc ${when}`,
    mend: 'Đã khắc phục',
    mendNamed: (sentence: string) => `Đã khắc phục: ${sentence}`,
    mended: (when: string) => `đã khắc phục ${when}`,
    unmended: 'chưa khắc phục',
    inRehearsal:
      'Đây là buổi tổng duyệt. Bấm “Kết thúc…” trên bàn điều hành để kết thúc; các điểm ghi ở đây được giữ lại cho hội nghị.',
  },
};
