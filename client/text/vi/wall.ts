/** The hall's wall speaks as little as it can. */
export const wallText = {
  clock: {
    notStarted: 'Được mời',
    remaining: (time: string) => `Còn ${time}`,
    warning: (time: string) => `Còn ${time}`,
    overrun: (time: string) => `Quá giờ ${time}`,
  },
  reconnecting: 'Đang nối lại',
  soundBlocked: 'Bấm để bật tiếng',
};
