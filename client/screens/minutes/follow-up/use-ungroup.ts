import type { ProposalId } from '../../../../shared/domain/ids.ts';
import { useIssue } from '../../../parts/command-button.tsx';

/** Lets a proposal stand for itself again. */
export function useUngroup(): (proposalId: ProposalId) => void {
  const issue = useIssue();
  return (proposalId) => void issue({ type: 'groupProposal', proposalId, duplicateOf: null });
}
