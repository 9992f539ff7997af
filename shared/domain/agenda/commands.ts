import { z } from 'zod';
import { agendaItemIdSchema } from '../ids.ts';
import { personInputSchema } from '../person.ts';
import { agendaPlanSchema } from './agenda.ts';

const itemId = agendaItemIdSchema;

export const agendaCommands = [
  z.strictObject({
    type: z.literal('addAgendaItem'),
    plan: agendaPlanSchema,
    presenter: personInputSchema.nullable(),
    /** null: at the end. */
    beforeItemId: itemId.nullable(),
  }),
  z.strictObject({
    type: z.literal('correctAgendaItem'),
    itemId,
    plan: agendaPlanSchema,
    presenter: personInputSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('moveAgendaItem'), itemId, beforeItemId: itemId.nullable() }),
  z.strictObject({ type: z.literal('removeAgendaItem'), itemId }),
  /** Ends the item that is live, if any; `expectedLive` is what the sender saw. */
  z.strictObject({ type: z.literal('startAgendaItem'), itemId, expectedLive: itemId.nullable() }),
  z.strictObject({ type: z.literal('finishAgendaItem'), itemId }),
  z.strictObject({ type: z.literal('skipAgendaItem'), itemId }),
  z.strictObject({ type: z.literal('restoreAgendaItem'), itemId }),
] as const;

export type AgendaCommand = z.infer<(typeof agendaCommands)[number]>;
