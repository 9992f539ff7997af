import type { MediaState } from '../../../shared/protocol/media-state.ts';

const steps: Readonly<Record<Extract<MediaState, { state: 'preparing' }>['step'], string>> = {
  searching: 'đang tìm LiveKit trên máy chủ',
  downloading: 'đang tải LiveKit',
  building: 'đang dựng LiveKit từ mã nguồn, mất khoảng 3 phút',
  starting: 'đang khởi động LiveKit',
  restarting: 'LiveKit đang khởi động lại',
};

const reasons: Readonly<Record<Extract<MediaState, { state: 'down' }>['reason'], string>> = {
  'nothing-to-get-livekit-with': 'Máy chủ không tìm được LiveKit và không có cách nào để tải về.',
  'go-too-old': 'Bản Go trên máy chủ quá cũ để dựng LiveKit; cần Go 1.21 trở lên.',
  'build-failed': 'Không dựng được LiveKit trên máy chủ.',
  'does-not-start': 'LiveKit trên máy chủ không khởi động được.',
  unreachable: 'Máy chủ không liên lạc được với LiveKit.',
};

export const mediaText = {
  /** How LiveKit stands, in one sentence. */
  state(state: MediaState): string {
    if (state.state === 'ready') return 'Hình và tiếng sẵn sàng.';
    if (state.state === 'down') return reasons[state.reason];
    const percent = state.progress === null ? '' : ` (${Math.round(state.progress * 100)}%)`;
    return `Hình và tiếng đang được chuẩn bị: ${steps[state.step]}${percent}.`;
  },
  withoutMedia: 'Chương trình, thứ tự phát biểu và điểm danh vẫn dùng được.',
  replaced: 'Một máy khác đã thay máy này',
  replacedSentence: 'Hình và tiếng của điểm cầu đang đi qua máy khác hoặc thẻ trình duyệt khác.',
  takeBack: 'Dùng máy này',
  soundBlocked: 'Trình duyệt đang chặn âm thanh',
  unblockSound: 'Bật âm thanh',
  noPictureYet: 'Chưa có hình',
};
