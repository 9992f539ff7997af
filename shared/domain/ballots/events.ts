import { z } from 'zod';
import { ballotIdSchema, bridgeIdSchema, delegateIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { line } from '../text.ts';
import { ballotFactsSchema, countsSchema, electorateSchema } from './ballot.ts';

const of = { at: instant, ballotId: ballotIdSchema };

export const ballotEvents = [
  z.strictObject({ type: z.literal('ballotPrepared'), at: instant, ballot: ballotFactsSchema }),
  z.strictObject({ type: z.literal('ballotCorrected'), at: instant, ballot: ballotFactsSchema }),
  z.strictObject({ type: z.literal('ballotRemoved'), ...of }),
  /** With the whole question: nobody but the staff knew of it before. */
  z.strictObject({
    type: z.literal('ballotOpened'),
    at: instant,
    ballot: ballotFactsSchema,
    electorate: electorateSchema,
  }),
  z.strictObject({ type: z.literal('handsCounted'), ...of, bridgeId: bridgeIdSchema, counts: countsSchema }),
  z.strictObject({
    type: z.literal('voteCast'),
    ...of,
    delegateId: delegateIdSchema,
    option: z.int().min(0).max(5),
  }),
  /** Neither who nor what: both stand apart, in tables that share no key but the ballot. */
  z.strictObject({ type: z.literal('secretVoteCast'), ...of }),
  /** `counts` null: what an audience is told before the result is published. */
  z.strictObject({ type: z.literal('ballotClosed'), ...of, counts: countsSchema.nullable() }),
  z.strictObject({ type: z.literal('ballotPublished'), ...of, counts: countsSchema }),
  z.strictObject({ type: z.literal('ballotHidden'), ...of }),
  z.strictObject({ type: z.literal('ballotAnnulled'), ...of, reason: line(300).nullable() }),
] as const;

export type BallotEvent = z.infer<(typeof ballotEvents)[number]>;
