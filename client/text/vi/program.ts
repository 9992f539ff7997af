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
};
