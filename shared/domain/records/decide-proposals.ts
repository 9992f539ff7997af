import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { speechOf } from '../floor/floor.ts';
import { proposalIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { RejectionCode } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import type { RecordsCommand } from './commands.ts';
import { MAX_PROPOSALS, MAX_PROPOSALS_OF_BRIDGE, ofBridge, type Proposal, type ProposalInput } from './proposal.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;
type ProposalCommand = Of<
  'registerProposal' | 'correctProposal' | 'groupProposal' | 'settleProposal' | 'removeProposal'
>;

export function decideProposals(state: ConferenceState, command: ProposalCommand, moment: Moment): Decided {
  if (command.type === 'registerProposal') return decideRegister(state, command, moment);
  const { proposals } = state.records;
  const proposal = proposals.find(({ proposalId }) => proposalId === command.proposalId);
  if (proposal === undefined) return refuse('proposal-unknown');
  const { proposalId, bridgeId: owner } = proposal;
  const at = moment.now;
  switch (command.type) {
    case 'correctProposal': {
      const obstacle = obstacleTo(state, command.proposal);
      if (obstacle !== null) return refuse(obstacle);
      // Whose it is stays as it was registered: that bridge knows it by its own stream.
      if (command.proposal.bridgeId !== owner) return refuse('proposal-owner-fixed');
      return emit({ type: 'proposalCorrected', at, proposal: { proposalId, ...command.proposal }, owner });
    }
    case 'groupProposal':
      return decideGroup(proposals, proposal, command.duplicateOf, at);
    case 'settleProposal':
      return emit({ type: 'proposalSettled', at, proposalId, owner, settlement: command.settlement });
    case 'removeProposal':
      return proposals.some(({ duplicateOf }) => duplicateOf === proposalId)
        ? refuse('proposal-leads-group')
        : emit({ type: 'proposalRemoved', at, proposalId, owner });
    default:
      return unreachable(command);
  }
}

function decideRegister(
  state: ConferenceState,
  command: Of<'registerProposal'>,
  { newId, now, actor }: Moment,
): Decided {
  const { type: _, ...input } = command;
  const { proposals } = state.records;
  const obstacle = obstacleTo(state, input);
  if (obstacle !== null) return refuse(obstacle);
  if (proposals.length >= MAX_PROPOSALS) return refuse('too-many-items', { max: MAX_PROPOSALS });
  const isFull = input.bridgeId !== null && ofBridge(proposals, input.bridgeId).length >= MAX_PROPOSALS_OF_BRIDGE;
  if (actor.seat === 'operator' && isFull) return refuse('too-many-items', { max: MAX_PROPOSALS_OF_BRIDGE });
  const proposal = { proposalId: proposalIdSchema.parse(newId()), ...input };
  return emit({ type: 'proposalRegistered', at: now, proposal });
}

function obstacleTo({ bridges, floor }: ConferenceState, { bridgeId, speechId }: ProposalInput): RejectionCode | null {
  if (bridgeId !== null && bridgeOf(bridges, bridgeId) === undefined) return 'bridge-unknown';
  return speechId !== null && speechOf(floor, speechId) === undefined ? 'speech-unknown' : null;
}

/** One of a group leads it; whoever follows leads nobody, so a group is read without a search. */
function decideGroup(
  proposals: readonly Proposal[],
  { proposalId, bridgeId: owner, duplicateOf: before }: Proposal,
  duplicateOf: Proposal['duplicateOf'],
  at: number,
): Decided {
  if (duplicateOf === before || duplicateOf === proposalId) return refuse('nothing-to-change');
  if (duplicateOf !== null) {
    const leader = proposals.find((one) => one.proposalId === duplicateOf);
    if (leader === undefined) return refuse('proposal-unknown');
    if (leader.duplicateOf !== null) return refuse('proposal-is-duplicate');
    if (proposals.some((one) => one.duplicateOf === proposalId)) return refuse('proposal-leads-group');
  }
  return emit({ type: 'proposalGrouped', at, proposalId, owner, duplicateOf });
}
