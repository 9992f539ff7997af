import { type FormEvent, useState } from 'react';
import { plannedTimes } from '../../../../shared/domain/agenda/planned.ts';
import { phasesOf } from '../../../../shared/domain/phases.ts';
import { runningRehearsal } from '../../../../shared/views/rehearsal.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { useMayUse } from '../../../parts/use-may-use.ts';
import { useSync } from '../../../sync/conference-context.ts';
import { useConference } from '../../../sync/conference-provider.tsx';
import { type Fetched, startRehearsal } from '../../../sync/http.ts';
import { text } from '../../../text/text.ts';

const words = () => text.rehearsal.sheet;

type Said = 'started' | Exclude<Fetched<unknown>, { kind: 'ok' }>;

/** The clock of a rehearsal may show the hour of the conference, whatever time it is. */
export function StartRehearsal() {
  const firstStart = useConference(({ agenda }) => plannedTimes(agenda)[0]?.start ?? null);
  const [fromPlan, setFromPlan] = useState(true);
  const { busy, said, start } = useStart();
  const reason = useReason();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    start(fromPlan && firstStart !== null);
  };
  return (
    <form className="console-form console-inset" onSubmit={submit}>
      <fieldset>
        <legend>{words().clock}</legend>
        {firstStart === null ? null : (
          <label className="console-check">
            <input type="radio" name="clock" checked={fromPlan} onChange={() => setFromPlan(true)} />
            {words().fromPlan(`${formatTime(firstStart)} ${formatDate(firstStart)}`)}
          </label>
        )}
        <label className="console-check">
          <input
            type="radio"
            name="clock"
            checked={!fromPlan || firstStart === null}
            onChange={() => setFromPlan(false)}
          />
          {words().fromNow}
        </label>
      </fieldset>
      <div className="console-form-buttons">
        <button type="submit" className="button" data-tone="primary" disabled={reason !== null} aria-busy={busy}>
          {busy ? words().starting : words().start}
        </button>
        {reason === null ? null : <span className="command-reason">{reason}</span>}
      </div>
      <p role="status" className={said === null || said === 'started' ? undefined : 'console-problem'}>
        {said === null ? '' : sentenceOf(said)}
      </p>
    </form>
  );
}

/** Why none can be started now. */
function useReason(): string | null {
  const may = useMayUse('rehearse');
  const { conference: rehearsal } = useSync();
  const { phase, rehearsals } = useConference(({ conference }) => conference);
  if (!may) return words().secretariatOnly;
  if (runningRehearsal({ rehearsals }) !== null) return words().running;
  return phasesOf({ type: 'recordRehearsal', rehearsal, phase: 'started' }).includes(phase) ? null : words().tooLate;
}

function useStart() {
  const { conference, time } = useSync();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const ask = async (fromPlan: boolean) => {
    setBusy(true);
    const answer = await startRehearsal(conference, fromPlan ? null : Math.round(time.now()));
    setBusy(false);
    setSaid(answer.kind === 'ok' ? 'started' : answer);
  };
  const start = (fromPlan: boolean) => {
    if (!busy) void ask(fromPlan);
  };
  return { busy, said, start };
}

function sentenceOf(said: Said): string {
  if (said === 'started') return words().started;
  return said.kind === 'offline' ? text.common.noAnswer : text.refusals.sentence(said.code, said.params);
}
