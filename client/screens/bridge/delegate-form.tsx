import { type FormEvent, useState } from 'react';
import { bridgeRoleSchema, type DelegateInput, type DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { CommandButton, useIssue } from '../../parts/command-button.tsx';
import { ChoiceField, Field } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { text } from '../../text/text.ts';
import { type DelegateDraft, delegateOf, draftOfDelegate, emptyDelegate, gapIn } from './delegate-draft.ts';
import { SubmitLine } from './submit-line.tsx';

const words = () => text.roll.list;

interface FormProps {
  readonly bridge: Bridge;
  /** Whom to correct; null: a name is added. */
  readonly row: DelegateRow | null;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

type TypedField = Exclude<keyof DelegateDraft, 'role'>;

/** Adds a name to the hall's list, or corrects one. */
export function DelegateForm({ bridge, row, onSaved, onCancel }: FormProps) {
  const [draft, setDraft] = useState(() =>
    row === null ? emptyDelegate(bridge, text.roll.report.defaultCategories[0] ?? '') : draftOfDelegate(row),
  );
  const [tried, setTried] = useState(false);
  const { pending, save } = useSave(row, onSaved);
  const gap = gapIn(draft);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (gap === null) void save(commandOf(bridge, row, delegateOf(draft, row)));
  };
  const field = (name: TypedField, label: string, maxLength: number) => ({
    label,
    value: draft[name],
    maxLength,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  const problem = (of: typeof gap) => (tried && gap === of && gap !== null ? words()[gap] : null);
  return (
    <form className="bridge-form bridge-add" onSubmit={onSubmit} noValidate>
      <Field {...field('fullName', words().name, 120)} autoFocus problem={problem('missingPerson')} />
      <Field {...field('positions', words().positions, 400)} hint={words().positionsHint} />
      <Field {...field('category', words().category, 120)} problem={problem('missingUnit')} />
      <Field {...field('homeUnit', words().homeUnit, 200)} />
      <Field {...field('delegation', words().delegation, 200)} hint={words().delegationHint} />
      <ChoiceField
        label={words().role}
        value={draft.role}
        choices={[
          { value: '', label: text.roll.noRole },
          ...bridgeRoleSchema.options.map((role) => ({ value: role, label: text.roll.roles[role] })),
        ]}
        onChange={({ target }) => setDraft({ ...draft, role: bridgeRoleSchema.safeParse(target.value).data ?? '' })}
      />
      <Field {...field('seat', words().seatField, 40)} />
      <Field {...field('number', words().number, 40)} />
      <div className="bridge-actions">
        <SubmitLine label={row === null ? words().save : words().saveCorrection} pending={pending} />
        <button type="button" className="button" data-tone="quiet" onClick={onCancel}>
          {words().cancel}
        </button>
        {row === null ? null : <RemoveSubstitute row={row} onRemoved={onSaved} />}
      </div>
    </form>
  );
}

/** With a substitute gone, the summons is the first delegate's again. */
function RemoveSubstitute({ row, onRemoved }: { readonly row: DelegateRow; readonly onRemoved: () => void }) {
  const { bridgeId, delegateId, substituteFor } = row;
  return substituteFor === null ? null : (
    <CommandButton
      label={words().removeSubstitute}
      make={() => ({ type: 'removeDelegate', bridgeId, delegateId })}
      onAccepted={onRemoved}
    />
  );
}

const commandOf = ({ bridgeId }: Bridge, row: DelegateRow | null, delegate: DelegateInput): Command =>
  row === null
    ? { type: 'registerDelegates', bridgeId, delegates: [delegate] }
    : { type: 'correctDelegate', bridgeId: row.bridgeId, delegateId: row.delegateId, delegate };

function useSave(row: DelegateRow | null, onSaved: () => void) {
  const issue = useIssue();
  const { show } = useNotices();
  const [pending, setPending] = useState(false);
  const save = async (command: Command) => {
    if (pending) return;
    setPending(true);
    const accepted = await issue(command);
    setPending(false);
    if (!accepted) return;
    show({ tone: 'ok', sentence: row === null ? words().added : words().corrected });
    onSaved();
  };
  return { pending, save };
}
