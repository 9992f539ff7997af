import type { Command } from '../../../../shared/domain/command.ts';
import {
  type Conference,
  type ConferenceDetails,
  conferenceForms,
  conferenceKinds,
  conferenceLevels,
} from '../../../../shared/domain/conference/conference.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { text } from '../../../text/text.ts';
import { CommandForm, type Written } from '../command-form.tsx';
import { dateIn, textIn } from '../form-reading.ts';
import { useRights } from '../use-rights.ts';

const words = () => text.console.details;

/** What the invitation says of the conference. */
export function DetailsTab({ onDone }: { readonly onDone: () => void }) {
  const conference = useConference((state) => state.conference);
  const { reason } = useRights();
  return (
    <CommandForm
      write={written}
      act={text.common.save}
      onDone={onDone}
      onCancel={onDone}
      disabledReason={reason({ type: 'correctConferenceDetails', details: detailsOf(conference) })}
    >
      <Field label={words().title} name="title" required maxLength={400} defaultValue={conference.title} />
      <div className="console-fields">
        <ChoiceField
          label={words().kind}
          name="kind"
          choices={choicesOf(words().kinds)}
          defaultValue={conference.kind}
        />
        <ChoiceField
          label={words().level}
          name="level"
          choices={choicesOf(words().levels)}
          defaultValue={conference.level}
        />
        <ChoiceField
          label={words().form}
          name="form"
          choices={choicesOf(words().forms)}
          defaultValue={conference.form}
        />
      </div>
      <div className="console-fields">
        <DateField label={words().date} name="date" defaultValue={conference.date} />
        <PeriodField name="periodReviewed" defaultValue={conference.periodReviewed} />
        <PeriodField name="periodPlanned" defaultValue={conference.periodPlanned} />
      </div>
      <Field label={words().organiser} name="organiser" required maxLength={200} defaultValue={conference.organiser} />
    </CommandForm>
  );
}

interface PeriodFieldProps {
  readonly name: 'periodReviewed' | 'periodPlanned';
  readonly defaultValue: string | null;
}

function PeriodField({ name, defaultValue }: PeriodFieldProps) {
  return <Field label={words()[name]} name={name} maxLength={60} defaultValue={defaultValue ?? ''} />;
}

const choicesOf = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

function detailsOf(conference: Conference): ConferenceDetails {
  const { title, kind, level, form, periodReviewed, periodPlanned, date, organiser } = conference;
  return { title, kind, level, form, periodReviewed, periodPlanned, date, organiser };
}

function written(form: FormData): Written {
  const title = textIn(form, 'title');
  const date = dateIn(form, 'date');
  const organiser = textIn(form, 'organiser');
  const kind = conferenceKinds.find((one) => one === form.get('kind'));
  const level = conferenceLevels.find((one) => one === form.get('level'));
  const shape = conferenceForms.find((one) => one === form.get('form'));
  if (title === null || date === null || organiser === null) return { problem: words().incomplete };
  if (kind === undefined || level === undefined || shape === undefined) return { problem: words().incomplete };
  const periodReviewed = textIn(form, 'periodReviewed');
  const periodPlanned = textIn(form, 'periodPlanned');
  const details = { title, kind, level, form: shape, periodReviewed, periodPlanned, date, organiser };
  const command: Command = { type: 'correctConferenceDetails', details };
  return { commands: [command] };
}
