import { z } from 'zod';
import { seatSchema } from '../actor.ts';
import { conferenceIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { conferenceDetailsSchema, predecessorSchema, rehearsalOfSchema } from './conference.ts';

export const conferenceEvents = [
  z.strictObject({ type: z.literal('conferenceCreated'), at: instant, details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('conferenceDetailsCorrected'), at: instant, details: conferenceDetailsSchema }),
  z.strictObject({ type: z.literal('preparationStarted'), at: instant }),
  z.strictObject({ type: z.literal('conferenceOpened'), at: instant }),
  z.strictObject({ type: z.literal('conferenceAdjourned'), at: instant }),
  z.strictObject({ type: z.literal('conferenceResumed'), at: instant }),
  z.strictObject({ type: z.literal('conferenceClosed'), at: instant }),
  z.strictObject({ type: z.literal('conferenceArchived'), at: instant }),
  /** The first event of a rehearsal's own journal. */
  z.strictObject({
    type: z.literal('rehearsalCreated'),
    at: instant,
    details: conferenceDetailsSchema,
    rehearsalOf: rehearsalOfSchema,
  }),
  /** In the journal of the next of a series. */
  z.strictObject({ type: z.literal('conferenceFollows'), at: instant, follows: predecessorSchema }),
  /** In the journal of the conference that is rehearsed. */
  z.strictObject({ type: z.literal('rehearsalStarted'), at: instant, rehearsal: conferenceIdSchema }),
  z.strictObject({ type: z.literal('rehearsalEnded'), at: instant, rehearsal: conferenceIdSchema }),
  /** A deputy sits down at a seat, by the code that was given out for it. */
  z.strictObject({ type: z.literal('seatTakenOver'), at: instant, seat: seatSchema }),
  z.strictObject({ type: z.literal('classifiedSessionBegan'), at: instant }),
  z.strictObject({ type: z.literal('classifiedSessionEnded'), at: instant }),
] as const;

export type ConferenceSliceEvent = z.infer<(typeof conferenceEvents)[number]>;
