import { type FormEvent, useState } from 'react';
import type { Session } from '../../../shared/protocol/http.ts';
import { readDeputyCode } from '../../parts/deputy-code.ts';
import { Field } from '../../parts/field.tsx';
import { type Fetched, takeOver } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import './deputy-entry.css';

const words = () => text.start.deputy;

type Problem = 'shape' | Exclude<Fetched<Session>, { kind: 'ok' }>;

/** A code is typed from paper or from the telephone; whoever has it goes straight to the seat's screen. */
export function DeputyEntry() {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const enter = async () => {
    const bare = readDeputyCode(code);
    if (bare === null) return setProblem('shape');
    setBusy(true);
    const answer = await takeOver(bare);
    setBusy(false);
    if (answer.kind === 'ok') location.assign(answer.value.screen);
    else setProblem(answer);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void enter();
  };
  return (
    <form className="deputy-entry" onSubmit={submit} noValidate>
      <h2>{words().heading}</h2>
      <p>{words().lead}</p>
      <Field
        label={words().code}
        hint={words().hint}
        problem={problem === null ? null : sentenceOf(problem)}
        className="deputy-entry-code"
        value={code}
        maxLength={40}
        placeholder="ABCDE-23456"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={({ target }) => setCode(target.value)}
      />
      <p className="unseen" role="alert">
        {problem === null ? '' : sentenceOf(problem)}
      </p>
      <button type="submit" className="button" data-tone="primary" aria-busy={busy}>
        {busy ? words().entering : words().enter}
      </button>
    </form>
  );
}

function sentenceOf(problem: Problem): string {
  if (problem === 'shape') return words().shape;
  if (problem.kind === 'offline') return words().offline;
  const { code, params } = problem;
  if (code === 'too-many-tries') return words().locked(minutesOf(params['seconds']));
  return code === 'code-invalid' || code === 'malformed' ? words().invalid : text.refusals.sentence(code, params);
}

/** Whole minutes, never fewer than there are: who comes back too early would be locked out again. */
const minutesOf = (seconds: string | number | undefined): number => Math.max(1, Math.ceil(Number(seconds ?? 0) / 60));
