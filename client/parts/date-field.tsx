import { z } from 'zod';
import { text } from '../text/text.ts';
import { formatTypedDate } from './clock-text.ts';
import { Field } from './field.tsx';

interface DateFieldProps {
  readonly label: string;
  readonly name: string;
  /** An instant, or a plain date such as '2021-09-30'; null: nobody has said which. */
  readonly defaultValue: number | string | null;
  readonly problem?: string | undefined;
}

const plainDate = z.iso.date();

/** '30/9/2021' as '2021-09-30'; null when it is no day of the calendar. */
export function readDate(typed: string): string | null {
  const [day = '', month = '', year = ''] = typed.split('/');
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return plainDate.safeParse(date).success ? date : null;
}

/** A date as papers write it, day first. A browser's own date field follows the browser's language instead. */
export function DateField({ label, name, defaultValue, problem }: DateFieldProps) {
  return (
    <Field
      label={label}
      name={name}
      problem={problem}
      required
      inputMode="numeric"
      pattern="[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
      title={text.common.dateExample}
      placeholder="30/9/2021"
      defaultValue={defaultValue === null ? '' : formatTypedDate(defaultValue)}
    />
  );
}
