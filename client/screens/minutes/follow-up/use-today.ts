import { useServerNow } from '../../../sync/server-clock.ts';

const MINUTE_MS = 60_000;
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** The day in Hà Nội, '2021-09-30'. */
export const useToday = (): string => day.format(useServerNow(MINUTE_MS));
