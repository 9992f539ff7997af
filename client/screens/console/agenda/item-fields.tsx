import { type AgendaItem, agendaItemKinds } from '../../../../shared/domain/agenda/agenda.ts';
import { type SpanFault, type SpanField, spanFaults } from '../../../../shared/views/span-draft.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import { PersonFields } from '../person-fields.tsx';
import type { SpanOfForm } from './use-span-draft.ts';

const words = () => text.console.agendaForm;
const form = () => text.agenda.form;

interface ItemFieldsProps {
  readonly item: AgendaItem | null;
  readonly span: SpanOfForm;
  /** Whether it was to be saved and could not: until then an empty field is no fault. */
  readonly tried: boolean;
}

/** Kind, times and presenter of an item. */
export function ItemFields({ item, span, tried }: ItemFieldsProps) {
  const { kinds } = words();
  const choices = agendaItemKinds.map((kind) => ({ value: kind, label: kinds[kind] }));
  const kind = item?.plan.row === 'item' ? item.plan.kind : 'report';
  return (
    <>
      <ChoiceField label={words().kind} name="kind" choices={choices} defaultValue={kind} />
      <fieldset className="console-item-times">
        <legend>{text.agenda.paste.time}</legend>
        <TimeFields span={span} tried={tried} />
        <Locks span={span} />
      </fieldset>
      <fieldset>
        <legend>{words().presenter}</legend>
        <PersonFields prefix="presenter" person={item?.presenter ?? null} />
      </fieldset>
    </>
  );
}

function TimeFields({ span, tried }: Pick<ItemFieldsProps, 'span' | 'tried'>) {
  const { draft, start, type, soften } = span;
  const faults = spanFaults(draft);
  const problem = (field: SpanField): string | null => {
    const fault = faults[field];
    return fault === undefined || (fault === 'unreadable' && !tried) ? null : faultWords(field, fault);
  };
  const timeField = (field: SpanField, label: string) => (
    <Field
      label={label}
      name={field}
      inputMode="numeric"
      autoComplete="off"
      value={draft[field]}
      readOnly={field === 'start' && draft.soft}
      onChange={({ target }) => type(field, target.value)}
      problem={problem(field)}
    />
  );
  return (
    <>
      <div className="console-fields">
        <DateField label={words().date} name="date" defaultValue={start} />
        {timeField('start', words().start)}
        {timeField('minutes', words().minutes)}
        {timeField('end', form().end)}
      </div>
      <label className="console-check" title={form().softHint}>
        <input type="checkbox" checked={draft.soft} onChange={({ target }) => soften(target.checked)} />
        {form().soft}
      </label>
    </>
  );
}

const faultWords = (field: SpanField, fault: SpanFault): string =>
  fault === 'endBeforeStart' ? form().faults.endBeforeStart : form().faults[field];

/** Which of duration and end survives when the start moves. */
function Locks({ span: { draft, lock, fix } }: Pick<ItemFieldsProps, 'span'>) {
  return (
    <div className="console-locks" role="radiogroup" aria-label={form().locked}>
      <span>{form().locked}:</span>
      {(['duration', 'end'] as const).map((one) => (
        <label key={one} className="console-check">
          <input type="radio" name="lock" value={one} checked={draft.lock === one} onChange={() => lock(one)} />
          {one === 'duration' ? form().lockDuration : form().lockEnd}
        </label>
      ))}
      <label className="console-check">
        <input type="checkbox" checked={draft.deadline} onChange={({ target }) => fix(target.checked)} />
        {form().deadline}
      </label>
    </div>
  );
}
