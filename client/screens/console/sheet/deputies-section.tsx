import { type FormEvent, useState } from 'react';
import { deputyRequestSchema, type MintedDeputy } from '../../../../shared/protocol/http.ts';
import { ChoiceField, Field } from '../../../parts/field.tsx';
import { text } from '../../../text/text.ts';
import type { DeputyWish } from './use-invitations.ts';

const words = () => text.rules.deputies;
const seatSchema = deputyRequestSchema.shape.seat;

interface DeputiesSectionProps {
  readonly pending: boolean;
  readonly minted: MintedDeputy | null;
  readonly onMint: (wish: DeputyWish) => void;
  readonly onHide: () => void;
}

/** Codes for those who sit down when a machine or a person fails: made before, written on paper, used once. */
export function DeputiesSection({ pending, minted, onMint, onHide }: DeputiesSectionProps) {
  return (
    <section aria-label={words().heading} className="console-deputies">
      <h3>{words().heading}</h3>
      <p className="console-preview">{words().lead}</p>
      <DeputyForm pending={pending} onMint={onMint} />
      {minted === null ? null : <MintedCode key={minted.invitation.id} minted={minted} onHide={onHide} />}
    </section>
  );
}

function DeputyForm({ pending, onMint }: Pick<DeputiesSectionProps, 'pending' | 'onMint'>) {
  const [seat, setSeat] = useState<DeputyWish['seat']>('moderator');
  const [label, setLabel] = useState('');
  const usual = words().usual(text.common.seats[seat]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    onMint({ seat, label: label.trim() === '' ? usual : label.trim() });
    setLabel('');
  };
  return (
    <form className="console-form console-inset" onSubmit={submit}>
      <div className="console-fields">
        <ChoiceField
          label={words().seat}
          choices={seatSchema.options.map((value) => ({ value, label: text.common.seats[value] }))}
          value={seat}
          onChange={({ target }) => setSeat(seatSchema.parse(target.value))}
        />
        <Field
          label={words().label}
          value={label}
          maxLength={120}
          placeholder={usual}
          className="console-wide"
          onChange={({ target }) => setLabel(target.value)}
        />
      </div>
      <div className="console-form-buttons">
        <button type="submit" className="button" data-tone="primary" aria-busy={pending}>
          {words().mint}
        </button>
      </div>
    </form>
  );
}

interface MintedCodeProps {
  readonly minted: MintedDeputy;
  readonly onHide: () => void;
}

function MintedCode({ minted, onHide }: MintedCodeProps) {
  return (
    <div className="console-minted" role="status">
      <p>{words().minted(minted.invitation.label)}</p>
      <p className="console-code">
        <span className="unseen">{words().code}: </span>
        {minted.code}
      </p>
      <p>{words().how}</p>
      <div className="console-form-buttons">
        <button type="button" className="button" data-tone="plain" onClick={onHide}>
          {words().done}
        </button>
      </div>
    </div>
  );
}
