import { useMemo } from 'react';
import { type DelegateRow, NO_ROLLS } from '../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { decide } from '../../../shared/domain/decide.ts';
import { phasesOf } from '../../../shared/domain/phases.ts';
import { mayIssue } from '../../../shared/domain/policy.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

/** What the server would answer, asked of its own rules: the console states none of them again. */
export interface Rights {
  /** Whether this seat may ever do it. What it may not is not shown. */
  readonly may: (command: Command) => boolean;
  /** Whether the phase of the conference knows such a command. */
  readonly fits: (command: Command) => boolean;
  /** Why it would be refused now, as a sentence; null when it would be accepted, or asked about at the press. */
  readonly reason: (command: Command, row?: DelegateRow) => string | null;
}

export const wholeState = (state: ConferenceState): ConferenceState => state;

export function useRights(): Rights {
  const state = useConference(wholeState);
  const { time } = useSync();
  const { seat, bridgeId } = useSeat();
  return useMemo(() => {
    const actor = { seat, bridgeId, session: '' };
    const may = (command: Command) => mayIssue(actor, command, state);
    const reason = (command: Command, row?: DelegateRow) => {
      if (!may(command)) return text.refusals.sentence('not-permitted', {});
      // A trial needs no real ids: nothing of its outcome is kept but the refusal.
      const moment = { now: time.now(), newId: () => 'trial', position: 0, actor };
      const decided = decide(state, command, moment, { ...NO_ROLLS, row: () => row });
      if (decided.ok || decided.error.code === 'unconfirmed') return null;
      return text.refusals.sentence(decided.error.code, decided.error.params);
    };
    return { may, reason, fits: (command) => phasesOf(command).includes(state.conference.phase) };
  }, [state, seat, bridgeId, time]);
}
