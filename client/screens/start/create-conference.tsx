import { type FormEvent, useState } from 'react';
import {
  conferenceDetailsSchema,
  conferenceForms,
  conferenceKinds,
  conferenceLevels,
} from '../../../shared/domain/conference/conference.ts';
import { commandIdSchema, conferenceIdSchema } from '../../../shared/domain/ids.ts';
import { DateField, readDate } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ChoiceField, Field, TextField } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { postCommand } from '../../sync/http.ts';
import { newId } from '../../sync/new-id.ts';
import { text } from '../../text/text.ts';
import type { Text } from '../../text/vietnamese.ts';

const words = () => text.start;

type FieldName = keyof Text['start']['fields'];
type Problems = Partial<Record<FieldName, string>>;

const choicesOf = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

/** Today where conferences are dated: in Hanoi. */
const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now());

/** What the form holds, as the command's own schema reads it. */
function readForm(form: FormData) {
  const of = (name: FieldName): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const orNull = (name: FieldName): string | null => of(name) || null;
  return conferenceDetailsSchema.safeParse({
    title: of('title').replace(/\s+/gu, ' '),
    kind: of('kind'),
    level: of('level'),
    form: of('form'),
    date: readDate(of('date')),
    organiser: of('organiser'),
    periodReviewed: orNull('periodReviewed'),
    periodPlanned: orNull('periodPlanned'),
  });
}

const sentences = (): Problems => ({
  title: words().problems.title,
  organiser: words().problems.organiser,
  date: words().problems.date,
  periodReviewed: words().problems.period,
  periodPlanned: words().problems.period,
});

const problemsOf = (fields: readonly PropertyKey[]): Problems =>
  Object.fromEntries(Object.entries(sentences()).filter(([name]) => fields.includes(name)));

/** In the order of the form, as the eye goes. */
function focusFirst(form: HTMLFormElement, problems: Problems): void {
  const first = [...form.elements].find((element) => (element.getAttribute('name') ?? '') in problems);
  if (first instanceof HTMLElement) first.focus();
}

export function CreateConference({ onClose }: { readonly onClose: () => void }) {
  const { problems, busy, submit } = useCreate();
  return (
    <Dialog title={words().createTitle} onClose={onClose}>
      <form className="start-form" onSubmit={submit} noValidate>
        <What problems={problems} />
        <ChoiceField
          name="form"
          label={words().fields.form}
          choices={choicesOf(conferenceForms, words().forms)}
          defaultValue="hybrid"
        />
        <ChoiceField
          name="kind"
          label={words().fields.kind}
          choices={choicesOf(conferenceKinds, words().kinds)}
          defaultValue="periodicBriefing"
        />
        <ChoiceField name="level" label={words().fields.level} choices={choicesOf(conferenceLevels, words().levels)} />
        <Periods problems={problems} />
        <div className="start-form-presses start-wide">
          <button type="button" className="button" data-tone="plain" onClick={onClose}>
            {text.common.cancel}
          </button>
          <button type="submit" className="button" data-tone="primary" disabled={busy} aria-busy={busy}>
            {busy ? words().creating : words().create}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function What({ problems }: { readonly problems: Problems }) {
  const { fields, hints } = words();
  return (
    <>
      <TextField
        name="title"
        label={fields.title}
        hint={hints.title}
        problem={problems.title}
        rows={3}
        className="start-wide"
      />
      <Field name="organiser" label={fields.organiser} problem={problems.organiser} className="start-wide" />
      <DateField name="date" label={fields.date} problem={problems.date} defaultValue={today()} />
    </>
  );
}

function Periods({ problems }: { readonly problems: Problems }) {
  const { fields, hints } = words();
  const of = (name: 'periodReviewed' | 'periodPlanned') => (
    <Field name={name} label={fields[name]} hint={hints[name]} problem={problems[name]} />
  );
  return (
    <>
      {of('periodReviewed')}
      {of('periodPlanned')}
    </>
  );
}

function useCreate() {
  const { show } = useNotices();
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  // One id for the dialog's life: a second press after a lost answer makes no second conference.
  const [ids] = useState(() => ({
    conference: conferenceIdSchema.parse(newId()),
    command: commandIdSchema.parse(newId()),
  }));
  const create = async (form: HTMLFormElement) => {
    const details = readForm(new FormData(form));
    const wrong = details.success ? {} : problemsOf(details.error.issues.flatMap(({ path }) => path[0] ?? []));
    setProblems(wrong);
    if (!details.success) return focusFirst(form, wrong);
    setBusy(true);
    const { conference, command } = ids;
    const answer = await postCommand({
      id: command,
      conference,
      command: { type: 'createConference', details: details.data },
    });
    if (answer.kind === 'ok' && answer.value.ok) return location.assign(`/c/${conference}/console`);
    setBusy(false);
    const refusal = answer.kind === 'refused' ? answer : null;
    show({
      tone: 'look',
      sentence: refusal === null ? text.common.noAnswer : text.refusals.sentence(refusal.code, refusal.params),
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void create(event.currentTarget);
  };
  return { problems, busy, submit };
}
