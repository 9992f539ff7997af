/** What remains of a conference: its record and its ballots. Technical.ts hands over to here; the same rules hold. */
import type { Rolls } from './attendance/delegate.ts';
import type { BallotCommand } from './ballots/commands.ts';
import { decideBallots } from './ballots/decide.ts';
import type { BallotEvent } from './ballots/events.ts';
import { evolveBallots } from './ballots/evolve.ts';
import type { Decided } from './decision.ts';
import type { Moment } from './moment.ts';
import type { RecordsCommand } from './records/commands.ts';
import { decideRecords } from './records/decide.ts';
import type { RecordsEvent } from './records/events.ts';
import { evolveRecords } from './records/evolve.ts';
import type { ConferenceState } from './state.ts';

export type KeepingCommand = RecordsCommand | BallotCommand;
export type KeepingEvent = RecordsEvent | BallotEvent;

export function decideKeeping(state: ConferenceState, command: KeepingCommand, moment: Moment, rolls: Rolls): Decided {
  switch (command.type) {
    case 'prepareBallot':
    case 'correctBallot':
    case 'removeBallot':
    case 'openBallot':
    case 'countHands':
    case 'castVote':
    case 'closeBallot':
    case 'publishBallot':
    case 'hideBallot':
    case 'annulBallot':
      return decideBallots(state, command, moment, rolls);
    default:
      return decideRecords(state, command, moment);
  }
}

export function evolveKeeping(state: ConferenceState, event: KeepingEvent): ConferenceState {
  switch (event.type) {
    case 'ballotPrepared':
    case 'ballotCorrected':
    case 'ballotRemoved':
    case 'ballotOpened':
    case 'handsCounted':
    case 'voteCast':
    case 'secretVoteCast':
    case 'ballotClosed':
    case 'ballotPublished':
    case 'ballotHidden':
    case 'ballotAnnulled':
      return { ...state, ballots: evolveBallots(state.ballots, event) };
    default:
      return { ...state, records: evolveRecords(state.records, event) };
  }
}
