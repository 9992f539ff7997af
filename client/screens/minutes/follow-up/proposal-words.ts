import type { ProposalStatus } from '../../../../shared/domain/records/proposal.ts';
import type { MarkTone } from '../../../parts/state-mark.tsx';

const TONES: Readonly<Record<ProposalStatus, MarkTone>> = {
  registered: 'off',
  accepted: 'next',
  forwarded: 'live',
  answered: 'done',
  returned: 'over',
};

export const proposalTone = (status: ProposalStatus): MarkTone => TONES[status];
