import type { Consequence } from '../../../shared/domain/consequence.ts';
import type { Rejection } from '../../../shared/domain/rejection.ts';

interface Words {
  readonly title: string;
  readonly sentence: (params: Rejection['params']) => string;
  readonly confirm: string;
}

/** What a press would bring about beside what it says, asked before it is done. */
const byName: Readonly<Record<Consequence, Words>> = {
  'bridge-lost': {
    title: 'Điểm cầu đang mất kết nối',
    sentence: ({ bridge }) =>
      `${bridge ?? ''} đang mất kết nối. Nếu vẫn mời, sẽ chưa có hình và tiếng của điểm cầu này.`,
    confirm: 'Vẫn mời phát biểu',
  },
  'bridge-absent': {
    title: 'Điểm cầu chưa kết nối',
    sentence: ({ bridge }) =>
      `${bridge ?? ''} chưa kết nối lần nào. Nếu vẫn mời, sẽ chưa có hình và tiếng của điểm cầu này.`,
    confirm: 'Vẫn mời phát biểu',
  },
  'speeches-lapse': {
    title: 'Còn lượt phát biểu chưa được mời',
    sentence: ({ count }) =>
      `Kết thúc mục này thì ${count ?? ''} lượt đang chờ sẽ hết lượt. Biên bản vẫn ghi các lượt đó.`,
    confirm: 'Kết thúc mục',
  },
  'deadline-passed': {
    title: 'Đã quá giờ kết thúc của mục',
    sentence: ({ title }) => `“${title ?? ''}” phải kết thúc vào một giờ đã qua nên sẽ không còn thời gian.`,
    confirm: 'Vẫn bắt đầu',
  },
  'more-than-expected': {
    title: 'Có mặt nhiều hơn triệu tập',
    sentence: ({ present, expected }) =>
      `Báo cáo ghi ${present ?? ''} người có mặt, nhiều hơn ${expected ?? ''} người được triệu tập. Đề nghị kiểm tra lại số liệu.`,
    confirm: 'Số liệu đúng, gửi báo cáo',
  },
  'attendance-struck': {
    title: 'Điểm cầu có số liệu điểm danh',
    sentence: ({ bridge }) =>
      `Xóa ${bridge ?? 'điểm cầu này'} thì báo cáo và số liệu điểm danh của điểm cầu không còn tính vào tổng số.`,
    confirm: 'Xóa điểm cầu',
  },
  'marks-lost': {
    title: 'Đã có đại biểu được điểm danh',
    sentence: ({ count }) =>
      `${count ?? ''} đại biểu của lần nhập này đã được điểm danh. Hoàn tác thì các đại biểu đó và kết quả điểm danh của họ không còn trong danh sách.`,
    confirm: 'Vẫn hoàn tác',
  },
  'leaves-program': {
    title: 'Hội nghị đang diễn ra',
    sentence: ({ bridge }) =>
      `Trong lúc thử, màn hình của ${bridge ?? 'điểm cầu'} chuyển sang buổi thử và hội trường không theo dõi được hội nghị.`,
    confirm: 'Vẫn thử đường truyền',
  },
};

export const consequencesText = { ...byName, back: 'Quay lại' };
