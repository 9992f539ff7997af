import { useEffect, useRef, useState } from 'react';
import type { HandbookBallot } from '../../shared/protocol/handbook.ts';
import { StateMark } from '../parts/state-mark.tsx';
import type { Book } from './book.ts';
import { refusalSentence } from './refusal-sentence.ts';
import { useWords } from './words.ts';

interface VoteFormProps {
  readonly book: Book;
  readonly ballot: HandbookBallot;
  readonly hasVoted: boolean;
}

type Sending =
  | { readonly step: 'choosing'; readonly problem: string | null }
  | { readonly step: 'sending' | 'unsent'; readonly id: string }
  | { readonly step: 'done' };

/** Two presses: one chooses, one sends. What was sent is shown nowhere afterwards, only that it was. */
export function VoteForm({ book, ballot, hasVoted }: VoteFormProps) {
  const words = useWords();
  const [option, setOption] = useState<number | null>(null);
  const [sending, setSending] = useState<Sending>({ step: 'choosing', problem: null });
  const isVoted = hasVoted || sending.step === 'done';
  if (isVoted) return <Voted isFresh={sending.step === 'done'} />;
  const send = async (place: number, id: string) => {
    setSending({ step: 'sending', id });
    const answer = await book.vote({ id, ballotId: ballot.ballotId, option: place });
    if (answer === 'offline') return setSending({ step: 'unsent', id });
    if (answer.ok) return setSending({ step: 'done' });
    setOption(null);
    setSending({ step: 'choosing', problem: refusalSentence(answer.code, words) });
  };
  if (option === null) {
    return (
      <Options ballot={ballot} problem={sending.step === 'choosing' ? sending.problem : null} onChoose={setOption} />
    );
  }
  const id = sending.step === 'unsent' ? sending.id : book.newId();
  return (
    <Confirm
      option={ballot.options[option] ?? ''}
      step={sending.step === 'choosing' ? 'chosen' : sending.step}
      onSend={() => void send(option, id)}
      onAgain={() => setOption(null)}
    />
  );
}

function Voted({ isFresh }: { readonly isFresh: boolean }) {
  const words = useWords().ballots;
  return (
    <p className="book-voted" role={isFresh ? 'status' : undefined}>
      <StateMark tone="done" word={isFresh ? words.done : words.voted} />
    </p>
  );
}

interface OptionsProps {
  readonly ballot: HandbookBallot;
  readonly problem: string | null;
  readonly onChoose: (place: number) => void;
}

function Options({ ballot: { ballotId, options }, problem, onChoose }: OptionsProps) {
  const words = useWords().ballots;
  return (
    <fieldset className="book-options" aria-labelledby={`question-${ballotId}`}>
      {problem === null ? null : (
        <p className="book-problem" role="alert">
          {problem}
        </p>
      )}
      <p className="book-quiet">{words.choose}</p>
      {options.map((option, place) => (
        <button key={option} type="button" className="press book-option" onClick={() => onChoose(place)}>
          {option}
        </button>
      ))}
    </fieldset>
  );
}

interface ConfirmProps {
  readonly option: string;
  readonly step: 'chosen' | 'sending' | 'unsent';
  readonly onSend: () => void;
  readonly onAgain: () => void;
}

/** A vote on its way is not taken back: until its answer is known, nothing else can be chosen. */
function Confirm({ option, step, onSend, onAgain }: ConfirmProps) {
  const words = useWords().ballots;
  const press = useRef<HTMLButtonElement>(null);
  useEffect(() => press.current?.focus(), []);
  const isSending = step === 'sending';
  return (
    <div className="book-options">
      <p className="book-strong">{words.chosen(option)}</p>
      <button
        type="button"
        ref={press}
        className="press book-option"
        data-tone="primary"
        aria-disabled={isSending}
        aria-busy={isSending}
        onClick={isSending ? undefined : onSend}
      >
        {step === 'unsent' ? words.resend : words.send(option)}
      </button>
      {step === 'chosen' ? (
        <button type="button" className="press book-option" onClick={onAgain}>
          {words.again}
        </button>
      ) : null}
      <p className={step === 'unsent' ? 'book-problem' : 'book-quiet'} role="status">
        {isSending ? words.sending : step === 'unsent' ? words.unsent : ''}
      </p>
    </div>
  );
}
