/** Hanoi all year round: a conference reads one clock in every hall. */
const ZONE = '+07:00';
const TIME = /^(?:[01]?\d|2[0-3]):[0-5]\d$/u;

/** '2021-09-30' and '14:05' as an instant; null when either is no date or no time. */
export function instantOf(date: string | null, time: string | null): number | null {
  if (date === null || time === null || !TIME.test(time)) return null;
  const at = Date.parse(`${date}T${time.padStart(5, '0')}:00${ZONE}`);
  return Number.isNaN(at) ? null : at;
}
