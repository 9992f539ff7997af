/** What is on program: sources, layouts and what lies on the desk. */
export const programText = {
  sources: {
    hold: 'Phông hội nghị',
    black: 'Màn hình đen',
    welcome: 'Màn hình chào',
    break: 'Giải lao',
    document: 'Tài liệu',
    grid: (size: number, page: number) => `Lưới ${size} điểm cầu, trang ${page}`,
    gone: 'Điểm cầu đã xóa',
  },
  frames: {
    alone: 'Người phát biểu',
    withHall: 'Người phát biểu và hội trường trung tâm',
    withDocument: 'Tài liệu và người phát biểu',
  },
  /** What is seen where no hall is, for whoever conducts. */
  explained: {
    hold: 'Tên hội nghị trên phông, không có hình điểm cầu',
    black: 'Không có hình; chỉ tắt đen khi có người chọn',
    welcome: 'Tên hội nghị, chương trình và các điểm cầu, lần lượt',
    break: 'Thông báo giải lao và thời gian còn lại',
    document: 'Tài liệu chiếm toàn màn hình',
    grid: 'Các điểm cầu theo thứ tự, mỗi điểm cầu một ô cố định',
  },
  /** Why this screen shows less than program. */
  limited: {
    noGrid: 'Đường truyền yếu: đã bỏ lưới nhiều điểm cầu.',
    smallPictures: 'Đường truyền yếu: đã giảm độ nét của hình.',
    soundOnly: 'Đường truyền yếu: đã tắt hình để giữ tiếng.',
  },
  ownHall: 'Điểm cầu này',
  soundOnly: 'Chỉ có tiếng',
  noScreenYet: (bridge: string) => `Chờ màn hình của ${bridge}`,
  documentComing: 'Đang mở tài liệu',
  welcome: {
    programme: 'Chương trình hội nghị',
    halls: (count: number) => `${count} điểm cầu dự hội nghị`,
  },
  recess: {
    head: 'Hội nghị giải lao',
    open: 'Hội nghị sẽ tiếp tục sau giờ giải lao',
    goesOnAt: (time: string) => `Hội nghị tiếp tục lúc ${time}`,
    over: 'Kính mời đại biểu trở lại hội trường',
  },
};
