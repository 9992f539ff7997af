/** '08:42': the zone is fixed, because every bridge reads Hanoi's clock. */
const time = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

export const timeOfDay = (ms: number): string => time.format(ms);
