import { z } from 'zod';
import { type BridgeId, bridgeIdSchema, type ProposalId, proposalIdSchema, speechIdSchema } from '../ids.ts';
import { line, lines } from '../text.ts';

export const proposalInputSchema = z.strictObject({
  text: lines(3_000),
  /** The unit as it is named; null: the conference did not say whose it is. */
  proposedBy: line(200).nullable(),
  /** The hall it came from, if it came from one. */
  bridgeId: bridgeIdSchema.nullable(),
  speechId: speechIdSchema.nullable(),
  addressee: line(200),
});
export type ProposalInput = z.infer<typeof proposalInputSchema>;

export const proposalFactsSchema = z.strictObject({ proposalId: proposalIdSchema, ...proposalInputSchema.shape });
export type ProposalFacts = z.infer<typeof proposalFactsSchema>;

/** What became of it: `returned` is outside of the addressee's competence, or asked in vain. */
export const proposalStatusSchema = z.enum(['registered', 'accepted', 'forwarded', 'answered', 'returned']);
export type ProposalStatus = z.infer<typeof proposalStatusSchema>;

export const settlementSchema = z.strictObject({
  status: proposalStatusSchema,
  /** Whose matter it is; null: nobody has looked at it yet. */
  competence: z.enum(['within', 'outside']).nullable(),
  competentBody: line(200).nullable(),
  answer: lines(3_000).nullable(),
  answeredBy: line(200).nullable(),
});
export type Settlement = z.infer<typeof settlementSchema>;

export interface Proposal extends ProposalFacts, Settlement {
  readonly registeredAt: number;
  /** Says the same as this one, which leads the group; null: it stands for itself. */
  readonly duplicateOf: ProposalId | null;
}

export const MAX_PROPOSALS = 2_000;
/** Registered by one hall. */
export const MAX_PROPOSALS_OF_BRIDGE = 50;

export const NOT_SETTLED: Settlement = {
  status: 'registered',
  competence: null,
  competentBody: null,
  answer: null,
  answeredBy: null,
};

export const ofBridge = (proposals: readonly Proposal[], bridgeId: BridgeId): readonly Proposal[] =>
  proposals.filter((proposal) => proposal.bridgeId === bridgeId);
