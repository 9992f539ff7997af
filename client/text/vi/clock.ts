/** The speaker's clock: read from eight metres, so each state is a word or two. */
export const clockText = {
  states: {
    notStarted: 'Được mời phát biểu',
    ample: 'Còn giờ',
    warning: 'Sắp hết giờ',
    overrun: 'Quá giờ',
  },
  held: {
    byHand: 'Tạm dừng',
    interposed: 'Tạm dừng: đang có câu hỏi',
    lineLost: 'Tạm dừng: mất tín hiệu',
  },
  reminded: 'Chủ trì nhắc thời gian',
  of: (allotted: string) => `trong ${allotted}`,
  question: 'Câu hỏi',
  others: (bridges: string) => `Cùng phát biểu: ${bridges}`,
  nobody: 'Hiện chưa có đại biểu phát biểu',
  next: (bridge: string) => `Tiếp theo: ${bridge}`,
  noneNext: 'Chưa có lượt phát biểu tiếp theo',
  now: 'Giờ hội nghị',
  open: 'Mở đồng hồ phát biểu',
};
