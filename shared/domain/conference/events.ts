import { z } from 'zod';
import { instant } from '../instant.ts';
import { conferenceDetailsSchema } from './conference.ts';

export const conferenceEvents = [
  z.strictObject({ type: z.literal('conferenceCreated'), at: instant, details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('conferenceDetailsCorrected'), at: instant, details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('preparationStarted'), at: instant }),
  z.strictObject({ type: z.literal('conferenceOpened'), at: instant }),
  z.strictObject({ type: z.literal('conferenceAdjourned'), at: instant }),
  z.strictObject({ type: z.literal('conferenceResumed'), at: instant }),
  z.strictObject({ type: z.literal('conferenceClosed'), at: instant }),
  z.strictObject({ type: z.literal('conferenceArchived'), at: instant }),
] as const;

export type ConferenceSliceEvent = z.infer<(typeof conferenceEvents)[number]>;
