import { formatDate } from '../../parts/clock-text.ts';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';

interface DateFieldProps {
  readonly label: string;
  readonly name: string;
  /** An instant, or a plain date such as '2021-09-30'. */
  readonly defaultValue: number | string;
}

/** A date as papers write it, day first. A browser's own date field follows the browser's language instead. */
export function DateField({ label, name, defaultValue }: DateFieldProps) {
  return (
    <Field
      label={label}
      name={name}
      required
      inputMode="numeric"
      pattern="[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
      title={text.console.dateExample}
      placeholder="30/9/2021"
      defaultValue={formatDate(defaultValue)}
    />
  );
}
