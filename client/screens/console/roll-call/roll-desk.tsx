import { type FormEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import type { RollCall } from '../../../../shared/domain/attendance/roll-call.ts';
import { nextInRoll, upcomingInRoll } from '../../../../shared/domain/attendance/roll-order.ts';
import { bridgeOf } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CalledBridge } from './called-bridge.tsx';
import { ANSWERS } from './roll-keys.ts';
import { readNumber, subjectOf, type TypedNumber } from './roll-number.ts';
import type { RollRun } from './use-roll-run.ts';

const words = () => text.rollCall.run;
const SHOWN_NEXT = 3;

interface RollDeskProps {
  readonly roll: RollCall;
  readonly run: RollRun;
  /** Where the focus rests between two bridges, so that a figure is an answer again. */
  readonly rest: RefObject<HTMLButtonElement | null>;
}

/** The bridge that is called, its answer and its number, and the way to the next. */
export function RollDesk({ roll, run, rest }: RollDeskProps) {
  const called = roll.current?.bridgeId ?? null;
  const number = useNumber(roll, run, rest);
  return (
    <div className="roll-desk">
      <CalledBridge roll={roll} />
      <div className="roll-answers">
        {ANSWERS.map((answer, index) => (
          <button
            key={answer}
            type="button"
            className="button"
            data-tone="plain"
            aria-pressed={called !== null && roll.answers[called]?.answer === answer}
            disabled={called === null}
            onClick={() => {
              const meant = run.called();
              if (meant !== null) run.answer(meant, answer);
            }}
          >
            {words().answers[answer]} <kbd aria-hidden="true">{index + 1}</kbd>
          </button>
        ))}
      </div>
      <form className="roll-number" onSubmit={number.submit}>
        <NumberField subject={number.subject} typed={number.typed} problem={number.problem} onType={number.type} />
        <NextButton roll={roll} writes={number.subject !== called ? number.subject : null} rest={rest} />
      </form>
      <Upcoming roll={roll} />
    </div>
  );
}

function useNumber(roll: RollCall, run: RollRun, rest: RefObject<HTMLButtonElement | null>) {
  const called = roll.current?.bridgeId ?? null;
  const [draft, setDraft] = useState<TypedNumber | null>(null);
  const [isBad, setBad] = useState(false);
  const subject = subjectOf(draft, called);
  const typed = draft !== null && draft.bridgeId === subject ? draft.typed : '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const present = readNumber(typed);
    if (present === undefined) return setBad(true);
    if (present !== null && subject !== null) run.number(subject, present);
    // A number for a bridge that is no longer called is written down, and nobody is passed over.
    if (present === null || subject === run.called()) run.next();
    setDraft(null);
    rest.current?.focus();
  };
  const type = (value: string) => {
    setBad(false);
    const meant = typed === '' ? run.called() : subject;
    if (meant !== null) setDraft({ bridgeId: meant, typed: value });
  };
  return { subject, typed, submit, type, problem: isBad ? words().badNumber : null };
}

interface NumberFieldProps {
  readonly subject: BridgeId | null;
  readonly typed: string;
  readonly problem: string | null;
  readonly onType: (typed: string) => void;
}

function NumberField({ subject, typed, problem, onType }: NumberFieldProps) {
  const name = useConference(({ bridges }) =>
    subject === null ? null : (bridgeOf(bridges, subject)?.shortName ?? null),
  );
  return (
    <Field
      label={name === null ? words().present : words().presentOf(name)}
      name="present"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      placeholder={words().presentHint}
      disabled={subject === null}
      problem={problem}
      value={typed}
      onChange={({ target }) => onType(target.value)}
      onKeyDown={leaveOnEscape}
    />
  );
}

function leaveOnEscape(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
  event.currentTarget.form?.querySelector<HTMLElement>('[type="submit"]')?.focus();
}

/** `writes`: what stands in the field belongs to a bridge that is no longer called, and is written down alone. */
function NextButton({
  roll,
  writes,
  rest,
}: Pick<RollDeskProps, 'roll' | 'rest'> & { readonly writes: BridgeId | null }) {
  const next = writes ?? nextInRoll(roll);
  const name = useConference(({ bridges }) => (next === null ? null : (bridgeOf(bridges, next)?.shortName ?? null)));
  const label = name === null ? words().nobodyNext : writes === null ? words().nextNamed(name) : words().write(name);
  return (
    <button ref={rest} type="submit" className="button" data-tone="primary" data-row="next" tabIndex={0}>
      {label} <kbd aria-hidden="true">Enter</kbd>
    </button>
  );
}

function Upcoming({ roll }: { readonly roll: RollCall }) {
  const names = useConference(({ bridges }) =>
    upcomingInRoll(roll)
      .slice(0, SHOWN_NEXT)
      .map((id) => bridgeOf(bridges, id)?.shortName ?? '')
      .join(', '),
  );
  return <p className="roll-upcoming">{names === '' ? words().nobodyNext : words().upcoming(names)}</p>;
}
