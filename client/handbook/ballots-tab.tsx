import type { HandbookBallot, HandbookOwn, HandbookResult } from '../../shared/protocol/handbook.ts';
import { StateMark } from '../parts/state-mark.tsx';
import type { Book } from './book.ts';
import { VoteForm } from './vote-form.tsx';
import { useWords } from './words.ts';

interface BallotsTabProps {
  readonly book: Book;
  readonly ballots: readonly HandbookBallot[];
  readonly own: HandbookOwn | null;
}

export function BallotsTab({ book, ballots, own }: BallotsTabProps) {
  const words = useWords().ballots;
  if (ballots.length === 0) return <p className="book-empty">{words.none}</p>;
  return (
    <ul className="book-list">
      {ballots.map((ballot) => (
        <li key={ballot.ballotId} className="book-row book-ballot">
          <BallotCard book={book} ballot={ballot} own={own} />
        </li>
      ))}
    </ul>
  );
}

const TONES = { open: 'live', closed: 'over', published: 'done', annulled: 'off' } as const;

interface BallotCardProps {
  readonly book: Book;
  readonly ballot: HandbookBallot;
  readonly own: HandbookOwn | null;
}

function BallotCard({ book, ballot, own }: BallotCardProps) {
  const words = useWords().ballots;
  const { ballotId, question, manner, stage, result, options } = ballot;
  return (
    <>
      <p className="book-status">
        <StateMark tone={TONES[stage]} word={words.stages[stage]} />
        <span className="book-quiet">{words.manners[manner]}</span>
      </p>
      <h2 id={`question-${ballotId}`}>{question}</h2>
      {manner === 'secret' && stage === 'open' ? <p className="book-quiet">{words.secret}</p> : null}
      {stage === 'open' ? <Answering book={book} ballot={ballot} own={own} /> : null}
      {result === null ? null : <Result result={result} options={options} />}
    </>
  );
}

function Answering({ book, ballot, own }: BallotCardProps) {
  const words = useWords().ballots;
  if (ballot.manner === 'hands') return <p>{words.hands}</p>;
  if (own === null) return <p>{words.needsBadge}</p>;
  const hasVoted = own.voted.includes(ballot.ballotId);
  return (
    <>
      {own.present || hasVoted ? null : (
        <p>
          <StateMark tone="look" word={words.notPresent} />
        </p>
      )}
      <VoteForm book={book} ballot={ballot} hasVoted={hasVoted} />
    </>
  );
}

interface ResultProps {
  readonly result: HandbookResult;
  readonly options: readonly string[];
}

function Result({ result: { counts, of, base, passed }, options }: ResultProps) {
  const words = useWords().ballots;
  return (
    <>
      <dl className="book-result">
        {options.map((option, place) => (
          <div key={option}>
            <dt>{option}</dt>
            <dd>{words.count(counts[place] ?? 0, of)}</dd>
          </div>
        ))}
      </dl>
      <p className="book-quiet">{words.base(of, base)}</p>
      <p>
        <StateMark tone={passed ? 'done' : 'off'} word={passed ? words.passed : words.notPassed} />
      </p>
    </>
  );
}
