import { z } from 'zod';
import { agendaItemIdSchema, reportPointIdSchema } from '../ids.ts';
import { line, lines } from '../text.ts';

/** A sentence of the reports or of the discussion that the record keeps by itself. */
export const REPORT_POINT_KINDS = ['result', 'limitation', 'plan', 'topic', 'consensus'] as const;

/** 5 of 18 projects: `outOf` null where the whole is not given. */
export const reportFigureSchema = z.strictObject({
  value: z.number().min(-1e12).max(1e12),
  outOf: z.number().min(-1e12).max(1e12).nullable(),
  unit: line(80).nullable(),
});
export type ReportFigure = z.infer<typeof reportFigureSchema>;

export const reportPointInputSchema = z.strictObject({
  kind: z.enum(REPORT_POINT_KINDS),
  text: lines(2_000),
  figure: reportFigureSchema.nullable(),
  period: line(60).nullable(),
  itemId: agendaItemIdSchema.nullable(),
});
export type ReportPointInput = z.infer<typeof reportPointInputSchema>;

export const reportPointSchema = z.strictObject({ pointId: reportPointIdSchema, ...reportPointInputSchema.shape });
export type ReportPoint = z.infer<typeof reportPointSchema>;

export const MAX_REPORT_POINTS = 500;
