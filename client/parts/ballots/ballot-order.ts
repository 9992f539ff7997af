import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import { type BallotState, stateOf } from './ballot-words.ts';

const RANK: Readonly<Record<BallotState, number>> = { open: 0, closed: 1, prepared: 2, published: 3, annulled: 4 };

/** What waits for a hand stands first: the open one, what is to be published, what is prepared; the latest before. */
export const inOrder = (list: readonly Ballot[]): readonly Ballot[] =>
  list.toSorted((a, b) => RANK[stateOf(a)] - RANK[stateOf(b)] || lastAt(b) - lastAt(a));

const lastAt = ({ stage, publishedAt }: Ballot): number => {
  if (stage.status === 'prepared') return 0;
  return publishedAt ?? (stage.status === 'annulled' ? stage.at : stage.openedAt);
};
