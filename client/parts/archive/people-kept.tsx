import { type FormEvent, useState } from 'react';
import { type ConferenceId, commandIdSchema } from '../../../shared/domain/ids.ts';
import { postCommand } from '../../sync/http.ts';
import { newId } from '../../sync/new-id.ts';
import { text } from '../../text/text.ts';
import { Field } from '../field.tsx';

const words = () => text.archive;

interface PeopleKeptProps {
  readonly conference: ConferenceId;
  /** null: there is no rule yet. */
  readonly days: number | null;
  readonly onChanged: () => Promise<void>;
}

/** After how many days names, titles and phones are erased by themselves. */
export function PeopleKept({ conference, days, onChanged }: PeopleKeptProps) {
  const [said, setSaid] = useState('');
  const keep = async (wished: number | null): Promise<void> => {
    const command = { type: 'keepPeople', days: wished } as const;
    const answer = await postCommand({ id: commandIdSchema.parse(newId()), conference, command });
    if (answer.kind === 'offline') setSaid(text.start.unreachable);
    else if (answer.kind === 'refused') setSaid(text.refusals.sentence(answer.code, answer.params));
    else if (!answer.value.ok) setSaid(text.refusals.sentence(answer.value.code, answer.value.params));
    else setSaid(words().keptSet);
    await onChanged();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = Number(new FormData(event.currentTarget).get('days'));
    if (Number.isInteger(typed) && typed >= 1) void keep(typed);
    else setSaid(words().daysProblem);
  };
  return (
    <section>
      <h3>{words().keptHeading}</h3>
      <p>{days === null ? words().keptForEver : words().keptDays(days)}</p>
      <form className="archive-form" onSubmit={submit}>
        <Field label={words().days} name="days" inputMode="numeric" defaultValue={days ?? ''} hint={words().keptHint} />
        <button type="submit" className="button">
          {words().setDays}
        </button>
        {days === null ? null : (
          <button type="button" className="button" data-tone="quiet" onClick={() => void keep(null)}>
            {words().keepForEver}
          </button>
        )}
      </form>
      <p role="status">{said}</p>
    </section>
  );
}
