import { z } from 'zod';
import { bridgeIdSchema, speechIdSchema } from '../ids.ts';
import { duration } from '../instant.ts';
import { personInputSchema } from '../person.ts';
import { line } from '../text.ts';

const speechId = speechIdSchema;
const wish = { bridgeId: bridgeIdSchema, subject: line(300), speaker: personInputSchema };

export const floorCommands = [
  /** The secretariat enters a paper: accepted at once, at the end of the queue. */
  z.strictObject({ type: z.literal('registerPaper'), ...wish, allottedMs: duration }),
  /** A bridge asks; the moderator accepts or declines. */
  z.strictObject({ type: z.literal('requestSpeech'), ...wish }),
  z.strictObject({ type: z.literal('withdrawSpeech'), speechId }),
  z.strictObject({ type: z.literal('acceptSpeech'), speechId, allottedMs: duration }),
  z.strictObject({ type: z.literal('declineSpeech'), speechId }),
  /** null: to the end. */
  z.strictObject({ type: z.literal('moveSpeech'), speechId, beforeSpeechId: speechId.nullable() }),
  /** Ends the running speech at the same instant; `expectedOnFloor` is what the caller saw. */
  z.strictObject({ type: z.literal('callSpeaker'), speechId, expectedOnFloor: speechId.nullable() }),
  /** The called bridge is heard: by the observed microphone, or because somebody says so. */
  z.strictObject({ type: z.literal('beginSpeech'), speechId }),
  z.strictObject({ type: z.literal('extendSpeech'), speechId, byMs: duration }),
  z.strictObject({ type: z.literal('endSpeech'), speechId }),
  z.strictObject({ type: z.literal('openChairMicrophone') }),
  z.strictObject({ type: z.literal('closeChairMicrophone') }),
] as const;

export type FloorCommand = z.infer<(typeof floorCommands)[number]>;
