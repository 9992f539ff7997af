import { type FormEvent, useState } from 'react';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { useIssue } from '../command-button.tsx';
import { Field } from '../field.tsx';
import { useMay } from './use-may.ts';

const words = () => text.recording.list;
const MOST_DAYS = 3_650;

/** The rule by which recordings delete themselves. */
export function KeptDays() {
  const days = useConference(({ recordings }) => recordings.keptDays);
  const may = useMay({ type: 'keepRecordings', days: null });
  return (
    <section className="recording-block">
      <p className="recording-said">{days === null ? words().keptAlways : words().kept(days)}</p>
      {may ? <DaysForm key={days} days={days} /> : null}
    </section>
  );
}

function DaysForm({ days }: { readonly days: number | null }) {
  const issue = useIssue();
  const off = useCommandsOff();
  const [problem, setProblem] = useState<string | null>(null);
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = readDays(new FormData(event.currentTarget).get('days'));
    setProblem(typed === 'wrong' ? words().keptProblem : null);
    if (typed !== 'wrong') void issue({ type: 'keepRecordings', days: typed });
  };
  return (
    <form className="recording-days" onSubmit={save}>
      <Field
        label={words().keptFor}
        hint={words().keptHint}
        problem={problem}
        name="days"
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        defaultValue={days ?? ''}
      />
      <button type="submit" className="button" data-tone="plain" disabled={off !== null}>
        {words().keptSave}
      </button>
      {off === null ? null : <span className="command-reason">{off}</span>}
    </form>
  );
}

export function readDays(typed: FormDataEntryValue | null): number | null | 'wrong' {
  const trimmed = typeof typed === 'string' ? typed.trim() : '';
  if (trimmed === '') return null;
  const days = /^\d{1,4}$/u.test(trimmed) ? Number(trimmed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : 'wrong';
}
