import { useState } from 'react';
import type { DelegateRow } from '../../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../../shared/domain/command.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { personLines } from '../../../parts/person-words.ts';
import { type MarkTone, StateMark } from '../../../parts/state-mark.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm } from '../command-form.tsx';
import { textIn } from '../form-reading.ts';
import type { Rights } from '../use-rights.ts';
import type { RowProps } from '../use-roving.ts';

const words = () => text.console.delegates;

const TONES: Readonly<Record<DelegateRow['mark'], MarkTone>> = {
  unmarked: 'off',
  present: 'done',
  absentExcused: 'look',
  absentUnexcused: 'look',
};

interface DelegateLineProps {
  readonly delegate: DelegateRow;
  readonly rights: Rights;
  readonly row: RowProps;
  readonly current: boolean;
}

export function DelegateLine({ delegate, rights, row, current }: DelegateLineProps) {
  const { mark, absenceReason, category, homeUnit } = delegate;
  const { head, rest } = personLines(delegate);
  const state =
    absenceReason === null ? text.console.marks[mark] : words().absentFor(text.console.marks[mark], absenceReason);
  return (
    <li className="console-row console-delegate-line" aria-label={`${head}, ${rest}, ${state}`} {...row}>
      <StateMark tone={TONES[mark]} word={state} bare />
      <span className="console-who">
        <strong>{head}</strong>
        <small>{[rest, category, homeUnit].filter((part) => part !== '').join(' · ')}</small>
      </span>
      <span className="console-row-state">{state}</span>
      {current ? <DelegateButtons delegate={delegate} rights={rights} /> : null}
    </li>
  );
}

type DelegateButtonsProps = Pick<DelegateLineProps, 'delegate' | 'rights'>;

function DelegateButtons({ delegate, rights }: DelegateButtonsProps) {
  const { bridgeId, delegateId, mark } = delegate;
  const [absent, setAbsent] = useState(false);
  const of = (type: 'checkInDelegate' | 'clearDelegateMark' | 'removeDelegate'): Command => ({
    type,
    bridgeId,
    delegateId,
  });
  if (!rights.may(of('checkInDelegate'))) return null;
  const button = (type: Parameters<typeof of>[0]) => (
    <CommandButton
      make={() => of(type)}
      label={words().acts[type]}
      tone={type === 'checkInDelegate' ? 'plain' : 'quiet'}
      disabledReason={rights.reason(of(type), delegate)}
      className="console-tight"
    />
  );
  return (
    <span className="console-row-buttons" data-current>
      {mark === 'present' ? null : button('checkInDelegate')}
      <button
        type="button"
        className="button"
        data-tone="plain"
        onClick={() => setAbsent(!absent)}
        aria-expanded={absent}
      >
        {words().absent}
      </button>
      {mark === 'unmarked' ? null : button('clearDelegateMark')}
      {button('removeDelegate')}
      {absent ? <AbsenceForm delegate={delegate} onDone={() => setAbsent(false)} /> : null}
    </span>
  );
}

function AbsenceForm({ delegate, onDone }: { readonly delegate: DelegateRow; readonly onDone: () => void }) {
  const { bridgeId, delegateId, mark } = delegate;
  return (
    <CommandForm
      write={(form) => ({
        commands: [
          {
            type: 'markDelegateAbsent',
            bridgeId,
            delegateId,
            excused: form.get('excused') === 'yes',
            reason: textIn(form, 'reason'),
          },
        ],
      })}
      act={words().markAbsent}
      onDone={onDone}
      onCancel={onDone}
      className="console-absence"
    >
      <div className="console-fields">
        <ChoiceField
          label={words().absent}
          name="excused"
          defaultValue={mark === 'absentUnexcused' ? 'no' : 'yes'}
          choices={[
            { value: 'yes', label: text.console.marks.absentExcused },
            { value: 'no', label: text.console.marks.absentUnexcused },
          ]}
        />
        <Field
          label={words().reason}
          name="reason"
          maxLength={200}
          defaultValue={delegate.absenceReason ?? ''}
          autoFocus
          className="console-wide"
        />
      </div>
    </CommandForm>
  );
}
