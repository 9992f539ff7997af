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
};

export const consequencesText = { ...byName, back: 'Quay lại' };
