/** The hall's wall speaks as little as it can. */
export const wallText = {
  clock: {
    notStarted: 'Được mời',
    remaining: (time: string) => `Còn ${time}`,
    warning: (time: string) => `Còn ${time}`,
    overrun: (time: string) => `Quá giờ ${time}`,
  },
  question: 'Câu hỏi',
  lineLost: 'mất tín hiệu, đang chờ nối lại',
  others: (bridges: string) => `cùng phát biểu: ${bridges}`,
  reconnecting: 'Đang nối lại',
  soundBlocked: 'Bấm để bật tiếng',
};
