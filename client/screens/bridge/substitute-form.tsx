import { useState } from 'react';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { text } from '../../text/text.ts';
import { positionsRead } from './delegate-draft.ts';

const words = () => text.roll.list;

interface SubstituteProps {
  readonly row: DelegateRow;
  readonly onDone: () => void;
}

const FIELDS = [
  { name: 'fullName', label: 'name', maxLength: 120 },
  { name: 'positions', label: 'positions', maxLength: 400 },
  { name: 'homeUnit', label: 'homeUnit', maxLength: 200 },
] as const;

type Draft = Readonly<Record<(typeof FIELDS)[number]['name'], string>>;

/** Somebody else comes on the summons; category and delegation stay those of the summons. */
export function SubstituteForm({ row, onDone }: SubstituteProps) {
  const [draft, setDraft] = useState<Draft>({ fullName: '', positions: '', homeUnit: row.homeUnit });
  const { show } = useNotices();
  const { substitute, gap } = substituteIn(draft);
  return (
    <div className="bridge-form bridge-add">
      {FIELDS.map(({ name, label, maxLength }, index) => (
        <Field
          key={name}
          label={words()[label]}
          value={draft[name]}
          maxLength={maxLength}
          autoComplete="off"
          autoFocus={index === 0}
          onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
        />
      ))}
      <div className="bridge-actions">
        <CommandButton
          label={words().saveSubstitute}
          tone="primary"
          disabledReason={gap}
          make={() => ({ type: 'seatSubstitute', bridgeId: row.bridgeId, delegateId: row.delegateId, substitute })}
          onAccepted={() => {
            show({ tone: 'ok', sentence: words().seated });
            onDone();
          }}
        />
        <button type="button" className="button" data-tone="quiet" onClick={onDone}>
          {words().cancel}
        </button>
      </div>
    </div>
  );
}

function substituteIn({ fullName, positions, homeUnit }: Draft) {
  const substitute = {
    fullName: fullName.normalize().trim(),
    positions: positionsRead(positions),
    homeUnit: homeUnit.normalize().trim(),
  };
  const gap =
    substitute.fullName === '' ? words().missingPerson : substitute.homeUnit === '' ? words().missingUnit : null;
  return { substitute, gap };
}
