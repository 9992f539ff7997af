import { z } from 'zod';
import { agendaItemIdSchema } from '../ids.ts';
import { change, duration, instant } from '../instant.ts';
import { agendaItemFactsSchema, retimingSchema } from './agenda.ts';
import { cueSchema } from './cue.ts';

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
  z.strictObject({ type: z.literal('agendaItemPaused'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemContinued'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemTimeAdded'), ...ofItem, byMs: change }),
  z.strictObject({ type: z.literal('agendaItemSkipped'), ...ofItem }),
  z.strictObject({ type: z.literal('agendaItemRestored'), ...ofItem }),
  z.strictObject({ type: z.literal('delayAnnounced'), at: instant, delayMs: duration }),
  z.strictObject({ type: z.literal('delayRevoked'), at: instant }),
  z.strictObject({ type: z.literal('delayMadePermanent'), at: instant, items: z.array(retimingSchema) }),
  z.strictObject({ type: z.literal('endDemanded'), at: instant, endsBy: instant.nullable() }),
  z.strictObject({ type: z.literal('cuesScripted'), ...ofItem, cues: z.array(cueSchema) }),
] as const;

export type AgendaEvent = z.infer<(typeof agendaEvents)[number]>;
