import { type FormEvent, useState } from 'react';
import { typedBadge } from './address.ts';
import { otherLanguage, switchLanguage, useWords } from './words.ts';

interface EntryProps {
  /** Why the handbook is not open; null: nobody has said who is asking. */
  readonly problem: string | null;
}

/** Opened without a badge, or with one that the conference does not know. */
export function EntryForm({ problem }: EntryProps) {
  const words = useWords();
  const other = otherLanguage();
  return (
    <main className="opening">
      <h1>{words.entry.title}</h1>
      <p>{words.entry.how}</p>
      <EntryFields problem={problem} />
      <button type="button" className="press" data-tone="quiet" lang={other.code} onClick={() => void switchLanguage()}>
        {other.own}
      </button>
    </main>
  );
}

/** The code goes into the fragment: the page opens again with it, and no server reads it in an address. */
export function EntryFields({ problem }: EntryProps) {
  const words = useWords().entry;
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    const badge = typedBadge(typed);
    setWrong(badge === null);
    if (badge !== null) location.hash = badge;
  };
  const sentence = isWrong ? words.wrong : problem;
  return (
    <form className="book-form" onSubmit={enter}>
      {sentence === null ? null : (
        <p className="book-problem" role="alert" id="entry-problem">
          {sentence}
        </p>
      )}
      <label htmlFor="badge">{words.label}</label>
      <input
        id="badge"
        value={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={isWrong}
        aria-describedby={sentence === null ? undefined : 'entry-problem'}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit" className="press" data-tone="primary">
        {words.open}
      </button>
    </form>
  );
}
