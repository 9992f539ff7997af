import { z } from 'zod';
import { agendaItemIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { agendaItemFactsSchema } from './agenda.ts';

const ofItem = { at: instant, itemId: agendaItemIdSchema };
const anchor = agendaItemIdSchema.nullable();

export const agendaEvents = [
  z.strictObject({
    type: z.literal('agendaItemAdded'),
    at: instant,
    item: agendaItemFactsSchema,
    beforeItemId: anchor,
  }),
  z.strictObject({ type: z.literal('agendaItemCorrected'), at: instant, item: agendaItemFactsSchema }),
  z.strictObject({ type: z.literal('agendaItemMoved'), ...ofItem, beforeItemId: anchor }),
  z.strictObject({ type: z.literal('agendaItemRemoved'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemStarted'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemFinished'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemSkipped'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemRestored'), ...ofItem }),
] as const;

export type AgendaEvent = z.infer<(typeof agendaEvents)[number]>;
