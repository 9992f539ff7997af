import { z } from 'zod';
import { agendaItemIdSchema, awardIdSchema } from '../ids.ts';
import { personInputSchema, personSchema } from '../person.ts';
import { line } from '../text.ts';

/** Reports often give the number of collectives alone; where names are given, the number is theirs. */
const collectives = z.strictObject({
  kind: z.literal('collectives'),
  count: z.int().min(1).max(10_000),
  names: z.array(line(200)).max(300),
});

const content = {
  /** Huân chương Hồ Chí Minh, Cờ thi đua, … */
  name: line(300),
  /** thay mặt Đảng, Nhà nước; null: in their own name. */
  onBehalfOf: line(200).nullable(),
  itemId: agendaItemIdSchema.nullable(),
};
export const awardInputSchema = z.strictObject({
  ...content,
  presenter: personInputSchema.nullable(),
  recipients: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), person: personInputSchema }),
    collectives,
  ]),
});
export type AwardInput = z.infer<typeof awardInputSchema>;

export const awardFactsSchema = z.strictObject({
  awardId: awardIdSchema,
  ...content,
  presenter: personSchema.nullable(),
  recipients: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), person: personSchema }),
    collectives,
  ]),
});
export type AwardFacts = z.infer<typeof awardFactsSchema>;

/** In ceremony order. */
export interface Award extends AwardFacts {
  readonly presentedAt: number | null;
}

export const MAX_AWARDS = 500;
