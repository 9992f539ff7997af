import { z } from 'zod';
import { accepting } from '../consequence.ts';
import { agendaItemIdSchema, bridgeIdSchema, speechIdSchema } from '../ids.ts';
import { change, duration, instant } from '../instant.ts';
import { personInputSchema } from '../person.ts';
import { line } from '../text.ts';
import { MAX_WAITING } from './floor.ts';
import { floorRulesSchema, listTimesSchema, speechKindSchema } from './rules.ts';

const speechId = speechIdSchema;
const itemId = agendaItemIdSchema.nullable();
const several = z.array(speechId).min(1).max(MAX_WAITING);
const wish = {
  bridgeId: bridgeIdSchema,
  kind: speechKindSchema,
  subject: line(300),
  speaker: personInputSchema,
  /** The agenda item on whose list it is to stand; null: the list of the conference as a whole. */
  itemId,
  category: line(80).nullable(),
};
/** null: what the list or the rules give. */
const allottedMs = duration.nullable();

export const floorCommands = [
  /** The moderator's side enters somebody: in line at once. An override lets a closed list or an empty chair pass. */
  z.strictObject({
    type: z.literal('registerSpeech'),
    ...wish,
    allottedMs,
    override: z.strictObject({ reason: line(300) }).nullable(),
  }),
  /** A bridge asks; the moderator accepts or declines, or the mode lets it in by itself. */
  z.strictObject({ type: z.literal('requestSpeech'), ...wish }),
  z.strictObject({ type: z.literal('withdrawSpeech'), speechId }),
  /** `queue`: in line at once; else admitted, and put in line later. */
  z.strictObject({ type: z.literal('acceptSpeech'), speechId, allottedMs, queue: z.boolean() }),
  z.strictObject({ type: z.literal('queueSpeech'), speechId }),
  z.strictObject({ type: z.literal('declineSpeech'), speechId }),
  z.strictObject({ type: z.literal('handInWriting'), speechIds: several }),
  /** null: to the end. */
  z.strictObject({ type: z.literal('moveSpeech'), speechId, beforeSpeechId: speechId.nullable() }),
  z.strictObject({ type: z.literal('swapSpeeches'), speechId, withSpeechId: speechId }),
  z.strictObject({ type: z.literal('nameUnderstudy'), speechId, understudy: personInputSchema.nullable() }),
  z.strictObject({ type: z.literal('seatUnderstudy'), speechId }),
  /** The same time for each of them. */
  z.strictObject({ type: z.literal('allotTime'), speechIds: several, allottedMs: duration }),
  /** Takes requests of a list away, papers left out; whoever speaks is not touched. */
  z.strictObject({ type: z.literal('clearRequests'), itemId }),
  /** Takes back a slip: what was declined or cleared a moment ago stands again where it stood. */
  z.strictObject({ type: z.literal('reinstateSpeeches'), speechIds: several }),
  /**
   * Ends the running speech at the same instant (a question only pauses it); `expectedOnFloor` is whom the caller saw
   * there.
   */
  z.strictObject({
    type: z.literal('callSpeaker'),
    speechId,
    expectedOnFloor: speechId.nullable(),
    accepting,
  }),
  /** The called bridge is heard: by the observed microphone, or because somebody says so. */
  z.strictObject({ type: z.literal('beginSpeech'), speechId }),
  z.strictObject({ type: z.literal('pauseSpeech'), speechId }),
  z.strictObject({ type: z.literal('continueSpeech'), speechId }),
  z.strictObject({ type: z.literal('extendSpeech'), speechId, byMs: duration }),
  /** A gentle mark on the speaker's clock. */
  z.strictObject({ type: z.literal('remindOfTime'), speechId }),
  z.strictObject({ type: z.literal('endSpeech'), speechId }),
  /** The speaker gives the floor back. */
  z.strictObject({ type: z.literal('handBackFloor'), speechId }),
  /** The line of the bridge did not come back in time. */
  z.strictObject({ type: z.literal('releaseLostFloor'), speechId }),
  /** A new speech of the same speaker, at the head of the line, linked to the one that stays on record. */
  z.strictObject({ type: z.literal('callBackSpeaker'), speechId, allottedMs }),
  z.strictObject({ type: z.literal('openSpeakersList'), itemId, closesAt: instant.nullable() }),
  z.strictObject({ type: z.literal('closeSpeakersList'), itemId }),
  /** Speaking times of one list; a kind without a time follows the rules. */
  z.strictObject({
    type: z.literal('timeSpeakersList'),
    itemId,
    times: listTimesSchema,
  }),
  z.strictObject({ type: z.literal('adoptFloorRules'), rules: floorRulesSchema }),
  z.strictObject({ type: z.literal('correctLedger'), bridgeId: bridgeIdSchema, byMs: change, reason: line(300) }),
  z.strictObject({ type: z.literal('openChairMicrophone') }),
  z.strictObject({ type: z.literal('closeChairMicrophone') }),
] as const;

export type FloorCommand = z.infer<(typeof floorCommands)[number]>;
