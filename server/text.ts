/** Every line that the server's console shows: it is read by the technicians of an office, so it is Vietnamese. */

/** What follows the variable's name when its value cannot be used. */
export const configHints = {
  PORT: 'phải là số cổng từ 0 đến 65535, ví dụ PORT=3000',
  HOST: 'phải là địa chỉ IP hoặc tên máy để lắng nghe, ví dụ HOST=0.0.0.0',
  PUBLIC_URL: 'phải là địa chỉ gốc mà trình duyệt mở, không kèm đường dẫn, ví dụ PUBLIC_URL=https://hop.tinh.vn',
  PUBLIC_URL_PLAIN: 'phải bắt đầu bằng https://, vì trình duyệt không cho dùng camera qua http ngoài máy này',
  TLS_CERT: 'phải đi cùng TLS_KEY: đặt cả hai tệp PEM hoặc bỏ cả hai',
  TLS_KEY: 'phải đi cùng TLS_CERT: đặt cả hai tệp PEM hoặc bỏ cả hai',
  TLS_CERT_UNREADABLE: 'không đọc được: kiểm tra đường dẫn và quyền đọc của tệp chứng thư PEM',
  TLS_KEY_UNREADABLE: 'không đọc được: kiểm tra đường dẫn và quyền đọc của tệp khóa PEM',
  TLS_KEY_FOREIGN: 'không phải khóa của chứng thư trong TLS_CERT: chọn đúng cặp tệp',
  LIVEKIT_NODE_IP: 'phải là địa chỉ IP của máy này mà các điểm cầu tới được, ví dụ LIVEKIT_NODE_IP=10.0.0.5',
  LIVEKIT_UDP_PORT: 'phải là số cổng từ 1 đến 65535, ví dụ LIVEKIT_UDP_PORT=7882',
  LIVEKIT_TCP_PORT: 'phải là số cổng từ 1 đến 65535, ví dụ LIVEKIT_TCP_PORT=7881',
  DATA_DIR: 'phải là một thư mục, ví dụ DATA_DIR=./data',
  DATA_DIR_UNWRITABLE:
    'không ghi được: tạo thư mục đó và cấp quyền ghi cho tài khoản đang chạy, hoặc chọn thư mục khác',
  LIVEKIT_URL:
    'phải là địa chỉ ws://, wss://, http:// hoặc https:// của LiveKit, ví dụ LIVEKIT_URL=wss://media.tinh.vn',
  LIVEKIT_URL_MISSING: 'còn thiếu: đặt LIVEKIT_URL, hoặc bỏ LIVEKIT_API_KEY và LIVEKIT_API_SECRET',
  LIVEKIT_API_KEY: 'còn thiếu hoặc là giá trị mẫu: đặt khóa riêng của LiveKit mà LIVEKIT_URL chỉ tới',
  LIVEKIT_API_SECRET: 'còn thiếu, là giá trị mẫu hoặc ngắn hơn 32 ký tự: tạo bằng lệnh openssl rand -base64 36',
  LIVEKIT_EGRESS: 'chỉ nhận on hoặc off',
  LIVEKIT_EGRESS_ALONE: 'chỉ dùng được với LiveKit riêng: đặt LIVEKIT_URL, hoặc bỏ LIVEKIT_EGRESS',
  LIVEKIT_EGRESS_FOLDER: 'phải là đường dẫn tuyệt đối trên máy chạy Egress, ví dụ /out',
  ENV_UNREADABLE: 'không đọc được: kiểm tra quyền đọc của tệp',
  DATABASE_URL: 'chưa dùng được: bản này chỉ có SQLite, hãy bỏ biến này đi và dùng DATA_DIR',
  DEMO: 'phải là on hoặc off',
  LOG_LEVEL: 'phải là một trong fatal, error, warn, info, debug, trace, silent',
  METRICS_TOKEN: 'là giá trị mẫu hoặc ngắn hơn 32 ký tự: tạo bằng lệnh openssl rand -base64 36, hoặc bỏ biến này đi',
} as const;

export const configRefused = (variable: string, hint: string): string => `Cấu hình sai: ${variable} ${hint}.`;

const renewal = (isOwn: boolean): string =>
  isOwn
    ? 'Hãy thay hai tệp TLS_CERT, TLS_KEY bằng cặp mới rồi chạy lại máy chủ khi hội nghị tạm nghỉ.'
    : 'Hãy chạy lại máy chủ khi hội nghị tạm nghỉ: máy chủ tự cấp chứng thư mới, các điểm cầu không phải cài lại.';

