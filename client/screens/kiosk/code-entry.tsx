import { type FormEvent, useState } from 'react';
import { type ReadBadge, readTyped } from '../../parts/badge-text.ts';
import { Field } from '../../parts/field.tsx';
import { text } from '../../text/text.ts';

const words = () => text.kiosk.door;

/** For a badge that no camera reads; a hand-held scanner types into it and ends with Enter. */
export function CodeEntry({ onRead }: { readonly onRead: (read: ReadBadge | null) => void }) {
  const [typed, setTyped] = useState('');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    onRead(readTyped(typed));
    setTyped('');
  };
  return (
    <form className="kiosk-code" onSubmit={onSubmit}>
      <Field
        label={words().code}
        value={typed}
        maxLength={90}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="done"
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="button" data-tone="primary">
        {words().enter}
      </button>
    </form>
  );
}
