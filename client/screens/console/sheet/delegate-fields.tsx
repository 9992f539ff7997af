import { bridgeRoleSchema, type DelegateInput } from '../../../../shared/domain/attendance/delegate.ts';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { personIn, textIn } from '../form-reading.ts';
import { PersonFields } from '../person-fields.tsx';

const words = () => text.console.delegates;

interface DelegateFieldsProps {
  readonly delegate: Partial<DelegateInput>;
}

/** Everything that a list says of a delegate. */
export function DelegateFields({ delegate }: DelegateFieldsProps) {
  const { fullName = null, positions = [], category, homeUnit, delegation, role, seat, number } = delegate;
  return (
    <>
      <PersonFields prefix="delegate" person={{ fullName, positions }} />
      <div className="console-fields">
        <Field label={words().category} name="category" required maxLength={120} defaultValue={category ?? ''} />
        <Field
          label={words().homeUnit}
          name="homeUnit"
          required
          maxLength={200}
          defaultValue={homeUnit ?? ''}
          className="console-wide"
        />
        <Field
          label={words().delegation}
          name="delegation"
          maxLength={200}
          hint={words().delegationHint}
          defaultValue={delegation === homeUnit ? '' : (delegation ?? '')}
        />
        <ChoiceField
          label={words().role}
          name="role"
          defaultValue={role ?? ''}
          choices={[
            { value: '', label: text.roll.noRole },
            ...bridgeRoleSchema.options.map((one) => ({ value: one, label: text.roll.roles[one] })),
          ]}
        />
        <Field label={words().seat} name="seat" maxLength={40} defaultValue={seat ?? ''} />
        <Field label={words().number} name="number" maxLength={40} defaultValue={number ?? ''} />
      </div>
    </>
  );
}

/** What stands in the fields; null while name or post, category or unit are missing. */
export function delegateIn(form: FormData): DelegateInput | null {
  const person = personIn(form, 'delegate');
  const category = textIn(form, 'category');
  const homeUnit = textIn(form, 'homeUnit');
  if (person === null || category === null || homeUnit === null) return null;
  const role = bridgeRoleSchema.safeParse(form.get('role'));
  return {
    ...person,
    category,
    homeUnit,
    delegation: textIn(form, 'delegation') ?? homeUnit,
    role: role.success ? role.data : null,
    seat: textIn(form, 'seat'),
    number: textIn(form, 'number'),
  };
}
