import { z } from 'zod';
import { agendaItemIdSchema, citationIdSchema } from '../ids.ts';
import { line } from '../text.ts';

/** An official document that the conference speaks of; its file, if there is one, is a document of its own. */
export const citationInputSchema = z.strictObject({
  /** Nghị quyết, Chỉ thị, Kết luận, … */
  kind: line(60),
  /** Số, ký hiệu. */
  number: line(80).nullable(),
  issuer: line(200).nullable(),
  date: z.iso.date().nullable(),
  title: line(600).nullable(),
  /** The item in which it is presented. */
  itemId: agendaItemIdSchema.nullable(),
});
export type CitationInput = z.infer<typeof citationInputSchema>;

export const citationSchema = z.strictObject({ citationId: citationIdSchema, ...citationInputSchema.shape });
export type Citation = z.infer<typeof citationSchema>;

export const MAX_CITATIONS = 500;
