import { z } from 'zod';
import { ballotIdSchema, bridgeIdSchema, delegateIdSchema } from '../ids.ts';
import { line } from '../text.ts';
import { ballotInputSchema, countsSchema } from './ballot.ts';

const ballotId = ballotIdSchema;

export const ballotCommands = [
  z.strictObject({ type: z.literal('prepareBallot'), ballot: ballotInputSchema }),
  z.strictObject({ type: z.literal('correctBallot'), ballotId, ballot: ballotInputSchema }),
  z.strictObject({ type: z.literal('removeBallot'), ballotId }),
  z.strictObject({ type: z.literal('openBallot'), ballotId }),
  /** The hands of one hall; a later count stands in place of an earlier one. */
  z.strictObject({ type: z.literal('countHands'), ballotId, bridgeId: bridgeIdSchema, counts: countsSchema }),
  /** `option` is its place in the list, from 0. */
  z.strictObject({
    type: z.literal('castVote'),
    ballotId,
    delegateId: delegateIdSchema,
    option: z.int().min(0).max(5),
  }),
  z.strictObject({ type: z.literal('closeBallot'), ballotId }),
  z.strictObject({ type: z.literal('publishBallot'), ballotId }),
  z.strictObject({ type: z.literal('hideBallot'), ballotId }),
  z.strictObject({ type: z.literal('annulBallot'), ballotId, reason: line(300) }),
] as const;

export type BallotCommand = z.infer<(typeof ballotCommands)[number]>;
