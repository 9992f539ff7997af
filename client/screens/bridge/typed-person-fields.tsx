import { Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';
import type { TypedPerson } from './typed-person.ts';

const words = () => text.bridge.ask;

interface PersonFieldsProps {
  readonly label: string;
  readonly value: TypedPerson;
  readonly problem: string | null;
  readonly autoFocus?: boolean;
  readonly onChange: (value: TypedPerson) => void;
}

export function TypedPersonFields({ label, value, problem, autoFocus = false, onChange }: PersonFieldsProps) {
  return (
    <>
      <Field
        label={label}
        value={value.fullName}
        maxLength={120}
        autoComplete="off"
        autoFocus={autoFocus}
        problem={problem}
        onChange={(event) => onChange({ ...value, fullName: event.target.value })}
      />
      <Field
        label={words().positions}
        hint={words().positionsHint}
        value={value.positions}
        maxLength={400}
        autoComplete="off"
        onChange={(event) => onChange({ ...value, positions: event.target.value })}
      />
    </>
  );
}
