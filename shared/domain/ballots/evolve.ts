import { unreachable } from '../../base/assert.ts';
import { putIn } from '../../base/persistent-map.ts';
import type { BallotId } from '../ids.ts';
import { addCounts, type Ballot, type Ballots, ballotOf, handsKey, noAnswers } from './ballot.ts';
import type { BallotEvent } from './events.ts';

export function evolveBallots(ballots: Ballots, event: BallotEvent): Ballots {
  switch (event.type) {
    case 'ballotPrepared':
      return {
        ...ballots,
        list: [...ballots.list, { ...event.ballot, stage: { status: 'prepared' }, publishedAt: null }],
      };
    case 'ballotCorrected':
      return withBallot(ballots, event.ballot.ballotId, (ballot) => ({ ...ballot, ...event.ballot }));
    case 'ballotRemoved':
      return { ...ballots, list: ballots.list.filter(({ ballotId }) => ballotId !== event.ballotId) };
    case 'ballotOpened': {
      const { at: openedAt, electorate, ballot } = event;
      const others = ballots.list.filter(({ ballotId }) => ballotId !== ballot.ballotId);
      const stage = { status: 'open', openedAt, electorate } as const;
      // In the order in which they were opened: audiences that knew of none before have the same list.
      return { ...ballots, list: [...others, { ...ballot, stage, publishedAt: null }] };
    }
    case 'handsCounted': {
      const key = handsKey(event.ballotId, event.bridgeId);
      return { ...ballots, hands: putIn(ballots.hands, key, event.counts) };
    }
    case 'voteCast':
      return answered(ballots, event.ballotId, event.option);
    case 'secretVoteCast':
      return {
        ...ballots,
        cast: { ...ballots.cast, [event.ballotId]: [(castOf(ballots, event.ballotId)[0] ?? 0) + 1] },
      };
    case 'ballotClosed':
      return withBallot(ballots, event.ballotId, (ballot) => closed(ballot, event.at, event.counts));
    case 'ballotPublished':
      return withBallot(ballots, event.ballotId, (ballot) => published(ballot, event.at, event.counts));
    case 'ballotHidden':
      return withBallot(ballots, event.ballotId, (ballot) => ({ ...ballot, publishedAt: null }));
    case 'ballotAnnulled': {
      const { at, reason } = event;
      return withBallot(ballots, event.ballotId, (ballot) => ({
        ...ballot,
        stage: { status: 'annulled', at, reason },
        publishedAt: null,
      }));
    }
    default:
      return unreachable(event);
  }
}

const castOf = ({ cast }: Ballots, id: BallotId): readonly number[] => cast[id] ?? [];

const withBallot = (ballots: Ballots, id: BallotId, change: (ballot: Ballot) => Ballot): Ballots => ({
  ...ballots,
  list: ballots.list.map((ballot) => (ballot.ballotId === id ? change(ballot) : ballot)),
});

function answered(ballots: Ballots, id: BallotId, option: number): Ballots {
  const ballot = ballotOf(ballots, id);
  if (ballot === undefined) return ballots;
  const before = ballots.cast[id] ?? noAnswers(ballot);
  const one = noAnswers(ballot).map((_, index) => (index === option ? 1 : 0));
  return { ...ballots, cast: { ...ballots.cast, [id]: addCounts(before, one) } };
}

function closed(ballot: Ballot, closedAt: number, counts: readonly number[] | null): Ballot {
  const { stage } = ballot;
  if (stage.status === 'open') return { ...ballot, stage: { ...stage, status: 'closed', closedAt, counts } };
  // An audience from which the result is hidden again.
  return stage.status === 'closed' ? { ...ballot, stage: { ...stage, counts }, publishedAt: null } : ballot;
}

const published = (ballot: Ballot, publishedAt: number, counts: readonly number[]): Ballot =>
  ballot.stage.status === 'closed' ? { ...ballot, stage: { ...ballot.stage, counts }, publishedAt } : ballot;
