import { type ReactNode, useId } from 'react';
import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import { text } from '../../text/text.ts';
import { StateMark } from '../state-mark.tsx';
import { BallotPresses } from './ballot-presses.tsx';
import { BallotStanding } from './ballot-standing.tsx';
import { factWords, stateOf, TONES } from './ballot-words.ts';
import { ResultTable } from './result-table.tsx';
import './ballots.css';

interface BallotCardProps {
  readonly ballot: Ballot;
  /** What only some screens offer: correcting, counting for a hall, annulling. */
  readonly children?: ReactNode;
}

/** One ballot: what is asked, under which rules, how it stands, and the presses of the moment. */
export function BallotCard({ ballot, children }: BallotCardProps) {
  const id = useId();
  const state = stateOf(ballot);
  const { stage, manner } = ballot;
  return (
    <article className="ballot-card" data-state={state} aria-labelledby={id}>
      <StateMark tone={TONES[state]} word={text.ballots.states[state]} />
      <h3 id={id}>{ballot.question}</h3>
      <p className="ballot-facts">{factWords(ballot).join(' · ')}</p>
      {manner === 'secret' && stage.status !== 'annulled' ? (
        <p className="ballot-facts">{text.ballots.secrecy}</p>
      ) : null}
      {stage.status === 'prepared' ? <p className="ballot-options">{ballot.options.join(' · ')}</p> : null}
      {stage.status === 'open' ? <BallotStanding ballot={ballot} /> : null}
      {stage.status === 'annulled' && stage.reason !== null ? (
        <p className="ballot-options">{text.ballots.result.annulled(stage.reason)}</p>
      ) : null}
      <ResultTable ballot={ballot} />
      <div className="ballot-presses">
        <BallotPresses ballot={ballot} />
        {children}
      </div>
    </article>
  );
}
