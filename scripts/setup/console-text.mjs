/** What `npm start` and `npm test` say before the server itself can speak. One line each: what is wrong, what to do. */
export const text = {
  nodeTooOld: (found) => `Node.js ${found} quá cũ: hãy cài Node.js 20.19 trở lên (https://nodejs.org) rồi chạy lại.`,
  installing: 'Đang cài các gói phần mềm (lần đầu mất khoảng 1–4 phút)…',
  installed: (seconds) => `Đã cài xong sau ${seconds} giây.`,
  noCompiler: (missing, log) =>
    `Thiếu ${missing} để biên dịch better-sqlite3: trên Debian/Ubuntu chạy "sudo apt-get install -y build-essential python3" rồi chạy lại (chi tiết: ${log}).`,
  notCompiled: (log) =>
    `Không biên dịch được better-sqlite3: kiểm tra trình biên dịch C++, python3 và mạng tới nodejs.org rồi chạy lại (chi tiết: ${log}).`,
  noNetwork: (log) =>
    `Không tải được các gói phần mềm: kiểm tra mạng hoặc proxy của npm rồi chạy lại (chi tiết: ${log}).`,
  notWritable: (log) =>
    `Không ghi được vào thư mục node_modules: kiểm tra quyền của thư mục rồi chạy lại (chi tiết: ${log}).`,
  notInstalled: (log) => `Không cài được các gói phần mềm: xem ${log} rồi chạy lại.`,
  noNpm: 'Không tìm thấy npm: hãy cài npm (đi kèm Node.js) rồi chạy lại.',
  building: 'Đang dựng giao diện…',
  built: (seconds) => `Đã dựng xong giao diện sau ${seconds} giây.`,
  notBuilt: (log) => `Không dựng được giao diện: xem ${log} rồi chạy lại.`,
  stoppedAtOnce: 'Đã dừng ngay, không đợi.',
  serverSilent: (seconds) =>
    `Máy chủ không trả lời đã ${seconds} giây. Nếu kéo dài, máy chủ sẽ tự chạy lại; không mất việc đã xác nhận.`,
  serverRestarts: 'Máy chủ đã dừng đột ngột, đang tự chạy lại. Các màn hình tự nối lại; không phải bấm gì.',
  fetchingTools: (packages) => `Đang cài ${packages.join(', ')} bằng apt-get…`,
  toolsNotFetched: (packages) =>
    `Không cài được ${packages.join(', ')} bằng apt-get: kiểm tra mạng và nguồn gói của Debian rồi chạy lại.`,
  noChromium:
    'Thiếu Chromium để chạy thử giao diện: chạy "sudo apt-get install -y chromium", hoặc đặt biến CHROMIUM là đường dẫn của trình duyệt.',
  chromiumMissing: (path) => `CHROMIUM=${path} không phải là tệp chạy được: sửa đường dẫn hoặc bỏ biến này đi.`,
  noIp: 'Thiếu lệnh ip hoặc nft để thử qua mạng khác: chạy "sudo apt-get install -y iproute2 nftables".',
  noStrace: 'Thiếu lệnh strace để thử mất điện: chạy "sudo apt-get install -y strace".',
  noOffice:
    'Thiếu LibreOffice hoặc poppler để thử văn bản: chạy "sudo apt-get install -y libreoffice-writer-nogui poppler-utils".',
  noLiveKit:
    'Thiếu LiveKit: cài Go 1.21 trở lên (https://go.dev/dl) để tự dựng, hoặc đặt livekit-server 1.13.5 vào PATH rồi chạy lại.',
};
