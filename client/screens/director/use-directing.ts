import { useMemo, useRef } from 'react';
import { NO_ROLLS } from '../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { decide } from '../../../shared/domain/decide.ts';
import type { Shot } from '../../../shared/domain/onair/onair.ts';
import { sameSource } from '../../../shared/domain/onair/onair.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import { mayIssue } from '../../../shared/domain/policy.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { useSync } from '../../sync/conference-context.ts';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';

/** One command at a time of one press, made from the state that the screen shows then. Refusals are said in words. */
export function useDirect(): (make: (state: ConferenceState) => Command | null) => void {
  const { main } = useSync();
  const issue = useIssue();
  const busy = useRef(false);
  return (make) => {
    const command = busy.current ? null : make(main.get());
    if (command === null) return;
    busy.current = true;
    void issue(command).finally(() => {
      busy.current = false;
    });
  };
}

/** Why nothing can be shown from here now: the seat, the phase, a classified session. null: it can. */
export function useStandingReason(): string | null {
  const { seat, bridgeId } = useSeat();
  const { time } = useSync();
  const off = useCommandsOff();
  const refusal = useConference((state) => {
    // The slide can always be shown: if it is refused, everything is.
    const trial: Command = { type: 'armSource', source: { kind: 'hold' } };
    const actor = { seat, bridgeId, session: '' };
    if (!mayIssue(actor, trial, state)) return text.refusals.sentence('not-permitted', {});
    const moment = { now: time.now(), newId: () => 'trial', position: 0, actor };
    const decided = decide(state, trial, moment, NO_ROLLS);
    return decided.ok ? null : text.refusals.sentence(decided.error.code, decided.error.params);
  });
  return off ?? refusal;
}

/** What a cut would take the place of, as a name that changes when program does. */
export const programKey = (state: ConferenceState): string => JSON.stringify(programSource(state));

const sameShot = (a: Shot, b: Shot): boolean => a.frame === b.frame && sameSource(a.source, b.source);

/** A shot keeps its identity as long as it shows the same. */
export function useShot(read: (state: ConferenceState) => Shot): Shot {
  const select = useMemo(() => {
    let last: Shot | null = null;
    return (state: ConferenceState): Shot => {
      const fresh = read(state);
      last = last !== null && sameShot(last, fresh) ? last : fresh;
      return last;
    };
  }, [read]);
  return useConference(select);
}
