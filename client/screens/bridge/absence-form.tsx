import { useState } from 'react';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';

const words = () => text.roll.list;

interface AbsenceProps {
  readonly row: DelegateRow;
  readonly onSaid: (excused: boolean, reason: string | null) => void;
  readonly onCancel: () => void;
}

/** Absent, with the reason if there is one. */
export function AbsenceForm({ row, onSaid, onCancel }: AbsenceProps) {
  const [typed, setTyped] = useState(row.absenceReason ?? '');
  const settled = typed.normalize().trim();
  const reason = settled === '' ? null : settled;
  const press = (excused: boolean) => (
    <CommandButton
      label={excused ? words().excused : words().unexcused}
      make={() => ({
        type: 'markDelegateAbsent',
        bridgeId: row.bridgeId,
        delegateId: row.delegateId,
        excused,
        reason,
      })}
      onAccepted={() => onSaid(excused, reason)}
    />
  );
  return (
    <div className="bridge-absence">
      <Field
        label={words().reason}
        value={typed}
        maxLength={200}
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="bridge-actions">
        {press(true)}
        {press(false)}
        <button type="button" className="button" data-tone="quiet" onClick={onCancel}>
          {words().cancel}
        </button>
      </div>
    </div>
  );
}
