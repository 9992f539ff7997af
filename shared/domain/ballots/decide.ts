import { unreachable } from '../../base/assert.ts';
import { itemOf } from '../agenda/agenda.ts';
import { attendanceOf, tallyOf } from '../attendance/attendance.ts';
import type { Rolls } from '../attendance/delegate.ts';
import { presentIn, sumOf } from '../attendance/figure.ts';
import { isThere } from '../attendance/mark.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, emitWithRows, refuse } from '../decision.ts';
import { ballotIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import {
  type Ballot,
  ballotOf,
  type Counts,
  handsOf,
  MAX_BALLOTS,
  noAnswers,
  quorumOf,
  sumOfCounts,
} from './ballot.ts';
import type { BallotCommand } from './commands.ts';

type Of<T extends BallotCommand['type']> = Extract<BallotCommand, { type: T }>;

export function decideBallots(state: ConferenceState, command: BallotCommand, moment: Moment, rolls: Rolls): Decided {
  if ('ballot' in command) {
    const { itemId } = command.ballot;
    if (itemId !== null && itemOf(state.agenda, itemId) === undefined) return refuse('item-unknown');
  }
  if (command.type === 'prepareBallot') {
    if (state.ballots.list.length >= MAX_BALLOTS) return refuse('too-many-items', { max: MAX_BALLOTS });
    const ballotId = ballotIdSchema.parse(moment.newId());
    return emit({ type: 'ballotPrepared', at: moment.now, ballot: { ballotId, ...command.ballot } });
  }
  const ballot = ballotOf(state.ballots, command.ballotId);
  if (ballot === undefined) return refuse('ballot-unknown');
  switch (command.type) {
    case 'correctBallot':
    case 'removeBallot':
    case 'openBallot':
      return ballot.stage.status === 'prepared'
        ? decidePrepared(state, ballot, command, moment.now)
        : refuse('ballot-not-prepared');
    case 'countHands':
    case 'castVote':
    case 'closeBallot':
      if (ballot.stage.status !== 'open') return refuse('ballot-not-open');
      return decideOpen({ state, ballot, at: moment.now, rolls }, command);
    default:
      return decideResult(ballot, command, moment.now);
  }
}

function decidePrepared(
  { attendance }: ConferenceState,
  { stage: _, publishedAt: __, ...facts }: Ballot,
  command: Of<'correctBallot' | 'removeBallot' | 'openBallot'>,
  at: number,
): Decided {
  const { ballotId } = facts;
  switch (command.type) {
    case 'correctBallot':
      return emit({ type: 'ballotCorrected', at, ballot: { ballotId, ...command.ballot } });
    case 'removeBallot':
      return emit({ type: 'ballotRemoved', at, ballotId });
    case 'openBallot': {
      const figure = sumOf(attendance.totals);
      const electorate = { expected: figure.expected, present: presentIn(figure) };
      const needed = quorumOf(facts, electorate.expected);
      if (electorate.present < needed) return refuse('quorum-not-reached', { present: electorate.present, needed });
      return emit({ type: 'ballotOpened', at, ballot: facts, electorate });
    }
    default:
      return unreachable(command);
  }
}

interface OpenBallot {
  readonly state: ConferenceState;
  readonly ballot: Ballot;
  readonly at: number;
  readonly rolls: Rolls;
}

function decideOpen(
  { state, ballot, at, rolls }: OpenBallot,
  command: Of<'countHands' | 'castVote' | 'closeBallot'>,
): Decided {
  switch (command.type) {
    case 'countHands':
      return decideHands(state, ballot, command, at);
    case 'castVote':
      return decideVote(ballot, command, at, rolls);
    case 'closeBallot':
      return decideClose(state, ballot, at, rolls);
    default:
      return unreachable(command);
  }
}

/** No hall has more hands than people: somebody has counted twice, or has not reported who is there. */
function decideHands(state: ConferenceState, ballot: Ballot, command: Of<'countHands'>, at: number): Decided {
  const { bridgeId, counts, ballotId } = command;
  if (ballot.manner !== 'hands') return refuse('other-manner');
  if (bridgeOf(state.bridges, bridgeId) === undefined) return refuse('bridge-unknown');
  if (counts.length !== ballot.options.length) return refuse('option-unknown');
  const present = presentIn(sumOf(tallyOf(attendanceOf(state.attendance, bridgeId))));
  if (sumOfCounts(counts) > present) return refuse('more-hands-than-people', { hands: sumOfCounts(counts), present });
  return emit({ type: 'handsCounted', at, ballotId, bridgeId, counts });
}

function decideVote(
  ballot: Ballot,
  { ballotId, delegateId, option }: Of<'castVote'>,
  at: number,
  rolls: Rolls,
): Decided {
  if (ballot.manner === 'hands') return refuse('other-manner');
  if (option >= ballot.options.length) return refuse('option-unknown');
  const row = rolls.row(delegateId);
  if (row === undefined) return refuse('delegate-unknown');
  if (!isThere(row.mark)) return refuse('not-there');
  // One summons, one vote: the first may have answered before somebody else took the seat.
  const summoned = [delegateId, ...(row.substituteFor === null ? [] : [row.substituteFor])];
  if (summoned.some((one) => rolls.hasVoted(ballotId, one))) return refuse('already-voted');
  if (ballot.manner === 'open') {
    return emitWithRows(
      [{ type: 'voteCast', at, ballotId, delegateId, option }],
      [{ kind: 'vote', ballotId, delegateId, secretOption: null }],
    );
  }
  return emitWithRows(
    [{ type: 'secretVoteCast', at, ballotId }],
    [{ kind: 'vote', ballotId, delegateId, secretOption: option }],
  );
}

/** Secret answers stand beside the journal, not in it: as many as it tells of, or there is no result. */
function decideClose({ ballots }: ConferenceState, ballot: Ballot, at: number, rolls: Rolls): Decided {
  const { ballotId } = ballot;
  const counts = [...countsAtClosing(ballots, ballot, rolls)];
  const told = sumOfCounts(ballots.cast[ballotId] ?? []);
  if (ballot.manner === 'secret' && sumOfCounts(counts) !== told) {
    return refuse('answers-differ', { told, kept: sumOfCounts(counts) });
  }
  return emitWithRows([{ type: 'ballotClosed', at, ballotId, counts }], [{ kind: 'forgetVoters', ballotId }]);
}

function countsAtClosing(ballots: ConferenceState['ballots'], ballot: Ballot, rolls: Rolls): Counts {
  if (ballot.manner === 'hands') return handsOf(ballots, ballot);
  if (ballot.manner === 'open') return ballots.cast[ballot.ballotId] ?? noAnswers(ballot);
  const secret = rolls.secretCounts(ballot.ballotId);
  return noAnswers(ballot).map((_, option) => secret[option] ?? 0);
}

function decideResult(
  { ballotId, stage, publishedAt }: Ballot,
  command: Of<'publishBallot' | 'hideBallot' | 'annulBallot'>,
  at: number,
): Decided {
  switch (command.type) {
    case 'publishBallot':
      if (stage.status !== 'closed' || stage.counts === null) return refuse('ballot-not-closed');
      return publishedAt === null
        ? emit({ type: 'ballotPublished', at, ballotId, counts: [...stage.counts] })
        : refuse('nothing-to-change');
    case 'hideBallot':
      return publishedAt === null ? refuse('nothing-to-change') : emit({ type: 'ballotHidden', at, ballotId });
    case 'annulBallot':
      if (stage.status === 'prepared' || stage.status === 'annulled') return refuse('ballot-not-open');
      return emitWithRows(
        [{ type: 'ballotAnnulled', at, ballotId, reason: command.reason }],
        [{ kind: 'forgetVoters', ballotId }],
      );
    default:
      return unreachable(command);
  }
}
