import { z } from 'zod';
import { speechIdSchema } from '../ids.ts';
import { duration, instant } from '../instant.ts';
import { speechFactsSchema } from './floor.ts';

const ofSpeech = { at: instant, speechId: speechIdSchema };

export const floorEvents = [
  z.strictObject({ type: z.literal('paperRegistered'), at: instant, speech: speechFactsSchema }),
  z.strictObject({ type: z.literal('speechRequested'), at: instant, speech: speechFactsSchema }),
  z.strictObject({ type: z.literal('speechWithdrawn'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechAccepted'), ...ofSpeech, allottedMs: duration }),
  z.strictObject({ type: z.literal('speechDeclined'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechMoved'), ...ofSpeech, beforeSpeechId: speechIdSchema.nullable() }),
  z.strictObject({ type: z.literal('speakerCalled'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechBegan'), ...ofSpeech }),
  z.strictObject({ type: z.literal('speechExtended'), ...ofSpeech, byMs: duration }),
  z.strictObject({ type: z.literal('speechEnded'), ...ofSpeech }),
  z.strictObject({ type: z.literal('chairMicrophoneOpened'), at: instant }),
  z.strictObject({ type: z.literal('chairMicrophoneClosed'), at: instant }),
] as const;

export type FloorEvent = z.infer<(typeof floorEvents)[number]>;
