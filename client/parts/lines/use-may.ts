import type { Command } from '../../../shared/domain/command.ts';
import { mayIssue } from '../../../shared/domain/policy.ts';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';

/** Whether this seat may ever do it: what it may not is not offered. */
export function useMay(command: Command): boolean {
  const { seat, bridgeId } = useSeat();
  return useConference((state) => mayIssue({ seat, bridgeId, session: '' }, command, state));
}
