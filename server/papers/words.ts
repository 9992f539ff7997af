import type { SpeechKind } from '../../shared/domain/floor/rules.ts';
import type { PauseCause } from '../../shared/domain/run.ts';
import type { RegisterOutcome } from '../../shared/views/speech-register.ts';

/** Every word of the papers that the server writes. They go into official files, so they are Vietnamese. */
export const registerWords = {
  sheet: 'Phát biểu',
  file: (date: string): string => `Sổ theo dõi phát biểu ${date}.xlsx`,
  heading: (title: string): string => `SỔ THEO DÕI PHÁT BIỂU: ${title}`,
  rehearsal: 'TỔNG DUYỆT',
  columns: {
    number: 'STT',
    bridge: 'Điểm cầu',
    speaker: 'Người phát biểu',
    kind: 'Loại',
    item: 'Mục chương trình',
    subject: 'Nội dung',
    allotted: 'Thời gian được giao (phút:giây)',
    calledAt: 'Mời lúc',
    startedAt: 'Bắt đầu',
    endedAt: 'Kết thúc',
    paused: 'Tạm dừng (phút:giây)',
    pauses: 'Các lần tạm dừng',
    spoken: 'Thời gian phát biểu (phút:giây)',
    spokenSeconds: 'Thời gian phát biểu (giây)',
    outcome: 'Kết quả',
    calledBackOf: 'Mời lại của STT',
  },
  kinds: {
    procedural: 'Phát biểu về điều hành',
    question: 'Hỏi xen giữa',
    reply: 'Trả lời, trao đổi lại',
    paper: 'Tham luận',
    opinion: 'Ý kiến',
  } satisfies Record<SpeechKind, string>,
  pauseCauses: {
    byHand: 'tạm dừng',
    interposed: 'có câu hỏi xen giữa',
    lineLost: 'mất tín hiệu',
  } satisfies Record<PauseCause, string>,
  outcomes: {
    spoken: 'đã phát biểu',
    unheard: 'đã mời, không có tiếng',
    onFloor: 'đang phát biểu',
    waiting: 'đang chờ',
    handedInWriting: 'gửi văn bản',
    withdrawn: 'rút',
    declined: 'không mời',
    lapsed: 'hết lượt',
  } satisfies Record<RegisterOutcome, string>,
} as const;
