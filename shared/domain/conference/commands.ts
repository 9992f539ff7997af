import { z } from 'zod';
import { seatSchema } from '../actor.ts';
import { agendaItemFactsSchema, MAX_ITEMS } from '../agenda/agenda.ts';
import { cueSchema } from '../agenda/cue.ts';
import { bridgeFactsSchema } from '../bridges/bridge.ts';
import { speechFactsSchema } from '../floor/floor.ts';
import { floorRulesSchema } from '../floor/rules.ts';
import { conferenceIdSchema } from '../ids.ts';
import { paperHeadSchema } from '../records/minutes.ts';
import { MAX_TASKS, taskFactsSchema } from '../records/task.ts';
import { conferenceDetailsSchema, predecessorSchema, rehearsalOfSchema } from './conference.ts';

export const conferenceCommands = [
  z.strictObject({ type: z.literal('createConference'), details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('correctConferenceDetails'), details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('startPreparation') }),
  z.strictObject({ type: z.literal('openConference') }),
  z.strictObject({ type: z.literal('adjournConference') }),
  z.strictObject({ type: z.literal('resumeConference') }),
  z.strictObject({ type: z.literal('closeConference') }),
  z.strictObject({ type: z.literal('archiveConference') }),
  /** The preparation of a conference, copied into the journal of its rehearsal. */
  z.strictObject({
    type: z.literal('createRehearsal'),
    rehearsalOf: rehearsalOfSchema,
    details: conferenceDetailsSchema,
    bridges: z.array(bridgeFactsSchema),
    items: z.array(z.strictObject({ item: agendaItemFactsSchema, cues: z.array(cueSchema) })).max(MAX_ITEMS),
    /** Papers in speaking order. */
    speeches: z.array(speechFactsSchema),
    rules: floorRulesSchema,
  }),
  /** The next of a series: what the last one leaves, copied into a journal of its own. */
  z.strictObject({
    type: z.literal('createSuccessor'),
    follows: predecessorSchema,
    details: conferenceDetailsSchema,
    bridges: z.array(bridgeFactsSchema),
    items: z.array(z.strictObject({ item: agendaItemFactsSchema, cues: z.array(cueSchema) })).max(MAX_ITEMS),
    rules: floorRulesSchema,
    head: paperHeadSchema.nullable(),
    /** Those that are still to be done, with where they come from. */
    tasks: z.array(taskFactsSchema).max(MAX_TASKS),
  }),
  z.strictObject({
    type: z.literal('recordRehearsal'),
    rehearsal: conferenceIdSchema,
    phase: z.enum(['started', 'ended']),
  }),
  z.strictObject({ type: z.literal('recordTakeover'), seat: seatSchema }),
  /** State secrets are not for these lines: media, recording, uploads and exports stop until it ends. */
  z.strictObject({ type: z.literal('beginClassified') }),
  z.strictObject({ type: z.literal('endClassified') }),
] as const;

export type ConferenceCommand = z.infer<(typeof conferenceCommands)[number]>;
