import { type ListTimes, speechKinds } from '../../../../shared/domain/floor/rules.ts';
import { Field } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { writeMinutes } from './minutes.ts';

interface TimeFieldsProps {
  readonly times: ListTimes;
  /** What counts where nothing is written. */
  readonly usual?: ListTimes;
}

/** One field for each kind of speech, in order of rank. */
export function TimeFields({ times, usual }: TimeFieldsProps) {
  const written = (ms: number | undefined) => (ms === undefined ? '' : writeMinutes(ms));
  return (
    <div className="console-fields">
      {speechKinds.map((kind) => (
        <Field
          key={kind}
          label={text.rules.kinds[kind]}
          name={`time-${kind}`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={7}
          defaultValue={written(times[kind])}
          placeholder={written(usual?.[kind])}
        />
      ))}
    </div>
  );
}
