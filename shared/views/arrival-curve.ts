import type { ArrivalPoint } from '../domain/attendance/attendance.ts';

const HOUR = 60;
const MINUTE_MS = 60_000;
/** Room above the highest line. */
const HEADROOM = 1.08;
/** Between two names of hours there is room for this many at least. */
const MOST_TICKS = 7;
const TICK_HOURS = [1, 2, 3, 6, 12, 24] as const;

export interface CurveBox {
  readonly width: number;
  readonly height: number;
}

export interface ArrivalCurve {
  /** How many were there, minute by minute, as steps: nobody arrives by halves. */
  readonly path: string;
  /** The same, closed along the bottom. */
  readonly area: string;
  /** Height of the line of those who were summoned; null: nobody is. */
  readonly expectedY: number | null;
  readonly ticks: readonly { readonly x: number; readonly at: number }[];
  /** Where the curve ends, and at what number. */
  readonly end: { readonly x: number; readonly y: number; readonly present: number };
}

export interface CurveFacts {
  readonly points: readonly ArrivalPoint[];
  readonly expected: number;
  /** The server's time. */
  readonly now: number;
}

/** The arrivals as a path from the half hour of the first of them until now; null before anybody has come. */
export function arrivalCurve({ points, expected, now }: CurveFacts, { width, height }: CurveBox): ArrivalCurve | null {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return null;
  const to = Math.max(last.minute + 1, Math.ceil(now / MINUTE_MS));
  // An hour at least, and what has not come yet is no part of it.
  const from = Math.min(to - HOUR, Math.floor((first.minute - 1) / (HOUR / 2)) * (HOUR / 2));
  const top = Math.max(1, expected, ...points.map(({ present }) => present)) * HEADROOM;
  const x = (minute: number): number => round(((minute - from) / (to - from)) * width);
  const y = (present: number): number => round(height - (present / top) * height);
  // A point says how many were there at the end of its minute, and nobody left the curve before the next.
  const steps = thinned(points, width, x).map(({ minute, present }) => `H${x(minute + 1)}V${y(present)}`);
  const end = { x: width, y: y(last.present) };
  const path = `M0 ${height}${steps.join('')}H${end.x}`;
  return {
    path,
    area: `${path}V${height}Z`,
    expectedY: expected === 0 ? null : y(expected),
    ticks: ticksOf(from, to).map((minute) => ({ x: x(minute), at: minute * MINUTE_MS })),
    end: { ...end, present: last.present },
  };
}

/** The last point of each pixel: two days of minutes are more than a screen is wide. */
function thinned(
  points: readonly ArrivalPoint[],
  width: number,
  x: (minute: number) => number,
): readonly ArrivalPoint[] {
  if (points.length <= width) return points;
  return points.filter((point, i) => {
    const next = points[i + 1];
    return next === undefined || Math.floor(x(next.minute)) !== Math.floor(x(point.minute));
  });
}

/** Hà Nội is so many minutes before the hours of the universal day. */
const ZONE = 7 * HOUR;

/** Whole hours; as few of them as have room. */
function ticksOf(from: number, to: number): readonly number[] {
  const fits = TICK_HOURS.find((hours) => (to - from) / (hours * HOUR) <= MOST_TICKS) ?? 24;
  const step = fits * HOUR;
  const first = Math.ceil((from + ZONE) / step) * step - ZONE;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => first + i * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;
