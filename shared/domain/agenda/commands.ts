import { z } from 'zod';
import { accepting } from '../consequence.ts';
import { MAX_WAITING } from '../floor/floor.ts';
import { agendaItemIdSchema, importIdSchema, speechIdSchema } from '../ids.ts';
import { change, duration, instant } from '../instant.ts';
import { personInputSchema } from '../person.ts';
import { line } from '../text.ts';
import { agendaPlanSchema, MAX_ITEMS } from './agenda.ts';
import { cueInputSchema, MAX_CUES } from './cue.ts';

const itemId = agendaItemIdSchema;
const writing = { plan: agendaPlanSchema, presenter: personInputSchema.nullable() };

export const agendaCommands = [
  /** All of them or none. */
  z.strictObject({
    type: z.literal('addAgendaItems'),
    items: z.array(z.strictObject(writing)).min(1).max(MAX_ITEMS),
    /** null: at the end. */
    beforeItemId: itemId.nullable(),
    /** The file that the rows come from: they can be taken back as one act. */
    file: z.strictObject({ importId: importIdSchema, name: line(200) }).optional(),
  }),
  z.strictObject({ type: z.literal('correctAgendaItem'), itemId, ...writing }),
  z.strictObject({ type: z.literal('moveAgendaItem'), itemId, beforeItemId: itemId.nullable() }),
  z.strictObject({ type: z.literal('removeAgendaItem'), itemId }),
  /** Ends the item that is live, if any; `expectedLive` is what the sender saw. */
  z.strictObject({ type: z.literal('startAgendaItem'), itemId, expectedLive: itemId.nullable(), accepting }),
  z.strictObject({ type: z.literal('finishAgendaItem'), itemId, accepting }),
  z.strictObject({ type: z.literal('pauseAgendaItem'), itemId }),
  z.strictObject({ type: z.literal('continueAgendaItem'), itemId }),
  /** Time given or, below zero, taken on the day; the plan stays as it was written. */
  z.strictObject({ type: z.literal('addAgendaItemTime'), itemId, byMs: change }),
  z.strictObject({ type: z.literal('skipAgendaItem'), itemId, accepting }),
  z.strictObject({ type: z.literal('restoreAgendaItem'), itemId }),
  /** In place of one announced before. */
  z.strictObject({ type: z.literal('announceDelay'), delayMs: duration }),
  z.strictObject({ type: z.literal('revokeDelay') }),
  z.strictObject({ type: z.literal('makeDelayPermanent') }),
  z.strictObject({ type: z.literal('demandEnd'), endsBy: instant.nullable() }),
  /**
   * A proposal of the back time, accepted: papers handed in writing, speeches shortened, items shortened or skipped. All
   * of it or nothing.
   */
  z.strictObject({
    type: z.literal('winTime'),
    handIn: z.array(speechIdSchema).max(MAX_WAITING),
    /** `seenMs`: what was allotted, and what was added, when the proposal was made; the same press twice wins once. */
    shorten: z.array(z.strictObject({ speechId: speechIdSchema, seenMs: duration, byMs: duration })).max(MAX_WAITING),
    items: z.array(z.strictObject({ itemId, seenMs: z.int(), byMs: change })).max(MAX_ITEMS),
    skip: z.array(itemId).max(MAX_ITEMS),
  }),
  /** In place of the cues that the item had. */
  z.strictObject({ type: z.literal('scriptCues'), itemId, cues: z.array(cueInputSchema).max(MAX_CUES) }),
] as const;

export type AgendaCommand = z.infer<(typeof agendaCommands)[number]>;
