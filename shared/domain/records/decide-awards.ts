import { unreachable } from '../../base/assert.ts';
import { itemOf } from '../agenda/agenda.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { type AwardId, awardIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { type Award, type AwardFacts, type AwardInput, MAX_AWARDS } from './award.ts';
import type { RecordsCommand } from './commands.ts';

type Of<T extends RecordsCommand['type']> = Extract<RecordsCommand, { type: T }>;
type AwardCommand = Of<'planAward' | 'correctAward' | 'moveAward' | 'presentAward' | 'removeAward'>;

export function decideAwards(state: ConferenceState, command: AwardCommand, moment: Moment): Decided {
  const { awards } = state.records;
  const obstacle = 'award' in command ? obstacleTo(state, command.award) : null;
  if (obstacle !== null) return obstacle;
  if (command.type === 'planAward') {
    if (awards.length >= MAX_AWARDS) return refuse('too-many-items', { max: MAX_AWARDS });
    const awardId = awardIdSchema.parse(moment.newId());
    return emit({ type: 'awardPlanned', at: moment.now, award: written(awardId, command.award, moment) });
  }
  const award = awards.find(({ awardId }) => awardId === command.awardId);
  return award === undefined ? refuse('award-unknown') : decideOne(awards, award, command, moment);
}

function obstacleTo({ agenda }: ConferenceState, { itemId, recipients }: AwardInput): Decided | null {
  if (itemId !== null && itemOf(agenda, itemId) === undefined) return refuse('item-unknown');
  const isTooLong = recipients.kind === 'collectives' && recipients.names.length > recipients.count;
  return isTooLong ? refuse('more-names-than-count', { count: recipients.count }) : null;
}

function decideOne(
  awards: readonly Award[],
  { awardId, presentedAt }: Award,
  command: Exclude<AwardCommand, { type: 'planAward' }>,
  moment: Moment,
): Decided {
  const at = moment.now;
  switch (command.type) {
    case 'correctAward':
      return emit({ type: 'awardCorrected', at, award: written(awardId, command.award, moment) });
    case 'moveAward':
      return decideMove(awards, command, at);
    case 'presentAward':
      return presentedAt === null ? emit({ type: 'awardPresented', at, awardId }) : refuse('nothing-to-change');
    case 'removeAward':
      return presentedAt === null ? emit({ type: 'awardRemoved', at, awardId }) : refuse('award-presented');
    default:
      return unreachable(command);
  }
}

function decideMove(awards: readonly Award[], { awardId, beforeAwardId }: Of<'moveAward'>, at: number): Decided {
  const isThere = beforeAwardId === null || awards.some((one) => one.awardId === beforeAwardId);
  if (!isThere) return refuse('award-unknown');
  return beforeAwardId === awardId
    ? refuse('nothing-to-change')
    : emit({ type: 'awardMoved', at, awardId, beforeAwardId });
}

function written(awardId: AwardId, { presenter, recipients, ...rest }: AwardInput, { newId }: Moment): AwardFacts {
  const fresh = () => personIdSchema.parse(newId());
  return {
    ...rest,
    awardId,
    presenter: presenter && withPersonId(presenter, fresh()),
    recipients:
      recipients.kind === 'person' ? { kind: 'person', person: withPersonId(recipients.person, fresh()) } : recipients,
  };
}
