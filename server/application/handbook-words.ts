import type { HandbookNotice } from '../../shared/protocol/handbook.ts';

const hanoiTime = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const time = (at: number): string => hanoiTime.format(at);

function notice(said: HandbookNotice): string {
  switch (said.kind) {
    case 'rehearsal':
      return 'Tổng duyệt: đây chưa phải hội nghị chính thức.';
    case 'adjourned':
      return 'Hội nghị đang tạm dừng.';
    case 'recess':
      return `${said.title}: dự kiến đến ${time(said.until)}.`;
    case 'delay':
      return `Chương trình lùi ${said.minutes} phút.`;
  }
}

/** What is written into the files for the national handbook application. */
export const handbookWords = {
  fileName: (title: string) => `So tay - ${title}.zip`,
  plainFileName: 'so-tay.zip',
  index: 'muc-luc',
  programme: 'chuong-trinh',
  documents: 'tai-lieu',
  notices: 'thong-bao',
  indexTitle: 'Mục lục xuất cho Sổ tay đảng viên điện tử',
  programmeTitle: 'Chương trình',
  documentsTitle: 'Tài liệu',
  noticesTitle: 'Thông báo',
  handbook: 'Sổ tay hội nghị',
  onlyThere: 'chỉ xem trong sổ tay hội nghị',
  columns: { from: 'Từ', to: 'Đến', content: 'Nội dung', presenter: 'Người trình bày' },
  time,
  notice,
};
