import { type FormEvent, useState } from 'react';
import type { AgendaTemplateSummary } from '../../../../shared/protocol/http.ts';
import { fromTemplate, toTemplate } from '../../../../shared/views/agenda-template.ts';
import { formatDate, formatTime } from '../../../parts/clock-text.ts';
import { useIssue } from '../../../parts/command-button.tsx';
import { DateField } from '../../../parts/date-field.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Field } from '../../../parts/field.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { getAgendaTemplate } from '../../../sync/http.ts';
import { useCommandsOff } from '../../../sync/use-commands-off.ts';
import { text } from '../../../text/text.ts';
import { instantOf } from '../conference-times.ts';
import { dateIn, textIn } from '../form-reading.ts';
import type { AgendaDialogProps } from './opened-agenda.ts';
import { refusalWords, type TemplateShelf, useTemplates } from './use-templates.ts';
import { useWritingPlace } from './use-writing-place.ts';

const words = () => text.agenda.templates;

/** Programmes without their day: this one can be kept, another taken from a chosen first start on. */
export function TemplatesDialog({ onClose }: AgendaDialogProps) {
  const shelf = useTemplates();
  return (
    <Dialog title={words().title} onClose={onClose} className="console-dialog">
      <h3>{words().takeHeading}</h3>
      <Shelf shelf={shelf} onClose={onClose} />
      <h3>{words().keepHeading}</h3>
      <KeepForm shelf={shelf} />
    </Dialog>
  );
}

function Shelf({ shelf, onClose }: AgendaDialogProps & { readonly shelf: TemplateShelf }) {
  const { free } = useWritingPlace(useConference(({ agenda }) => agenda));
  const { problem, take } = useTaking(onClose);
  const { status, templates } = shelf;
  if (status !== 'ready') return <p>{words()[status]}</p>;
  if (templates.length === 0) return <p>{words().none}</p>;
  return (
    <form className="console-form console-inset" onSubmit={(event) => event.preventDefault()}>
      <div className="console-fields">
        <DateField label={words().date} name="date" defaultValue={free} />
        <Field label={words().first} name="first" required inputMode="numeric" defaultValue={formatTime(free)} />
      </div>
      {problem === null ? null : (
        <p className="console-problem" role="alert">
          <span aria-hidden="true">▲</span> {problem}
        </p>
      )}
      <ul className="console-templates" aria-label={words().takeHeading}>
        {templates.map((template) => (
          <TemplateLine key={template.id} template={template} shelf={shelf} onTake={take} />
        ))}
      </ul>
    </form>
  );
}

interface TemplateLineProps {
  readonly template: AgendaTemplateSummary;
  readonly shelf: TemplateShelf;
  readonly onTake: (id: string, form: HTMLFormElement | null) => void;
}

function TemplateLine({ template, shelf, onTake }: TemplateLineProps) {
  const { id, name, rows, createdAt } = template;
  const off = useCommandsOff();
  return (
    <li>
      <span>
        <strong>{name}</strong> <small>{words().rows(rows, formatDate(createdAt))}</small>
      </span>
      {/* Never by Enter in a field: which of them would that take? */}
      <button
        type="button"
        className="button"
        aria-label={words().takeName(name)}
        disabled={off !== null}
        title={off ?? undefined}
        onClick={({ currentTarget }) => onTake(id, currentTarget.form)}
      >
        {words().take}
      </button>
      <button
        type="button"
        className="button"
        data-tone="quiet"
        aria-label={words().removeName(name)}
        onClick={() => void shelf.remove(id)}
      >
        {words().remove}
      </button>
    </li>
  );
}

function useTaking(onClose: () => void) {
  const issue = useIssue();
  const { show } = useNotices();
  const [problem, setProblem] = useState<string | null>(null);
  const add = async (id: string, firstStart: number) => {
    const fetched = await getAgendaTemplate(id);
    if (fetched.kind !== 'ok') return setProblem(refusalWords(fetched));
    const { template, name } = fetched.value;
    const items = fromTemplate(template, firstStart);
    if (!(await issue({ type: 'addAgendaItems', items, beforeItemId: null }))) return;
    onClose();
    show({ tone: 'ok', sentence: words().taken(name) });
  };
  const take = (id: string, form: HTMLFormElement | null) => {
    const typed = new FormData(form ?? undefined);
    const firstStart = instantOf(dateIn(typed, 'date'), textIn(typed, 'first'));
    setProblem(firstStart === null ? words().badTime : null);
    if (firstStart !== null) void add(id, firstStart);
  };
  return { problem, take };
}

function KeepForm({ shelf }: { readonly shelf: TemplateShelf }) {
  const items = useConference(({ agenda }) => agenda.items);
  const { show } = useNotices();
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (form: HTMLFormElement) => {
    const name = textIn(new FormData(form), 'name');
    if (name === null) return setProblem(words().noName);
    const refusal = await shelf.keep(name, toTemplate(items));
    setProblem(refusal);
    if (refusal !== null) return;
    form.reset();
    show({ tone: 'ok', sentence: words().kept(name) });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void keep(event.currentTarget);
  };
  return (
    <form className="console-form console-inset" onSubmit={submit}>
      <Field label={words().name} name="name" maxLength={120} hint={words().nameHint} problem={problem} />
      <div className="console-form-buttons">
        <button type="submit" className="button" disabled={items.length === 0}>
          {words().keep}
        </button>
        {items.length === 0 ? <span className="command-reason">{words().empty}</span> : null}
      </div>
    </form>
  );
}
