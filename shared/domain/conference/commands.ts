import { z } from 'zod';
import { conferenceDetailsSchema } from './conference.ts';

export const conferenceCommands = [
  z.strictObject({ type: z.literal('createConference'), details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('correctConferenceDetails'), details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('startPreparation') }),
  z.strictObject({ type: z.literal('openConference') }),
  z.strictObject({ type: z.literal('adjournConference') }),
  z.strictObject({ type: z.literal('resumeConference') }),
  z.strictObject({ type: z.literal('closeConference') }),
  z.strictObject({ type: z.literal('archiveConference') }),
] as const;

export type ConferenceCommand = z.infer<(typeof conferenceCommands)[number]>;
