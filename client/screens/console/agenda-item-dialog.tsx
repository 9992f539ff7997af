import { useState } from 'react';
import type { AgendaItem, AgendaPlan } from '../../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../../shared/domain/command.ts';
import type { PersonInput } from '../../../shared/domain/person.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { ItemFields } from './agenda/item-fields.tsx';
import { beforeIn, type FormProblems, planIn, type RowSort } from './agenda/item-form.ts';
import { useSpanDraft } from './agenda/use-span-draft.ts';
import { CommandForm, type Written } from './command-form.tsx';
import { personIn } from './form-reading.ts';
import { useRights } from './use-rights.ts';

const words = () => text.console.agendaForm;
const MINUTE_MS = 60_000;
const SORTS = ['item', 'group', 'note'] as const;

interface AgendaItemDialogProps {
  /** null: a new row. */
  readonly item: AgendaItem | null;
  readonly onClose: () => void;
}

export function AgendaItemDialog({ item, onClose }: AgendaItemDialogProps) {
  const { sort, setSort, span, problems, write } = useRowForm(item);
  const isNew = item === null;
  return (
    <Dialog title={isNew ? words().add : words().correct} onClose={onClose} className="console-dialog">
      <CommandForm write={write} act={text.common.save} onDone={onClose} onCancel={onClose}>
        <Field
          label={words().title}
          name="title"
          maxLength={400}
          defaultValue={item?.plan.title ?? ''}
          problem={problems.title}
        />
        {isNew ? <SortChoice sort={sort} onChoose={setSort} /> : null}
        {sort === 'item' ? <ItemFields item={item} span={span} tried={problems.times === true} /> : null}
        {sort === 'group' ? <TargetField item={item} problem={problems.target} /> : null}
        {isNew ? <PlaceField /> : null}
      </CommandForm>
      {isNew ? null : <RemoveItem item={item} onClose={onClose} />}
    </Dialog>
  );
}

function useRowForm(item: AgendaItem | null) {
  const [sort, setSort] = useState<RowSort>(item?.plan.row ?? 'item');
  const span = useSpanDraft(item);
  const [problems, setProblems] = useState<FormProblems>({});
  const write = (form: FormData): Written => {
    const { plan, problems: found } = planIn(form, sort, span.draft);
    setProblems(found);
    if (plan === null) return { problem: words().problem };
    const presenter = sort === 'item' ? personIn(form, 'presenter') : null;
    return { commands: [commandOf(form, item, { plan, presenter })] };
  };
  return { sort, setSort, span, problems, write };
}

interface WrittenRow {
  readonly plan: AgendaPlan;
  readonly presenter: PersonInput | null;
}

const commandOf = (form: FormData, item: AgendaItem | null, { plan, presenter }: WrittenRow): Command =>
  item === null
    ? { type: 'addAgendaItems', items: [{ plan, presenter }], beforeItemId: beforeIn(form) }
    : { type: 'correctAgendaItem', itemId: item.itemId, plan, presenter };

function SortChoice({ sort, onChoose }: { readonly sort: RowSort; readonly onChoose: (sort: RowSort) => void }) {
  const { rows, rowKind } = text.agenda.form;
  return (
    <fieldset className="console-sorts">
      <legend>{rowKind}</legend>
      {SORTS.map((one) => (
        <label key={one} className="console-check">
          <input type="radio" name="sort" value={one} checked={sort === one} onChange={() => onChoose(one)} />
          {rows[one]}
        </label>
      ))}
    </fieldset>
  );
}

function TargetField({ item, problem }: { readonly item: AgendaItem | null; readonly problem: string | undefined }) {
  const targetMs = item?.plan.row === 'group' ? item.plan.targetMs : null;
  return (
    <Field
      label={text.agenda.form.target}
      name="target"
      inputMode="numeric"
      defaultValue={targetMs === null ? '' : String(Math.round(targetMs / MINUTE_MS))}
      problem={problem}
    />
  );
}

function PlaceField() {
  const items = useConference(({ agenda }) => agenda.items);
  const choices = [
    { value: '', label: words().atEnd },
    ...items.map(({ itemId, plan }) => ({ value: itemId, label: words().before(plan.title) })),
  ];
  return <ChoiceField label={words().place} name="before" choices={choices} defaultValue="" className="console-wide" />;
}

function RemoveItem({ item, onClose }: { readonly item: AgendaItem; readonly onClose: () => void }) {
  const { reason } = useRights();
  const removal: Command = { type: 'removeAgendaItem', itemId: item.itemId };
  return (
    <CommandButton
      make={() => removal}
      label={words().remove}
      tone="quiet"
      disabledReason={reason(removal)}
      onAccepted={onClose}
    />
  );
}
