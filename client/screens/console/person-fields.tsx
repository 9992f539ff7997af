import type { PersonInput } from '../../../shared/domain/person.ts';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';

const words = () => text.console.person;

interface PersonFieldsProps {
  /** Names the fields apart: `speaker` gives `speakerName`, `speakerPositions`. */
  readonly prefix: string;
  readonly person?: PersonInput | null;
  /** null: no field for a phone. */
  readonly phone?: string | null;
  readonly withPhone?: boolean;
}

/** Whoever is telephoned is a technician on duty, not a member of a committee. */
const exampleOf = (withPhone: boolean): string => (withPhone ? words().contactExample : words().positionsExample);

export function PersonFields({ prefix, person = null, phone = null, withPhone = false }: PersonFieldsProps) {
  return (
    <div className="console-fields">
      <Field label={words().name} name={`${prefix}Name`} defaultValue={person?.fullName ?? ''} maxLength={120} />
      <Field
        label={words().positions}
        name={`${prefix}Positions`}
        defaultValue={person?.positions.join('; ') ?? ''}
        placeholder={exampleOf(withPhone)}
        maxLength={800}
        className="console-wide"
      />
      {withPhone ? (
        <Field label={words().phone} name={`${prefix}Phone`} type="tel" defaultValue={phone ?? ''} maxLength={40} />
      ) : null}
    </div>
  );
}
