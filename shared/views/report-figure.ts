import type { ReportFigure } from '../domain/records/report-point.ts';

const NUMBER = /^[-−]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^[-−]?\d+(?:,\d+)?$/u;

/** A number as Vietnamese papers write it: '4.012', '12,5', '5'. null: it is none. */
export function readNumber(typed: string): number | null {
  const compact = typed.replace(/\s/gu, '');
  if (!NUMBER.test(compact)) return null;
  return Number(compact.replaceAll('.', '').replace(',', '.').replace('−', '-'));
}

/** How much of the whole it is, from 0 to 1; null: no whole is given, or none that a bar could show. */
export function shareOf({ value, outOf }: ReportFigure): number | null {
  if (outOf === null || outOf <= 0 || value < 0) return null;
  return Math.min(1, value / outOf);
}
