import { type FormEvent, useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { useIssue } from '../../parts/command-button.tsx';
import { Field } from '../../parts/field.tsx';
import { useNotices } from '../../parts/notices.tsx';
import { positionsOf } from '../../parts/person-words.ts';
import { text } from '../../text/text.ts';
import { SubmitLine } from './submit-line.tsx';

const words = () => text.bridge.roll;

interface FormProps {
  readonly bridge: Bridge;
  readonly onSaved: () => void;
}

interface Draft {
  readonly fullName: string;
  readonly positions: string;
  readonly category: string;
  readonly homeUnit: string;
}

/** Adds a name to the hall's list. */
export function DelegateForm({ bridge, onSaved }: FormProps) {
  const [draft, setDraft] = useState<Draft>({
    fullName: '',
    positions: '',
    category: text.bridge.report.defaultCategories[0] ?? '',
    homeUnit: bridge.shortName,
  });
  const [tried, setTried] = useState(false);
  const { pending, save } = useRegister(bridge, onSaved);
  const nobody = draft.fullName.trim() === '' && positionsOf(draft.positions).length === 0;
  const nowhere = draft.category.trim() === '' || draft.homeUnit.trim() === '';
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nobody && !nowhere) void save(draft);
  };
  const field = (name: keyof Draft, maxLength: number) => ({
    label: words()[name === 'fullName' ? 'name' : name],
    value: draft[name],
    maxLength,
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  });
  return (
    <form className="bridge-form bridge-add" onSubmit={onSubmit} noValidate>
      <Field {...field('fullName', 120)} autoFocus problem={tried && nobody ? words().missingPerson : null} />
      <Field {...field('positions', 400)} />
      <Field {...field('category', 120)} problem={tried && nowhere ? words().missingUnit : null} />
      <Field {...field('homeUnit', 200)} />
      <SubmitLine label={words().save} pending={pending} />
    </form>
  );
}

function useRegister({ bridgeId }: Bridge, onSaved: () => void) {
  const issue = useIssue();
  const { show } = useNotices();
  const [pending, setPending] = useState(false);
  const save = async ({ fullName, positions, category, homeUnit }: Draft) => {
    if (pending) return;
    setPending(true);
    const name = fullName.normalize().trim();
    const delegate = {
      fullName: name === '' ? null : name,
      positions: positionsOf(positions).slice(0, 8),
      category: category.normalize().trim(),
      homeUnit: homeUnit.normalize().trim(),
    };
    const accepted = await issue({ type: 'registerDelegates', bridgeId, delegates: [delegate] });
    setPending(false);
    if (!accepted) return;
    show({ tone: 'ok', sentence: words().saved });
    onSaved();
  };
  return { pending, save };
}
