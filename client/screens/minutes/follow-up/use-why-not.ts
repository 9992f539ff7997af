import { NO_ROLLS } from '../../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { decide } from '../../../../shared/domain/decide.ts';
import { mayIssue } from '../../../../shared/domain/policy.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference, useSeat } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';

/** Why the server would refuse it now, asked of its own rules; null: it would not. */
export function useWhyNot(command: Command): string | null {
  const { seat, bridgeId } = useSeat();
  const { time } = useSync();
  const actor = { seat, bridgeId, session: '' };
  return useConference((state) => {
    if (!mayIssue(actor, command, state)) return text.refusals.sentence('not-permitted', {});
    const moment = { now: time.now(), newId: () => 'trial', position: 0, actor };
    const decided = decide(state, command, moment, NO_ROLLS);
    if (decided.ok || decided.error.code === 'nothing-to-change') return null;
    return text.refusals.sentence(decided.error.code, decided.error.params);
  });
}