export const serverLines = {
  ready: (origin: string): string => `Điểm Cầu đã sẵn sàng: ${origin}`,
  linksFollow: 'Đường dẫn vào từng vị trí (mỗi dòng: vị trí, dấu tab, đường dẫn). Giữ kín, không gửi qua nhóm chung:',
  firstRun: 'Lần chạy đầu tiên. Đường dẫn của ban thư ký, chỉ in một lần (tạo thêm bằng: npm run invite):',
  certificate: (origin: string, fingerprint: string): string =>
    `Chứng thư do máy này tự tạo. Máy của các điểm cầu mở ${origin}/trust để cài trước khi vào, sau khi so vân tay:\n${fingerprint}`,
  authorityReplaced: (origin: string): string =>
    `Chứng thư gốc của máy này ĐÃ ĐỔI (tệp cũ mất, hỏng hoặc quá hạn): máy đã cài chứng thư gốc cũ sẽ bị trình duyệt chặn. Mở lại ${origin}/trust trên từng máy để cài, hoặc khôi phục thư mục tls từ bản sao lưu rồi chạy lại máy chủ.`,
  issuerMissing: (issuer: string): string =>
    `Tệp TLS_CERT không có chứng thư của nơi cấp (${issuer}). Nếu các máy chưa cài sẵn chứng thư đó, trình duyệt sẽ chặn: hãy ghép thêm chứng thư trung gian của nơi cấp vào cuối tệp rồi chạy lại máy chủ.`,
  certificateTrouble: {
    'ends-soon': (isOwn: boolean, host: string, daysLeft: number): string =>
      `CHỨNG THƯ của ${host} còn ${daysLeft} ngày là hết hạn; hết hạn thì trình duyệt không mở trang nữa. ${renewal(isOwn)}`,
    expired: (isOwn: boolean, host: string): string =>
      `CHỨNG THƯ của ${host} ĐÃ HẾT HẠN: trình duyệt không mở trang. ${renewal(isOwn)}`,
    'not-yet': (isOwn: boolean, host: string): string =>
      `CHỨNG THƯ của ${host} CHƯA ĐẾN NGÀY CÓ HIỆU LỰC: trình duyệt không mở trang. Hãy kiểm tra ngày giờ của máy này; nếu đúng giờ: ${renewal(isOwn)}`,
    'other-name': (isOwn: boolean, host: string): string =>
      `CHỨNG THƯ không ghi tên ${host}: trình duyệt chặn người mở trang bằng tên đó. Hãy sửa PUBLIC_URL cho đúng tên trong chứng thư, hoặc: ${renewal(isOwn)}`,
  },
  egressSeat: 'LiveKit Egress (ghi hình)',
  livekit: {
    searching: 'LiveKit: đang tìm',
    downloading: 'LiveKit: đang tải bản phát hành',
    building: 'LiveKit: đang dựng từ mã nguồn, khoảng 3 phút; trang web đã dùng được, chưa có hình và tiếng',
    starting: 'LiveKit: đang khởi động',
    restarting: 'LiveKit: đã dừng đột ngột, đang khởi động lại',
    ready: 'LiveKit: sẵn sàng, đã có hình và tiếng',
    'nothing-to-get-livekit-with':
      'LiveKit: không có cách nào để lấy về. Hãy đặt livekit-server vào PATH, cài Go 1.21 trở lên, hoặc đặt LIVEKIT_URL; mọi việc khác vẫn chạy.',
    'go-too-old': 'LiveKit: Go trên máy quá cũ để dựng. Hãy cài Go 1.21 trở lên rồi chạy lại; mọi việc khác vẫn chạy.',
    'build-failed': 'LiveKit: dựng không thành công. Hãy xem chi tiết trong server.log; mọi việc khác vẫn chạy.',
    'does-not-start': 'LiveKit: không khởi động được. Hãy xem chi tiết trong server.log; mọi việc khác vẫn chạy.',
  },
  livekitUnreachable: {
    name: 'LiveKit: KHÔNG PHÂN GIẢI ĐƯỢC TÊN trong LIVEKIT_URL. Hãy kiểm tra máy chủ tên miền (DNS) hoặc đặt LIVEKIT_URL bằng địa chỉ IP; đang thử lại.',
    closed:
      'LiveKit: LIVEKIT_URL KHÔNG NHẬN KẾT NỐI. Hãy kiểm tra LiveKit và proxy đứng trước nó có đang chạy không; đang thử lại.',
    silent: 'LiveKit: LIVEKIT_URL KHÔNG TRẢ LỜI. Hãy kiểm tra đường mạng, tường lửa và máy chạy LiveKit; đang thử lại.',
    certificate:
      'LiveKit: CHỨNG THƯ của LIVEKIT_URL hết hạn, chưa có hiệu lực hoặc khác tên. Hãy thay chứng thư ở máy đó, kiểm tra ngày giờ của máy này; đang thử lại.',
    authority:
      'LiveKit: KHÔNG RÕ NƠI CẤP CHỨNG THƯ của LIVEKIT_URL. Hãy ghép chứng thư trung gian vào chứng thư ở máy đó, hoặc chạy lại máy chủ này với NODE_EXTRA_CA_CERTS chỉ tới chứng thư gốc; đang thử lại.',
    answer:
      'LiveKit: nơi LIVEKIT_URL chỉ tới có trả lời nhưng không phải LiveKit đang chạy tốt. Hãy kiểm tra địa chỉ, proxy đứng trước và LiveKit; đang thử lại.',
    other: 'LiveKit: không nối được tới LIVEKIT_URL. Hãy kiểm tra địa chỉ và đường mạng; đang thử lại.',
  },
  portTaken: (port: number): string =>
    `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt cổng khác, ví dụ PORT=${port + 1}.`,
  portForbidden: (port: number): string =>
    `Không được phép mở cổng ${port}. Hãy đặt một cổng từ 1024 trở lên trong PORT.`,
  hostUnknown: (host: string): string =>
    `HOST=${host} không phải địa chỉ của máy này. Hãy đặt HOST=0.0.0.0 hoặc một địa chỉ có thật.`,
  storeRefused: (reason: string): string =>
    `Không mở được sổ ghi trong DATA_DIR: ${reason}. Hãy kiểm tra quyền ghi và dung lượng đĩa.`,
  folderInUse: (dataDir: string): string =>
    `Thư mục dữ liệu ${dataDir} đang được một máy chủ Điểm Cầu khác dùng. Hãy tắt máy chủ đó, hoặc đặt DATA_DIR sang thư mục khác.`,
  folderOfNewerRelease: (dataDir: string): string =>
    `Thư mục dữ liệu ${dataDir} do bản phần mềm mới hơn ghi; bản này không mở để khỏi làm hỏng. Hãy chạy lại bằng bản mới hơn đó, hoặc khôi phục bản sao lưu cũ vào một thư mục khác: npm run restore.`,
  clockJumped: (byMs: number): string =>
    `Đồng hồ của máy này vừa bị chỉnh ${byMs > 0 ? 'nhanh' : 'chậm'} ${Math.round(Math.abs(byMs) / 1_000)} giây. Đồng hồ hội nghị chạy tiếp như cũ; lượt phát biểu không bị ảnh hưởng. ${byMs > 0 ? 'Muốn theo giờ mới, hãy chạy lại máy chủ khi hội nghị tạm nghỉ.' : 'Giờ hội nghị sẽ chậm dần lại cho khớp; không cần làm gì.'}`,
  journalRefuses: (dataDir: string): string =>
    `KHÔNG GHI ĐƯỢC vào ${dataDir}: máy chủ tạm ngừng nhận thao tác; hình, tiếng và các màn hình vẫn chạy. Hãy giải phóng dung lượng đĩa hoặc kiểm tra ổ đĩa. Máy chủ tự thử lại, không cần khởi động lại.`,
  journalTakesAgain: 'Đã ghi được trở lại: máy chủ nhận thao tác như thường.',
  journalDamaged: {
    file: () =>
      'TỆP NHẬT KÝ HỎNG. Mọi hội nghị chỉ xem được, không nhận thao tác. Hãy dừng máy chủ và khôi phục từ bản sao lưu: npm run restore.',
    unreadable: (title: string, line: number): string =>
      `KHÔNG ĐỌC ĐƯỢC NHẬT KÝ của «${title}» từ dòng ${line}: dòng hỏng, hoặc do bản phần mềm mới hơn ghi. Hội nghị này chỉ xem được đến dòng trước đó; các hội nghị khác vẫn chạy. Hãy dùng bản phần mềm mới hơn, hoặc khôi phục: npm run restore.`,
    'changed-line': (title: string, line: number): string =>
      `NHẬT KÝ BỊ SỬA: «${title}», dòng ${line}. Hội nghị này chỉ xem được; các hội nghị khác vẫn chạy. Hãy giữ nguyên thư mục dữ liệu làm chứng cứ và khôi phục từ bản sao lưu: npm run restore.`,
    'cut-tail': (title: string, line: number): string =>
      `NHẬT KÝ BỊ CẮT: «${title}», thiếu từ dòng ${line}. Hội nghị này chỉ xem được; các hội nghị khác vẫn chạy. Hãy giữ nguyên thư mục dữ liệu làm chứng cứ và khôi phục từ bản sao lưu: npm run restore.`,
    rewritten: (title: string, line: number): string =>
      `NHẬT KÝ BỊ VIẾT LẠI: «${title}», dòng ${line} không còn như đã niêm. Hội nghị này chỉ xem được; các hội nghị khác vẫn chạy. Hãy giữ nguyên thư mục dữ liệu làm chứng cứ và khôi phục từ bản sao lưu: npm run restore.`,
  },
  anchorsAltered: (file: string, line: number): string =>
    `TỆP NIÊM BỊ SỬA: ${file}, dòng ${line}. Nhật ký vẫn ghi tiếp. Hãy giữ một bản tệp này làm chứng cứ, đổi tên tệp rồi khởi động lại máy chủ.`,
  pagesMissing: 'Chưa có trang web. Hãy chạy npm start (hoặc npm run build) trước.',
  stopping: 'Đang dừng…',
  stopped: 'Đã dừng.',
} as const;
