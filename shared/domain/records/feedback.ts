import { z } from 'zod';
import { delegateIdSchema, feedbackIdSchema } from '../ids.ts';
import { lines } from '../text.ts';

/** What a delegate wrote to the secretariat from the phone. */
export const feedbackFactsSchema = z.strictObject({
  feedbackId: feedbackIdSchema,
  delegateId: delegateIdSchema,
  text: lines(1_000),
});

export interface Feedback extends z.infer<typeof feedbackFactsSchema> {
  readonly at: number;
}

export const MAX_FEEDBACK = 5_000;
export const MAX_FEEDBACK_OF_DELEGATE = 5;
