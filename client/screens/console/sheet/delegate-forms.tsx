import { useState } from 'react';
import type { DelegateRow } from '../../../../shared/domain/attendance/delegate.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { BridgePicker } from '../bridge-picker.tsx';
import { CommandForm, type Written } from '../command-form.tsx';
import { personIn, textIn } from '../form-reading.ts';
import { PersonFields } from '../person-fields.tsx';
import type { DelegateForm } from './delegate-acts.ts';
import { DelegateFields, delegateIn } from './delegate-fields.tsx';

const words = () => text.console.delegates;

interface FormProps {
  readonly delegate: DelegateRow;
  readonly onDone: () => void;
}

/** What has to be asked before a delegate is marked absent, replaced, moved or corrected. */
export function DelegateFormOf({ form, ...props }: FormProps & { readonly form: DelegateForm }) {
  switch (form) {
    case 'absent':
      return <AbsenceForm {...props} />;
    case 'substitute':
      return <SubstituteForm {...props} />;
    case 'move':
      return <MoveForm {...props} />;
    case 'correct':
      return <CorrectForm {...props} />;
  }
}

function AbsenceForm({ delegate, onDone }: FormProps) {
  const { bridgeId, delegateId, mark } = delegate;
  const write = (form: FormData): Written => ({
    commands: [
      {
        type: 'markDelegateAbsent',
        bridgeId,
        delegateId,
        excused: form.get('excused') === 'yes',
        reason: textIn(form, 'reason'),
      },
    ],
  });
  return (
    <CommandForm write={write} act={words().markAbsent} onDone={onDone} onCancel={onDone} className="console-absence">
      <div className="console-fields">
        <ChoiceField
          label={words().forms.absent}
          name="excused"
          defaultValue={mark === 'absentUnexcused' ? 'no' : 'yes'}
          choices={[
            { value: 'yes', label: text.roll.marks.absentExcused },
            { value: 'no', label: text.roll.marks.absentUnexcused },
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

/** Somebody else comes on the summons: category and delegation stay. */
function SubstituteForm({ delegate: { bridgeId, delegateId, homeUnit }, onDone }: FormProps) {
  const write = (form: FormData): Written => {
    const person = personIn(form, 'substitute');
    const unit = textIn(form, 'homeUnit');
    const fullName = person?.fullName ?? null;
    if (person === null || fullName === null || unit === null) return { problem: words().noSubstitute };
    const substitute = { fullName, positions: person.positions, homeUnit: unit };
    return { commands: [{ type: 'seatSubstitute', bridgeId, delegateId, substitute }] };
  };
  return (
    <CommandForm
      write={write}
      act={words().seatSubstitute}
      onDone={onDone}
      onCancel={onDone}
      className="console-absence"
    >
      <PersonFields prefix="substitute" />
      <Field label={words().homeUnit} name="homeUnit" required maxLength={200} defaultValue={homeUnit} />
    </CommandForm>
  );
}

function MoveForm({ delegate: { bridgeId, delegateId }, onDone }: FormProps) {
  const [to, setTo] = useState<BridgeId | null>(null);
  const write = (): Written =>
    to === null
      ? { problem: words().noBridge }
      : { commands: [{ type: 'moveDelegate', bridgeId, delegateId, toBridgeId: to }] };
  return (
    <CommandForm write={write} act={words().move} onDone={onDone} onCancel={onDone} className="console-absence">
      <BridgePicker label={words().toBridge} chosen={to} onChoose={setTo} />
    </CommandForm>
  );
}

function CorrectForm({ delegate, onDone }: FormProps) {
  const { bridgeId, delegateId } = delegate;
  const write = (form: FormData): Written => {
    const corrected = delegateIn(form);
    return corrected === null
      ? { problem: words().incomplete }
      : { commands: [{ type: 'correctDelegate', bridgeId, delegateId, delegate: corrected }] };
  };
  return (
    <CommandForm write={write} act={text.common.save} onDone={onDone} onCancel={onDone} className="console-absence">
      <DelegateFields delegate={delegate} />
    </CommandForm>
  );
}
