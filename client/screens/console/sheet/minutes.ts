const LENGTH = /^(\d{1,4})(?::([0-5]\d))?$/u;
const A_DAY_MS = 86_400_000;

/** '7' or '2:30' as milliseconds; null when it is no length of time, or none that a speech could have. */
export function readMinutes(typed: string): number | null {
  const found = LENGTH.exec(typed.trim());
  if (found === null) return null;
  const ms = (Number(found[1]) * 60 + Number(found[2] ?? 0)) * 1_000;
  return ms > 0 && ms <= A_DAY_MS ? ms : null;
}

/** As it is typed: '7', '2:30'; seconds only where there are some. */
export function writeMinutes(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  const rest = seconds % 60;
  return rest === 0 ? String(seconds / 60) : `${Math.floor(seconds / 60)}:${String(rest).padStart(2, '0')}`;
}
