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
  ownHall: 'Điểm cầu này',
  soundOnly: 'Chỉ có tiếng',
  noScreenYet: (bridge: string) => `Chờ màn hình của ${bridge}`,
  documentComing: 'Đang mở tài liệu',
  welcome: {
    programme: 'Chương trình hội nghị',
    halls: (there: number, of: number) => `Các điểm cầu đã kết nối: ${there} trên ${of}`,
  },
  recess: {
    head: 'Hội nghị giải lao',
    open: 'Hội nghị sẽ tiếp tục sau giờ giải lao',
    goesOnAt: (time: string) => `Hội nghị tiếp tục lúc ${time}`,
    over: 'Kính mời đại biểu trở lại hội trường',
  },
};
