import type { BallotFacts, BallotInput } from '../../shared/domain/ballots/ballot.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { EventOf } from '../../shared/domain/event.ts';
import { type BallotId, type BridgeId, ballotIdSchema, type DelegateId } from '../../shared/domain/ids.ts';
import { NOW } from './builders.ts';

const at = NOW;

export const BALLOT: BallotId = ballotIdSchema.parse('nghi-quyet');
export const OPTIONS = ['Tán thành', 'Không tán thành', 'Ý kiến khác'];

export const ballot = (rest: Partial<BallotFacts> = {}): BallotFacts => ({
  ballotId: BALLOT,
  question: 'Thông qua dự thảo Nghị quyết',
  manner: 'hands',
  options: OPTIONS,
  base: 'present',
  quorumPercent: 0,
  passPercent: 50,
  itemId: null,
  ...rest,
});

/** What is typed: the ballot without its id. */
export function question(rest: Partial<BallotFacts> = {}): BallotInput {
  const { ballotId: _, ...input } = ballot(rest);
  return input;
}

export const prepared = (rest: Partial<BallotFacts> = {}): EventOf<'ballotPrepared'> => ({
  type: 'ballotPrepared',
  at,
  ballot: ballot(rest),
});
export const ballotOpened = (
  rest: Partial<BallotFacts> = {},
  electorate = { expected: 100, present: 80 },
): EventOf<'ballotOpened'> => ({ type: 'ballotOpened', at, ballot: ballot(rest), electorate });
/** Prepared and opened. */
export const put = (rest: Partial<BallotFacts> = {}, electorate = { expected: 100, present: 80 }) =>
  [prepared(rest), ballotOpened(rest, electorate)] as const;

export const handsCounted = (bridgeId: BridgeId, ...counts: number[]): EventOf<'handsCounted'> => ({
  type: 'handsCounted',
  at,
  ballotId: BALLOT,
  bridgeId,
  counts,
});
export const ballotClosed = (...counts: number[]): EventOf<'ballotClosed'> => ({
  type: 'ballotClosed',
  at,
  ballotId: BALLOT,
  counts,
});
export const ballotPublished = (...counts: number[]): EventOf<'ballotPublished'> => ({
  type: 'ballotPublished',
  at,
  ballotId: BALLOT,
  counts,
});

export const count = (bridgeId: BridgeId, ...counts: number[]): CommandOf<'countHands'> => ({
  type: 'countHands',
  ballotId: BALLOT,
  bridgeId,
  counts,
});
export const vote = (delegateId: DelegateId, option = 0): CommandOf<'castVote'> => ({
  type: 'castVote',
  ballotId: BALLOT,
  delegateId,
  option,
});
/** What a press does to the ballot. */
export const doing = <T extends 'openBallot' | 'closeBallot' | 'publishBallot' | 'hideBallot' | 'removeBallot'>(
  type: T,
) => ({ type, ballotId: BALLOT }) as const;
export const annulling: CommandOf<'annulBallot'> = { type: 'annulBallot', ballotId: BALLOT, reason: 'Đếm sai' };
