import { type FormEvent, useRef, useState } from 'react';
import type { Book } from './book.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { useWords } from './words.ts';

interface FeedbackFormProps {
  readonly book: Book;
  readonly left: number;
}

interface Said {
  readonly isProblem: boolean;
  readonly sentence: string;
}

/** What is written, sent and answered. */
function useFeedback(book: Book) {
  const all = useWords();
  const words = all.feedback;
  const [text, setText] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const [isSending, setSending] = useState(false);
  /** The same until it is known to have come: a repeat counts once. */
  const id = useRef<string | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (isSending) return;
    if (text.trim() === '') return setSaid({ isProblem: true, sentence: words.empty });
    setSending(true);
    setSaid({ isProblem: false, sentence: words.sending });
    id.current ??= book.newId();
    const answer = await book.giveFeedback({ id: id.current, text: text.trim() });
    setSending(false);
    if (answer === 'offline') return setSaid({ isProblem: true, sentence: words.unsent });
    id.current = null;
    if (!answer.ok) return setSaid({ isProblem: true, sentence: refusalSentence(answer.code, all) });
    setText('');
    setSaid({ isProblem: false, sentence: words.done });
  };
  const write = (next: string) => {
    // Another text is another note.
    id.current = null;
    setText(next);
  };
  return { text, said, isSending, send, write };
}

export function FeedbackForm({ book, left }: FeedbackFormProps) {
  const words = useWords().feedback;
  const { text, said, isSending, send, write } = useFeedback(book);
  return (
    <form className="book-row book-form" onSubmit={(event) => void send(event)}>
      <h2>{words.title}</h2>
      {left === 0 ? null : (
        <>
          <label htmlFor="feedback">{words.label}</label>
          <textarea
            id="feedback"
            rows={4}
            maxLength={1_000}
            value={text}
            onChange={({ target }) => write(target.value)}
          />
        </>
      )}
      <p className="book-quiet">{left === 0 ? words.none : words.left(left)}</p>
      {left === 0 ? null : (
        <button type="submit" className="press" data-tone="primary" aria-disabled={isSending}>
          {words.send}
        </button>
      )}
      <p className={said?.isProblem === true ? 'book-problem' : 'book-quiet'} role="status">
        {said?.sentence ?? ''}
      </p>
    </form>
  );
}
