import { z } from 'zod';
import { agendaItemIdSchema, bridgeIdSchema, speechIdSchema } from '../ids.ts';
import { change, duration, instant } from '../instant.ts';
import { personSchema } from '../person.ts';
import { pauseStartSchema } from '../run.ts';
import { line } from '../text.ts';
import { endCauseSchema, speechFactsSchema } from './floor.ts';
import { floorRulesSchema, listTimesSchema } from './rules.ts';

const ofSpeech = { at: instant, speechId: speechIdSchema };
const ofList = { at: instant, itemId: agendaItemIdSchema.nullable() };
/** Before whom; null: at the end. */
const beforeSpeechId = speechIdSchema.nullable();

export const floorEvents = [
  /** `inLine`: put in line at once, before whom; null: it waits for an answer. */
  z.strictObject({
    type: z.literal('speechRegistered'),
    at: instant,
    speech: speechFactsSchema,
    inLine: z.strictObject({ beforeSpeechId }).nullable(),
  }),
  z.strictObject({ type: z.literal('speechAccepted'), ...ofSpeech, allottedMs: duration }),
  z.strictObject({ type: z.literal('speechQueued'), ...ofSpeech, allottedMs: duration, beforeSpeechId }),
  z.strictObject({ type: z.literal('speechWithdrawn'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechDeclined'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechLapsed'), ...ofSpeech, cause: z.enum(['cleared', 'itemEnded']) }),
  z.strictObject({ type: z.literal('speechReinstated'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechHandedInWriting'), ...ofSpeech }),
  /** `by`: the seat whose hand it was. */
  z.strictObject({ type: z.literal('speechMoved'), ...ofSpeech, beforeSpeechId, by: line(40).nullable() }),
  z.strictObject({ type: z.literal('speechesSwapped'), ...ofSpeech, withSpeechId: speechIdSchema, by: line(40) }),
  z.strictObject({ type: z.literal('understudyNamed'), ...ofSpeech, understudy: personSchema.nullable() }),
  z.strictObject({ type: z.literal('understudySeated'), ...ofSpeech, speaker: personSchema }),
  z.strictObject({ type: z.literal('speechAllotted'), ...ofSpeech, allottedMs: duration }),
  z.strictObject({ type: z.literal('speakerPutOnStandby'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speakerStoodDown'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speakerCalled'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechBegan'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechPaused'), ...ofSpeech, ...pauseStartSchema }),
  z.strictObject({ type: z.literal('speechContinued'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechExtended'), ...ofSpeech, byMs: duration }),
  z.strictObject({ type: z.literal('speakerReminded'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechEnded'), ...ofSpeech, cause: endCauseSchema }),
  z.strictObject({ type: z.literal('speakersListOpened'), ...ofList, closesAt: instant.nullable() }),
  z.strictObject({ type: z.literal('speakersListClosed'), ...ofList }),
  z.strictObject({
    type: z.literal('speakersListTimed'),
    ...ofList,
    times: listTimesSchema,
  }),
  z.strictObject({ type: z.literal('floorRulesAdopted'), at: instant, rules: floorRulesSchema }),
  /** The reason is for the record and the staff. */
  z.strictObject({
    type: z.literal('ledgerCorrected'),
    at: instant,
    bridgeId: bridgeIdSchema,
    byMs: change,
    reason: line(300).nullable(),
  }),
  z.strictObject({ type: z.literal('chairMicrophoneOpened'), at: instant }),
  z.strictObject({ type: z.literal('chairMicrophoneClosed'), at: instant }),
] as const;

export type FloorEvent = z.infer<(typeof floorEvents)[number]>;
