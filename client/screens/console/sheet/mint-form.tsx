import type { FormEvent } from 'react';
import { text } from '../../../text/text.ts';
import { SeatFields, useSeatWish } from './seat-fields.tsx';
import type { InvitationWish } from './use-invitations.ts';

const words = () => text.console.links;

interface MintFormProps {
  readonly pending: boolean;
  readonly onMint: (wish: InvitationWish) => void;
}

export function MintForm({ pending, onMint }: MintFormProps) {
  const wish = useSeatWish();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending || wish.reason !== null) return;
    onMint(wish.value);
    wish.setLabel('');
  };
  return (
    <form className="console-form console-inset" onSubmit={submit}>
      <div className="console-fields">
        <SeatFields wish={wish} />
      </div>
      <div className="console-form-buttons">
        <button
          type="submit"
          className="button"
          data-tone="primary"
          disabled={wish.reason !== null}
          aria-busy={pending}
        >
          {words().mint}
        </button>
        {wish.reason === null ? null : <span className="command-reason">{wish.reason}</span>}
      </div>
    </form>
  );
}
