import { type FormEvent, useState } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { successorRequestSchema } from '../../../shared/protocol/archive.ts';
import type { ConferenceSummary } from '../../../shared/protocol/http.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { DateField, readDate } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Field, TextField } from '../../parts/field.tsx';
import { postSuccessor } from '../../sync/archive.ts';
import { text } from '../../text/text.ts';

const words = () => text.archive.series;

interface NextConferenceProps {
  readonly last: ConferenceSummary;
  readonly onClose: () => void;
}

/** The next of the series: a title and a day; everything else comes from the last one. */
export function NextConference({ last, onClose }: NextConferenceProps) {
  const [said, setSaid] = useState('');
  const [pending, setPending] = useState(false);
  const [begun, setBegun] = useState<ConferenceId | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const wish = wishOf(new FormData(event.currentTarget));
    if (!wish.success) {
      const { title, date } = text.start.problems;
      setSaid(wish.error.issues.some(({ path }) => path[0] === 'date') ? date : title);
      return;
    }
    setPending(true);
    setSaid(words().creating);
    const answer = await postSuccessor(last.id, wish.data);
    setPending(false);
    if (answer.kind === 'ok') {
      setBegun(answer.value.conference);
      setSaid(words().created(formatCount(answer.value.delegates), formatCount(answer.value.tasks)));
    } else
      setSaid(answer.kind === 'offline' ? text.start.unreachable : text.refusals.sentence(answer.code, answer.params));
  };
  return (
    <Dialog title={words().heading(last.title)} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <p>{words().copies}</p>
        <TextField label={text.start.fields.title} name="title" defaultValue={last.title} />
        {/* The day of the last one would be sent by whoever reads over it. */}
        <DateField label={text.start.fields.date} name="date" defaultValue={null} />
        <Field label={text.start.fields.periodReviewed} name="periodReviewed" defaultValue={last.periodPlanned ?? ''} />
        <Field label={text.start.fields.periodPlanned} name="periodPlanned" />
        {begun === null ? (
          <button type="submit" className="button" data-tone="primary" disabled={pending}>
            {words().create}
          </button>
        ) : (
          <a className="button" data-tone="primary" href={`/c/${begun}/console`}>
            {text.start.open.console}
          </a>
        )}
        <p role="status">{said}</p>
      </form>
    </Dialog>
  );
}

function wishOf(form: FormData) {
  const of = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return successorRequestSchema.safeParse({
    title: of('title').replace(/\s+/gu, ' '),
    date: readDate(of('date')),
    periodReviewed: of('periodReviewed') || null,
    periodPlanned: of('periodPlanned') || null,
  });
}
