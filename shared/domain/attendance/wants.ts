import { openBallots } from '../ballots/ballot.ts';
import type { Command } from '../command.ts';
import type { BallotId, DelegateId, ImportId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import type { DelegateRow } from './delegate.ts';

export interface VoteKey {
  readonly ballotId: BallotId;
  readonly delegateId: DelegateId;
}

export const voteKey = ({ ballotId, delegateId }: VoteKey): string => `${ballotId} ${delegateId}`;

/** A summons has one vote: of a substitute it is asked for the first as well, by the rows that were looked up. */
export function votesOnSummons(votes: readonly VoteKey[], rows: readonly DelegateRow[]): readonly VoteKey[] {
  const forWhom = new Map(rows.map(({ delegateId, substituteFor }) => [delegateId, substituteFor]));
  return votes.flatMap((vote) => {
    const first = forWhom.get(vote.delegateId) ?? null;
    return first === null ? [vote] : [vote, { ...vote, delegateId: first }];
  });
}

/** What must be looked up before the command can be decided. */
export interface Wants {
  readonly delegates: readonly DelegateId[];
  readonly imports: readonly ImportId[];
  /** Whether they have voted. */
  readonly votes: readonly VoteKey[];
  /** Secret answers so far. */
  readonly ballots: readonly BallotId[];
}

export function wantsOf(command: Command, { ballots }: Pick<ConferenceState, 'ballots'>): Wants {
  const readsImport = command.type === 'applyDelegateImport' || command.type === 'undoImport';
  return {
    delegates: 'delegateId' in command ? [command.delegateId] : [],
    imports: readsImport ? [command.importId] : [],
    votes: votesAsked(command, ballots),
    ballots: command.type === 'closeBallot' ? [command.ballotId] : [],
  };
}

/** Whose row goes, or is taken over by a substitute, is asked for in every open ballot: a vote is not cast anew there. */
function votesAsked(command: Command, ballots: ConferenceState['ballots']): readonly VoteKey[] {
  if (command.type === 'castVote') return [{ ballotId: command.ballotId, delegateId: command.delegateId }];
  if (command.type !== 'removeDelegate' && command.type !== 'seatSubstitute') return [];
  return openBallots(ballots).map(({ ballotId }) => ({ ballotId, delegateId: command.delegateId }));
}

/** Acts on rows that nobody has looked up one by one: such a command is decided alone, on rows that stand still. */
export const isBulk = ({ type }: Command): boolean =>
  type === 'applyDelegateImport' || type === 'undoImport' || type === 'moveAllDelegates' || type === 'closeBallot';

export const NO_WANTS: Wants = { delegates: [], imports: [], votes: [], ballots: [] };
