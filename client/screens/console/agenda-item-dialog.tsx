import { type AgendaItem, type AgendaPlan, agendaItemKinds } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { agendaItemIdSchema } from '../../../shared/domain/ids.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandForm, type Written } from './command-form.tsx';
import { instantOf } from './conference-times.ts';
import { countIn, dateIn, personIn, textIn } from './form-reading.ts';
import { PersonFields } from './person-fields.tsx';
import { useRights } from './use-rights.ts';

const words = text.console.agendaForm;
const MINUTE_MS = 60_000;
const KINDS = agendaItemKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }));

interface AgendaItemDialogProps {
  /** null: a new item. */
  readonly item: AgendaItem | null;
  readonly onClose: () => void;
}

export function AgendaItemDialog({ item, onClose }: AgendaItemDialogProps) {
  const items = useConference(({ agenda }) => agenda.items);
  return (
    <Dialog title={item === null ? words.add : words.correct} onClose={onClose} className="console-dialog">
      <CommandForm write={(form) => written(form, item)} act={text.common.save} onDone={onClose} onCancel={onClose}>
        <Field label={words.title} name="title" required maxLength={400} defaultValue={item?.title ?? ''} />
        <ChoiceField label={words.kind} name="kind" choices={KINDS} defaultValue={item?.kind ?? 'report'} />
        <div className="console-fields">
          <TimeFields item={item} items={items} />
        </div>
        <fieldset>
          <legend>{words.presenter}</legend>
          <PersonFields prefix="presenter" person={item?.presenter ?? null} />
        </fieldset>
      </CommandForm>
      {item === null ? null : <RemoveItem item={item} onClose={onClose} />}
    </Dialog>
  );
}

/** A new item is planned to follow the last one. */
function TimeFields({ item, items }: { readonly item: AgendaItem | null; readonly items: readonly AgendaItem[] }) {
  const last = items.at(-1);
  const day = useConference(({ conference }) => conference.date);
  const start = item?.plannedStart ?? (last === undefined ? null : last.plannedStart + last.durationMs);
  return (
    <>
      <DateField label={words.date} name="date" defaultValue={start ?? day} />
      <Field
        label={words.start}
        name="start"
        required
        inputMode="numeric"
        pattern="([01]?[0-9]|2[0-3]):[0-5][0-9]"
        title={words.startExample}
        placeholder="14:00"
        defaultValue={start === null ? '' : formatTime(start)}
      />
      <Field
        label={words.minutes}
        name="minutes"
        required
        inputMode="numeric"
        pattern="[0-9]{1,4}"
        defaultValue={item === null ? '10' : String(Math.round(item.durationMs / MINUTE_MS))}
      />
      {item === null ? <PlaceField items={items} /> : null}
    </>
  );
}

function PlaceField({ items }: { readonly items: readonly AgendaItem[] }) {
  const choices = [
    { value: '', label: words.atEnd },
    ...items.map(({ itemId, title }) => ({ value: itemId, label: words.before(title) })),
  ];
  return <ChoiceField label={words.place} name="before" choices={choices} defaultValue="" className="console-wide" />;
}

function written(form: FormData, item: AgendaItem | null): Written {
  const plan = planIn(form);
  if (plan === null) return { problem: words.problem };
  const presenter = personIn(form, 'presenter');
  if (item !== null) return { commands: [{ type: 'correctAgendaItem', itemId: item.itemId, plan, presenter }] };
  return { commands: [{ type: 'addAgendaItem', plan, presenter, beforeItemId: beforeIn(form) }] };
}

function beforeIn(form: FormData) {
  const before = agendaItemIdSchema.safeParse(form.get('before'));
  return before.success ? before.data : null;
}

function planIn(form: FormData): AgendaPlan | null {
  const title = textIn(form, 'title');
  const kind = agendaItemKinds.find((one) => one === form.get('kind'));
  const plannedStart = instantOf(dateIn(form, 'date'), textIn(form, 'start'));
  const minutes = countIn(form, 'minutes');
  if (title === null || kind === undefined || plannedStart === null || minutes === null) return null;
  return { title, kind, plannedStart, durationMs: minutes * MINUTE_MS };
}

function RemoveItem({ item, onClose }: { readonly item: AgendaItem; readonly onClose: () => void }) {
  const { reason } = useRights();
  const removal: Command = { type: 'removeAgendaItem', itemId: item.itemId };
  return (
    <CommandButton
      make={() => removal}
      label={words.remove}
      tone="quiet"
      disabledReason={reason(removal)}
      onAccepted={onClose}
    />
  );
}
