import type { Command } from '../../../shared/domain/command.ts';
import { phasesOf } from '../../../shared/domain/phases.ts';
import { mayIssue } from '../../../shared/domain/policy.ts';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';

/** Whether this seat may do it in this phase at all. What it may not is not drawn. */
export function useMay(command: Command): boolean {
  const { seat, bridgeId } = useSeat();
  return useConference(
    (state) =>
      mayIssue({ seat, bridgeId, session: '' }, command, state) && phasesOf(command).includes(state.conference.phase),
  );
}
