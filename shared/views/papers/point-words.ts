import type { ReportFigure, ReportPoint } from '../../domain/records/report-point.ts';
import { number } from './words.ts';

/** 5/18 đề án, nhiệm vụ */
export function figureText({ value, outOf, unit }: ReportFigure): string {
  const amount = outOf === null ? number(value) : `${number(value)}/${number(outOf)}`;
  return unit === null ? amount : `${amount} ${unit}`;
}

export function pointText({ text, figure, period }: Pick<ReportPoint, 'text' | 'figure' | 'period'>): string {
  const amount = figure === null ? '' : `: ${figureText(figure)}`;
  return `${text}${amount}${period === null ? '' : ` (${period})`}`;
}
