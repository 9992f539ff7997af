import type { LineFigures } from '../../../shared/domain/lines/line.ts';
import type { Telemetry } from '../../../shared/protocol/telemetry.ts';

const transports: Readonly<Record<NonNullable<Telemetry['transport']>, string>> = {
  udp: 'UDP, đường thẳng',
  tcp: 'TCP, chậm hơn UDP',
  relay: 'qua máy chủ trung gian, chậm hơn đường thẳng',
};

const pictures: Readonly<Record<Telemetry['picture'], string>> = {
  moving: 'Hình đang chuyển động.',
  frozen: 'Hình đứng yên. Rút camera ra cắm lại, hoặc chọn camera khác.',
  black: 'Hình đen. Mở nắp camera, kiểm tra nguồn và ánh sáng.',
  none: 'Không có hình.',
};

const kbps = (rate: number): string =>
  rate < 1_000 ? `${Math.round(rate)} kbit/s` : `${(rate / 1_000).toFixed(1).replace('.', ',')} Mbit/s`;
const percent = (share: number): string => `${share.toFixed(1).replace('.', ',')} %`;

/** How a screen joins: its devices, its line, its place in the rooms. */
export const joiningText = {
  pictures,
  /** Figures of a line, as a technician reads them. */
  figures: {
    heading: 'Đường truyền',
    none: 'Chưa đo được: chưa có hình và tiếng nào đi qua.',
    transport: 'Kiểu kết nối',
    transports,
    roundTrip: 'Độ trễ khứ hồi',
    jitter: 'Dao động trễ',
    up: 'Gửi đi',
    down: 'Nhận về',
    lossUp: 'Mất gói khi gửi',
    lossDown: 'Mất gói khi nhận',
    sent: 'Hình đang gửi',
    freezes: 'Số lần hình nhận bị dừng',
    unknown: 'chưa rõ',
    milliseconds: (ms: number) => `${Math.round(ms)} ms`,
    kbps,
    percent,
    size: ({ width, height, framesPerSecond }: Pick<LineFigures, 'width' | 'height' | 'framesPerSecond'>) => {
      const rate = framesPerSecond === null ? '' : `, ${Math.round(framesPerSecond)} hình/giây`;
      return width === null || height === null ? 'không gửi vì chưa có ai xem' : `${width} × ${height}${rate}`;
    },
  },
  devices: {
    title: 'Thiết bị và đường truyền',
    camera: 'Camera',
    microphone: 'Micrô',
    speaker: 'Loa',
    speak: 'Nói vào micrô: vạch phải chạy.',
    test: 'Thử loa',
    again: 'Thử lại loa',
    onAir: 'Micrô đang mở: ba tiếng thử sẽ lọt vào hội nghị. Thử lại khi micrô đã đóng.',
    playing: 'Đang phát ba tiếng thử…',
    question: 'Trong phòng có nghe ba tiếng không?',
    yes: 'Có nghe',
    no: 'Không nghe',
    answers: {
      heardYes: 'Loa tốt, và micrô cũng nghe thấy loa.',
      heardNo: 'Micrô nghe thấy loa nhưng trong phòng không nghe rõ. Đề nghị tăng âm lượng.',
      unheardYes: 'Loa tốt. Micrô không nghe thấy loa: đúng như vậy nếu dùng tai nghe, còn không thì kiểm tra micrô.',
      unheardNo: 'Loa không kêu. Tăng âm lượng, kiểm tra dây, chọn loa khác rồi thử lại.',
      noMicrophoneYes: 'Loa tốt. Không có micrô để nghe lại.',
      noMicrophoneNo: 'Loa không kêu và không có micrô để nghe lại. Kiểm tra dây, chọn thiết bị khác rồi thử lại.',
    },
    heard: 'Micrô đã nghe thấy loa.',
    unheardBack: 'Micrô không nghe thấy loa.',
    noMicrophone: 'Không có micrô để nghe lại.',
    cannotPlay: 'Không phát được ra loa này. Chọn loa khác rồi thử lại.',
    remembered: 'Lựa chọn được nhớ trên máy này, riêng cho điểm cầu này.',
  },
  takeOver: {
    picture: {
      take: 'Dùng camera này',
      starting: 'Đang bật camera…',
      inUse: 'Camera này đang là hình của điểm cầu',
      missing: 'Không thấy camera. Cắm camera vào máy rồi bấm lại.',
      refused: 'Camera bị chặn. Cho phép trang dùng camera rồi bấm lại.',
      giveBack: 'Trả hình về máy của hội trường',
      elsewhere: 'Hình của điểm cầu đang đi từ thiết bị khác.',
      back: 'Dùng lại camera của hội trường',
    },
    sound: {
      take: 'Dùng micrô này',
      starting: 'Đang bật micrô…',
      inUse: 'Micrô này đang là tiếng của điểm cầu',
      missing: 'Không thấy micrô. Cắm micrô vào máy rồi bấm lại.',
      refused: 'Micrô bị chặn. Cho phép trang dùng micrô rồi bấm lại.',
      giveBack: 'Trả tiếng về máy của hội trường',
      elsewhere: 'Tiếng của điểm cầu đang đi từ thiết bị khác.',
      back: 'Dùng lại micrô của hội trường',
    },
  },
  camera: {
    title: 'Camera thứ hai',
    silent: 'Máy này chỉ gửi hình: không thu tiếng và không phát tiếng.',
    standby: 'Đang chờ. Bấm “Dùng camera này” để đổi hình của điểm cầu.',
    notJoined: 'Chưa nối được hình, đang tự nối lại.',
    preview: 'Hình từ camera này',
    off: 'Camera đang tắt vì hội nghị không dùng hình và tiếng lúc này.',
  },
  talk: {
    noPictureYet: 'Chưa có hình từ phía bên kia',
    ownCamera: {
      off: 'Camera đang tắt',
      starting: 'Đang bật camera…',
      missing: 'Không thấy camera. Cắm camera vào máy.',
      refused: 'Camera bị chặn. Cho phép trang dùng camera.',
    },
  },
  own: {
    off: 'Camera và micrô đang tắt: hội nghị không dùng hình và tiếng lúc này.',
    elsewhere: 'Micrô của điểm cầu không đi từ máy này',
  },
};
